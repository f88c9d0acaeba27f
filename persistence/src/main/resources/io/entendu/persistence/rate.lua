-- Reserves the next place in a row that moves at a steady rate; kept is only when the last place has been used up.
-- Answers the wait in microseconds, below 0 (one more than the wait, negated) when that is too long and nothing was reserved.
-- KEYS row; ARGV microseconds: what this costs, how far one may be ahead, the longest wait, how long nothing may go (0 but for a pause)
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local cost, ahead, most, pause = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local used = math.max(now + pause, tonumber(redis.call('GET', KEYS[1]) or 0))
local wait = math.max(0, used - ahead - now)
if cost + pause > 0 then
  if cost > 0 and wait > most then
    return -1 - wait
  end
  used = used + cost
  redis.call('SET', KEYS[1], digits(used), 'PX', digits((used - now) / 1000 + 1000))
end
return wait
