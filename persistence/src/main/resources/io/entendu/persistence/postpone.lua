-- Puts something back into its queue, to be due later; what has been taken away stays away.
-- KEYS queue; ARGV member, milliseconds to wait
local now = clock()
return redis.call('ZADD', KEYS[1], 'XX', digits(now + tonumber(ARGV[2])), ARGV[1])
