-- Adds a bubble to a transcript unless one of its id is there, and tells those who watch.
-- KEYS transcript, ids; ARGV id, JSON, bubbles kept, milliseconds kept, channel
if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then
  return 0
end
if redis.call('RPUSH', KEYS[1], ARGV[1] .. '\n' .. ARGV[2]) > tonumber(ARGV[3]) then
  local oldest = string.match(redis.call('LPOP', KEYS[1]), '^([^\n]*)\n')
  redis.call('SREM', KEYS[2], oldest)
end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[2])
return 1
