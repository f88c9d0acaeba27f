-- What is due in a queue, each held back for a while so that others leave it alone.
-- KEYS queue and, where attempts are counted, their hash
-- ARGV how many, milliseconds of the lease (0 only looks)
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[1])
local taken = {}
for _, member in ipairs(due) do
  if ARGV[2] ~= '0' then
    redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[2])), member)
  end
  taken[#taken + 1] = member
  taken[#taken + 1] = KEYS[2] and redis.call('HINCRBY', KEYS[2], member, 1) or 0
end
return taken
