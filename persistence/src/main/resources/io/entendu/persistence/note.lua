-- Notes what a provider reported. Answers the entry and 1 when that resolved a doubt, nothing when the report was no news.
-- Soon after an erasure it may be about a message of before: then only known messages count.
-- KEYS respondent, then an outbox's, gone
-- ARGV respondent id, milliseconds of a chat's pace, provider's id, rank, status, code, failure, channel, entry id or -
--
-- An unknown id belongs to an attempt that has not been answered: to the one in flight, when the report overtakes the settling,
-- or to one of which nobody knew. Without an entry's id it is clear only where there is one such attempt.
local k = outbox_keys(ARGV[1], 2)
local provider, rank, failure, channel, named = ARGV[3], tonumber(ARGV[4]), ARGV[7], ARGV[8], ARGV[9]

local function finished_ones()
  local found = {}
  for _, line in ipairs(redis.call('LRANGE', k.finished, 0, -1)) do
    local f = {}
    for word in string.gmatch(line, '%S+') do
      f[#f + 1] = word
    end
    local fits = f[9] == '1' and f[10] == channel
    if f[1] == named or named == '-' and fits then
      found[#found + 1] = {id = f[1], conversation = f[2]}
    end
  end
  return found
end

-- Whose it may be, and the one in flight.
local function candidates(entries)
  local found = finished_ones()
  local flies = nil
  for _, e in ipairs(entries) do
    local open = e.status == 'SENDING' or e.maybe == '1'
    if e.id == named or named == '-' and open and e.channel == channel then
      found[#found + 1] = e
    end
    if e.status == 'SENDING' and e.channel == channel then
      flies = e
    end
  end
  return found, flies
end

local known = redis.call('HGET', k.deliveries, provider)
if not known and redis.call('EXISTS', KEYS[#KEYS]) == 1 then
  return {}
end
local conversation, id, resolved = nil, nil, 0
if known then
  local before
  conversation, before, id = string.match(known, '^(%S+) (%S+) (%S+)')
  if rank <= tonumber(before) then
    return {}
  end
else
  local entries = pending(k)
  local found, flies = candidates(entries)
  local e = #found == 1 and found[1] or nil
  -- Between several, a failure is nobody's: it would end the wrong conversation.
  local noted = e or failure == '-' and flies or nil
  if not noted then
    return {}
  end
  conversation, id = noted.conversation, noted.id
  if e and e.status == 'SENDING' then
    e.reported = provider
    save(k, e)
  elseif e and e.status then
    e.resolved, resolved = true, 1
    local now = clock()
    arrive(k, e, provider, now)
    schedule(k, entries, now, gates(k), tonumber(ARGV[2]))
  end
end
flush(k)
redis.call('HSET', k.deliveries, provider, table.concat({conversation, ARGV[4], id, ARGV[5], ARGV[6], failure}, ' '))
return {id, resolved}
