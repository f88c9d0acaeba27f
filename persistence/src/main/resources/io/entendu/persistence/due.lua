-- Who is due, lane by lane, with scores; first who is in no lane yet, due or not. Nothing where nobody waits.
-- KEYS due; ARGV how many of each
if redis.call('EXISTS', KEYS[1]) == 0 then
  return {}
end
local now = clock()
local found = {}
for i, limit in ipairs(ARGV) do
  local lane = (i - 1) * LANE
  found[i] = limit == '0' and {}
    or redis.call('ZRANGEBYSCORE', KEYS[1], lane, lane + (i > 1 and now or LANE - 1), 'WITHSCORES', 'LIMIT', 0, limit)
end
return found
