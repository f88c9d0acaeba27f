-- Keeps an invitation, unless it is there.
-- KEYS invitation; ARGV JSON, milliseconds
if redis.call('HSETNX', KEYS[1], 'j', ARGV[1]) == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
