-- Binds an idempotency key to an invitation. Answers what the key stood for before, or nothing.
-- KEYS idempotency key; ARGV what it is to stand for, milliseconds
local known = redis.call('GET', KEYS[1])
if not known then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return known
