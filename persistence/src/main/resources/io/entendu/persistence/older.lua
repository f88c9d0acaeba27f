-- What has been in a queue for longer than a while, longest first.
-- KEYS queue; ARGV milliseconds, how many
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return redis.call(
  'ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', now - tonumber(ARGV[1])), 'LIMIT', 0, ARGV[2])
