-- Moves marks forward; one that is further stays, and one that never began stays away.
-- KEYS marks; ARGV milliseconds, senders
for i = 2, #ARGV do
  local begun, reached = string.match(redis.call('HGET', KEYS[1], ARGV[i]) or '', '^(%d+) (%d+)$')
  if begun and tonumber(reached) < tonumber(ARGV[1]) then
    redis.call('HSET', KEYS[1], ARGV[i], begun .. ' ' .. ARGV[1])
  end
end
return 1
