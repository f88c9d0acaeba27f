-- What has been in a queue for longer than a while, longest first.
-- KEYS queue; ARGV milliseconds, how many
local now = clock()
return redis.call(
  'ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. digits(now - tonumber(ARGV[1])), 'LIMIT', 0, ARGV[2])
