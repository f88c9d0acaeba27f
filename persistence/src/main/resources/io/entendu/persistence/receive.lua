-- Takes a message in: seen before, else into the inbox. Answers with the respondent and the inbox as it stands.
-- KEYS respondent, inbox, seen, waiting, archive
-- ARGV respondent id, message JSON, milliseconds the message stays known, messages an inbox holds
local respondent, inbox, seen, waiting = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

if redis.call('EXISTS', seen) == 1 then
  return {'DUPLICATE'}
end
local before = redis.call('LLEN', inbox)
if before >= tonumber(ARGV[4]) then
  return {'FULL'}
end
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
redis.call('SET', seen, '', 'PX', ARGV[3])
local sequence = redis.call('HINCRBY', respondent, 'iq', 1)
redis.call('RPUSH', inbox, sequence .. ' ' .. now .. ' ' .. ARGV[2])
if before == 0 then
  redis.call('ZADD', waiting, now, ARGV[1])
end
local f = redis.call('HMGET', respondent, 'v', 's', 'a', 'cn')
local conversation = f[4] and
  (redis.call('HGET', respondent, 'c:' .. f[4]) or redis.call('HGET', KEYS[5], f[4]))
return {'TAKEN', now, f[1] or '', f[2] or '', f[3] or '', conversation or '', redis.call('LRANGE', inbox, 0, -1)}
