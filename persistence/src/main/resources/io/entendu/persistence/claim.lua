-- Takes the next message of one respondent that is due and of a lane; without a lane it only sorts the respondent into the right one.
-- KEYS respondent, then an outbox's
-- ARGV respondent id, milliseconds of the lease, of a chat's pace, lane or -
local k = outbox_keys(ARGV[1], 2)
local claimed = take(k, pending(k), clock(), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
if not claimed then
  return {}
end
claimed[#claimed + 1] = redis.call('HGET', KEYS[1], 'a') or ''
return claimed
