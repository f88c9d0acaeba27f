-- Takes away one conversation that has ended, or only its words, unless it has moved since it was read.
-- KEYS respondent, texts, log, finished, deliveries, ledger, timers, idle, index, the survey's index
-- ARGV respondent id, the conversation as it was read, its number, WORDS | ALL, milliseconds before which the ledger is too old, last contact, fields of words
local rid, number = ARGV[1], ARGV[3]
if redis.call('HGET', KEYS[1], 'c:' .. number) ~= ARGV[2] then
  return 0
end
for i = 7, #ARGV do
  redis.call('HDEL', KEYS[2], ARGV[i])
end
if ARGV[4] == 'WORDS' then
  return 1
end

-- Keeps of a list what is not of this conversation.
local function without(key, pattern, last)
  local kept = {}
  local lines = redis.call('LRANGE', key, 0, -1)
  for _, line in ipairs(lines) do
    if string.match(line, pattern) ~= number then
      kept[#kept + 1] = line
    elseif last then
      last(line)
    end
  end
  if #kept < #lines then
    redis.call('UNLINK', key)
    for _, line in ipairs(kept) do
      redis.call('RPUSH', key, line)
    end
  end
end

without(KEYS[3], '^{"v":%d+,"c":(%d+)')
without(KEYS[4], '^%S+ (%d+)', function(line)
  redis.call('HDEL', KEYS[5], string.match(line, '^%S+ %S+ %S+ %S+ %S+ %S+ %S+ (%S+)'))
end)
shorten(KEYS[6], ARGV[5])

local timer = redis.call('HGET', KEYS[1], 't:' .. number)
if timer then
  redis.call('ZREM', KEYS[7], string.match(timer, '^%S+ %S+ %S+'))
end
redis.call('HDEL', KEYS[1], 'c:' .. number, 't:' .. number)
if redis.call('HGET', KEYS[1], 'cn') == number then
  redis.call('HDEL', KEYS[1], 'cn', 'ph', 'tn', 'cg')
end
redis.call('HINCRBY', KEYS[1], 'v', 1) -- a turn that was computed from it does not bring it back
redis.call('ZREM', KEYS[9], rid .. '-' .. number)
redis.call('ZREM', KEYS[10], rid .. '-' .. number)
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.match(field, '^c:') then
    return 1
  end
end
redis.call('ZADD', KEYS[8], ARGV[6], rid)
return 1
