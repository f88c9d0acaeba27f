-- Takes a message in: seen before, else into the inbox. Answers with the respondent and the inbox as it stands.
-- KEYS respondent, inbox, seen, waiting, archive
-- ARGV respondent id, message JSON, milliseconds the message stays known, messages an inbox holds
local respondent, inbox, seen, waiting = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

if not redis.call('SET', seen, '', 'PX', ARGV[3], 'NX') then
  return {'DUPLICATE'}
end
local now = digits(clock())
local f = redis.call('HMGET', respondent, 'v', 's', 'a', 'cn', 'iq')
local sequence = digits(tonumber(f[5] or 0) + 1)
local element = sequence .. ' ' .. now .. ' ' .. ARGV[2]
local held = redis.call('RPUSH', inbox, element)
if held > tonumber(ARGV[4]) then
  redis.call('RPOP', inbox)
  redis.call('DEL', seen)
  return {'FULL'}
end
redis.call('HSET', respondent, 'iq', sequence)
if held == 1 then
  redis.call('ZADD', waiting, now, ARGV[1])
end
local conversation = f[4] and
  (redis.call('HGET', respondent, 'c:' .. f[4]) or redis.call('HGET', KEYS[5], f[4]))
return {
  'TAKEN', now, f[1] or '', f[2] or '', f[3] or '', conversation or '',
  held == 1 and {element} or redis.call('LRANGE', inbox, 0, -1)}
