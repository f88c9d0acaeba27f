-- How far messages have been taken in, by sender; a sender that was never asked about begins now.
-- KEYS marks; ARGV senders. Answers the time, then a line for each: when it began, how far it has come.
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
local answer = {now}
for i, sender in ipairs(ARGV) do
  redis.call('HSETNX', KEYS[1], sender, now .. ' ' .. now)
  answer[i + 1] = redis.call('HGET', KEYS[1], sender)
end
return answer
