-- Takes the next message of one respondent that is due and of a lane; of no lane it only sorts the respondent into the right one.
-- KEYS respondent, then an outbox's
-- ARGV respondent id, milliseconds of the lease, of a chat's pace, number of the lane (0: no lane)
local k = outbox_keys(ARGV[1], 2)
local gate, read = gates(k, 'a')
local claimed = take(k, pending(k), clock(), tonumber(ARGV[2]), tonumber(ARGV[3]), gate, tonumber(ARGV[4]))
flush(k)
if not claimed then
  return {}
end
claimed[#claimed + 1] = read[8] or ''
return claimed
