-- Who is due, lane by lane, with the time since when; and who is still in the queue of before there were lanes, due or not.
-- KEYS lanes, the queue of before; ARGV how many of each
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
local found = {}
for i, key in ipairs(KEYS) do
  found[i] = ARGV[i] == '0' and {}
    or redis.call('ZRANGEBYSCORE', key, '-inf', i < #KEYS and now or '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[i])
end
return found
