-- What is still to be sent: of each lane who is due and who is not yet, then the dead letters and the messages in doubt.
-- KEYS due, dead letters, doubts; ARGV how many lanes
local now = clock()
local counted = {}
for i = 1, tonumber(ARGV[1]) do
  local due = i * LANE + now
  counted[#counted + 1] = redis.call('ZCOUNT', KEYS[1], i * LANE, due)
  counted[#counted + 1] = redis.call('ZCOUNT', KEYS[1], due + 1, (i + 1) * LANE - 1)
end
return {counted, redis.call('ZCARD', KEYS[2]), redis.call('SMEMBERS', KEYS[3])}
