-- Who is due, lane by lane, with scores; first who is in no lane yet, due or not. Nothing where nobody waits.
-- KEYS due; ARGV how many of each
local LANE = 2 ^ 42
if redis.call('EXISTS', KEYS[1]) == 0 then
  return {}
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local found = {}
for i, limit in ipairs(ARGV) do
  local lane = (i - 1) * LANE
  found[i] = limit == '0' and {}
    or redis.call('ZRANGEBYSCORE', KEYS[1], lane, lane + (i > 1 and now or LANE - 1), 'WITHSCORES', 'LIMIT', 0, limit)
end
return found
