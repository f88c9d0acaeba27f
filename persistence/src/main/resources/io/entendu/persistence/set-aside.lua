-- Takes the head of an inbox out of the way of those behind it, and keeps it beside.
-- KEYS inbox, aside, waiting
-- ARGV respondent id, the message's sequence, milliseconds it is kept, how many are kept
local head = redis.call('LINDEX', KEYS[1], 0)
if not head or string.match(head, '^%d+') ~= ARGV[2] then
  return 0
end
redis.call('RPUSH', KEYS[2], redis.call('LPOP', KEYS[1]))
redis.call('LTRIM', KEYS[2], '-' .. ARGV[4], -1)
redis.call('PEXPIRE', KEYS[2], ARGV[3])
if redis.call('LLEN', KEYS[1]) == 0 then
  redis.call('ZREM', KEYS[3], ARGV[1])
end
return 1
