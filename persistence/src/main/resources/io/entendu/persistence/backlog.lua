-- What is still to be sent: of each lane who is due and who is not yet, then the dead letters and the messages in doubt.
-- KEYS lanes, dead letters, doubts
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
local counted = {}
for i = 1, #KEYS - 2 do
  counted[#counted + 1] = redis.call('ZCOUNT', KEYS[i], '-inf', now)
  counted[#counted + 1] = redis.call('ZCOUNT', KEYS[i], '(' .. now, '+inf')
end
return {counted, redis.call('ZCARD', KEYS[#KEYS - 1]), redis.call('SMEMBERS', KEYS[#KEYS])}
