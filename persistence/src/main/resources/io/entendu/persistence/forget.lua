-- Takes an invitation away, or only the note whose it is, unless it is another's.
-- KEYS invitation; ARGV respondent id, DROP | GIVE_BACK
local by = redis.call('HGET', KEYS[1], 'by')
if by and by ~= ARGV[1] then
  return 0
end
if ARGV[2] == 'DROP' then
  return redis.call('UNLINK', KEYS[1])
end
return redis.call('HDEL', KEYS[1], 'by')
