-- Keeps what the head of an inbox was taken to mean; the first reading stays. Answers with the one that is kept, or
-- with nothing when the message is not the head.
-- KEYS inbox; ARGV the message's sequence, reading JSON
local head = redis.call('LINDEX', KEYS[1], 0)
if not head or string.match(head, '^%d+') ~= ARGV[1] then
  return false
end
local kept = string.match(head, '\n(.*)$') -- JSON holds no line break
if kept then
  return kept
end
redis.call('LSET', KEYS[1], 0, head .. '\n' .. ARGV[2])
return ARGV[2]
