-- Put before every script.

local LANE = 2 ^ 42 -- the score of who is due: the lane's number times this, and the milliseconds

-- Milliseconds, by the clock of Redis.
local function clock()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- A whole number as Redis takes it.
local function digits(number)
  return string.format('%.0f', number)
end
