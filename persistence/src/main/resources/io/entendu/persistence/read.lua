-- A respondent with one conversation (the latest, when ARGV[1] is empty) and the inbox.
-- KEYS respondent, inbox, archive
local now = digits(clock())
local f = redis.call('HMGET', KEYS[1], 'v', 's', 'a', 'cn')
local number = ARGV[1] ~= '' and ARGV[1] or f[4]
local conversation = number and
  (redis.call('HGET', KEYS[1], 'c:' .. number) or redis.call('HGET', KEYS[3], number))
return {'TAKEN', now, f[1] or '', f[2] or '', f[3] or '', conversation or '', redis.call('LRANGE', KEYS[2], 0, -1)}
