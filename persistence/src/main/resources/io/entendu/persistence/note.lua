-- Notes what a provider reported. Answers the entry and 1 when that resolved a doubt, nothing when the report was no news.
-- Soon after an erasure it may be about a message of before: then only known messages count.
-- KEYS respondent, then an outbox's, dead letters of the respondent, dead letters of the shard, gone
-- ARGV respondent id, milliseconds of a chat's pace, provider's id, rank, status, code, failure, channel, entry id or -
--
-- An unknown id belongs to an attempt that has not been answered: to the one in flight, when the report overtakes the settling,
-- or to one of which nobody knew. Without an entry's id it is clear only where there is one such attempt.
local k = outbox_keys(ARGV[1], 2)
k.lost, k.dead = KEYS[#KEYS - 2], KEYS[#KEYS - 1]
local provider, rank, failure, channel = ARGV[3], tonumber(ARGV[4]), ARGV[7], ARGV[8]
local named = ARGV[9] ~= '-' and ARGV[9] or nil

local function keep(conversation, id)
  redis.call('HSET', k.deliveries, provider, table.concat({conversation, ARGV[4], id, ARGV[5], ARGV[6], failure}, ' '))
end

local known = redis.call('HGET', k.deliveries, provider)
if not known and redis.call('EXISTS', KEYS[#KEYS]) == 1 then
  return {}
end
if known then
  local conversation, before, id = string.match(known, '^(%S+) (%S+) (%S+)')
  if rank <= tonumber(before) then
    return {}
  end
  keep(conversation, id)
  return id ~= '?' and {id, 0} or {}
end
local entries = pending(k)
local found = doubtful(k, entries, channel, named)
if #found == 0 then
  return {}
end
if #found > 1 then
  keep('0', '?')
  for _, e in ipairs(found) do
    if e.status == 'SENDING' then
      e.reported = '?' .. provider
      save(k, e)
    end
  end
  flush(k)
  return {}
end
local e = found[1]
keep(e.conversation, e.id)
if e.status == 'SENDING' then
  e.reported = provider
  save(k, e)
  flush(k)
  return {e.id, 0}
end
local now = clock()
local news = resolve(k, e, provider, now)
schedule(k, entries, now, gates(k), tonumber(ARGV[2]))
flush(k)
return {e.id, news and 1 or 0}
