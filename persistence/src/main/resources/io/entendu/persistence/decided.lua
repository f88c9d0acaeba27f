-- Notes what the membrane said to an invitation that is still there.
-- KEYS invitation; ARGV JSON
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HSET', KEYS[1], 'd', ARGV[1])
end
return 1
