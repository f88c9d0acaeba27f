-- Notes what a provider reported. Answers the conversation when that was news, else nothing.
-- A report may overtake the settling of its message: then it belongs to the one message that is in flight.
-- Soon after an erasure it may be about a message of before: then only known messages count.
-- KEYS outbox, deliveries, gone
-- ARGV provider's id, rank, status, code, failure
local k = {outbox = KEYS[1]}
local known = redis.call('HGET', KEYS[2], ARGV[1])
local conversation, rank, entry
if known then
  conversation, rank, entry = string.match(known, '^(%S+) (%S+) (%S+)')
  if tonumber(ARGV[2]) <= tonumber(rank) then
    return false
  end
elseif redis.call('EXISTS', KEYS[3]) == 0 then
  for _, e in ipairs(pending(k)) do
    if e.status == 'SENDING' then
      conversation, entry = e.conversation, e.id
    end
  end
end
if not entry then
  return false
end
redis.call('HSET', KEYS[2], ARGV[1], table.concat({conversation, ARGV[2], entry, ARGV[3], ARGV[4], ARGV[5]}, ' '))
return conversation
