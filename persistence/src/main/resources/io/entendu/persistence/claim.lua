-- Takes the next message of one respondent that is due.
-- KEYS respondent, outbox, finished, deliveries, due
-- ARGV respondent id, milliseconds of the lease
local k = {outbox = KEYS[2], finished = KEYS[3], deliveries = KEYS[4], due = KEYS[5]}
local claimed = take(k, ARGV[1], KEYS[1], pending(k), clock(), tonumber(ARGV[2]))
if not claimed then
  return {}
end
claimed[#claimed + 1] = redis.call('HGET', KEYS[1], 'a') or ''
return claimed
