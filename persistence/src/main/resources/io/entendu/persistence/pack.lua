-- Puts what lies of one conversation in several places into one value, unless anything of it has moved since it was read.
-- KEYS respondent, archive, log, ledger, finished, deliveries
-- ARGV version, lines of the log, of the ledger, of the finished, deliveries, number of the conversation, packed value
local number = ARGV[6]
if (redis.call('HGET', KEYS[1], 'v') or '0') ~= ARGV[1]
  or redis.call('LLEN', KEYS[3]) ~= tonumber(ARGV[2]) or redis.call('LLEN', KEYS[4]) ~= tonumber(ARGV[3])
  or redis.call('LLEN', KEYS[5]) ~= tonumber(ARGV[4]) or redis.call('HLEN', KEYS[6]) ~= tonumber(ARGV[5]) then
  return 0
end
redis.call('HSET', KEYS[2], number, ARGV[7])
without(KEYS[3], OF_LOG, number)
without(KEYS[4], OF_LEDGER, number)
without(KEYS[5], OF_FINISHED, number, function(line)
  redis.call('HDEL', KEYS[6], string.match(line, PROVIDER))
end)
redis.call('HDEL', KEYS[1], 'c:' .. number, 't:' .. number)
-- A hash that has become small is kept in its small form only when it is written anew.
local fields = redis.call('HGETALL', KEYS[1])
redis.call('UNLINK', KEYS[1])
redis.call('HSET', KEYS[1], unpack(fields))
return 1
