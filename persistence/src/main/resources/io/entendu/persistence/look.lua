-- How far messages have been taken in, by sender; a sender that was never asked about begins now.
-- KEYS marks; ARGV senders. Answers the time, then a line for each: when it began, how far it has come.
local now = digits(clock())
local answer = {now}
for i, sender in ipairs(ARGV) do
  redis.call('HSETNX', KEYS[1], sender, now .. ' ' .. now)
  answer[i + 1] = redis.call('HGET', KEYS[1], sender)
end
return answer
