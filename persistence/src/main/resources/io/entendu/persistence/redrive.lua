-- Owes a dead letter again, or says why not: UNKNOWN, OPTED_OUT, OVERTAKEN, OVER, NO_CONSENT.
-- KEYS respondent, then an outbox's, dead letters of the respondent, dead letters of the shard
-- ARGV respondent id, milliseconds of a chat's pace, entry id
local k = outbox_keys(ARGV[1], 2)
local lost, dead = KEYS[#KEYS - 1], KEYS[#KEYS]
local value = redis.call('HGET', lost, ARGV[3])
if not value then
  return 'UNKNOWN'
end
local e = parsed(ARGV[3], value)
local now = clock()
local gate, read = gates(k, 'oq')

-- The same gates as a claim's, and none that a newer turn has overtaken: such an entry would have been dropped.
local function refusal()
  if e.class == 'OPT_OUT_CONFIRMATION' then
    return not passes(e, gate, now) and 'OVERTAKEN'
  elseif gate.suppressed == '1' and e.class ~= 'HELP' then
    return 'OPTED_OUT'
  elseif e.conversation ~= '0' and e.conversation ~= gate.conversation then
    return 'OVERTAKEN'
  elseif e.conversation ~= '0' and e.turn ~= gate.turn then
    return gate.phase ~= 'CONSENTING' and gate.phase ~= 'ASKING' and 'OVER' or 'OVERTAKEN'
  elseif not passes(e, gate, now) then
    return 'NO_CONSENT'
  end
end

local why = refusal()
if why then
  return why
end
redis.call('HDEL', lost, e.id)
redis.call('ZREM', dead, ARGV[1] .. ' ' .. e.id)
for _, line in ipairs(redis.call('LRANGE', k.finished, 0, -1)) do
  if string.match(line, '^%S+') == e.id then
    redis.call('LREM', k.finished, 1, line)
  end
end
e.seq = tonumber(read[8] or 0) + 1
set(k, 'oq', digits(e.seq))
e.status, e.attempts, e.maybe, e.at, e.reason, e.code, e.reported = 'QUEUED', 0, '0', now, '-', '-', '-'
local entries = pending(k)
entries[#entries + 1] = e
save(k, e)
schedule(k, entries, now, gate, tonumber(ARGV[2]))
flush(k)
return 'QUEUED'
