-- Takes an invitation for one person. Answers its JSON when it is theirs from now on, else nothing.
-- KEYS invitation; ARGV respondent id
local f = redis.call('HMGET', KEYS[1], 'j', 'by')
if not f[1] or (f[2] and f[2] ~= ARGV[1]) then
  return false
end
redis.call('HSET', KEYS[1], 'by', ARGV[1])
return f[1]
