-- Takes away one conversation that has ended, or only its words, unless it has moved since it was read.
-- KEYS respondent, texts, log, finished, deliveries, ledger, timers, idle, index, the survey's index, archive
-- ARGV respondent id, the conversation as it was read, its number, WORDS | ALL, milliseconds before which the ledger is too old, last contact,
--      how many archived lines of the ledger, these lines, fields of words
local rid, number = ARGV[1], ARGV[3]
if (redis.call('HGET', KEYS[1], 'c:' .. number) or redis.call('HGET', KEYS[11], number)) ~= ARGV[2] then
  return 0
end
local proofs = tonumber(ARGV[7])
for i = 8 + proofs, #ARGV do
  redis.call('HDEL', KEYS[2], ARGV[i])
end
if ARGV[4] == 'WORDS' then
  return 1
end

without(KEYS[3], OF_LOG, number)
without(KEYS[4], OF_FINISHED, number, function(line)
  redis.call('HDEL', KEYS[5], string.match(line, PROVIDER))
end)
for i = 7 + proofs, 8, -1 do
  redis.call('LPUSH', KEYS[6], ARGV[i]) -- the proof outlives its conversation
end
shorten(KEYS[6], ARGV[5])

local timer = redis.call('HGET', KEYS[1], 't:' .. number)
if timer then
  redis.call('ZREM', KEYS[7], string.match(timer, '^%S+ %S+ %S+'))
end
redis.call('HDEL', KEYS[1], 'c:' .. number, 't:' .. number)
redis.call('HDEL', KEYS[11], number)
if redis.call('HGET', KEYS[1], 'cn') == number then
  redis.call('HDEL', KEYS[1], 'cn', 'ph', 'tn', 'cg')
end
redis.call('HINCRBY', KEYS[1], 'v', 1) -- a turn that was computed from it does not bring it back
redis.call('ZREM', KEYS[9], rid .. '-' .. number)
redis.call('ZREM', KEYS[10], rid .. '-' .. number)
if redis.call('HLEN', KEYS[11]) > 0 then
  return 1
end
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.match(field, '^c:') then
    return 1
  end
end
redis.call('ZADD', KEYS[8], ARGV[6], rid)
return 1
