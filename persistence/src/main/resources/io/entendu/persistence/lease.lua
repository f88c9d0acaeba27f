-- What is due in a queue, each held back for a while so that others leave it alone; first the moment, in milliseconds.
-- Nothing where nothing is due.
-- KEYS queue and, where attempts are counted, their hash
-- ARGV how many, milliseconds of the lease (0 only looks)
local now = clock()
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', digits(now), 'LIMIT', 0, ARGV[1])
local taken = due[1] and {now} or {}
for _, member in ipairs(due) do
  if ARGV[2] ~= '0' then
    redis.call('ZADD', KEYS[1], digits(now + tonumber(ARGV[2])), member)
  end
  taken[#taken + 1] = member
  taken[#taken + 1] = KEYS[2] and redis.call('HINCRBY', KEYS[2], member, 1) or 0
end
return taken
