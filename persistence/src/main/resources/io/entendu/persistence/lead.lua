-- Takes a piece of work that one process does at a time, or keeps it for longer. Answers whether it is theirs.
-- KEYS lease; ARGV process, milliseconds (0 gives it back)
local leader = redis.call('GET', KEYS[1])
if leader and leader ~= ARGV[1] then
  return 0
end
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 1
