-- Puts something back into its queue, to be due later; what has been taken away stays away.
-- KEYS queue; ARGV member, milliseconds to wait
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return redis.call('ZADD', KEYS[1], 'XX', string.format('%.0f', now + tonumber(ARGV[2])), ARGV[1])
