-- Notes in a respondent what of theirs lies in other shards. Answers whether they are still who they were: an erasure
-- since then forbids it.
-- KEYS respondent, idle; ARGV respondent id, epoch (empty: whichever), how many words are kept, words
local version = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
if ARGV[2] ~= '' and digits(math.floor(version / 1000000000)) ~= ARGV[2] then
  return 0
end
local known, words = {}, {}
for word in string.gmatch(redis.call('HGET', KEYS[1], 'o') or '', '%S+') do
  words[#words + 1] = word
  known[word] = true
end
for i = 4, #ARGV do
  if not known[ARGV[i]] then
    words[#words + 1] = ARGV[i]
  end
end
redis.call('HSET', KEYS[1], 'o', table.concat(words, ' ', math.max(1, #words - tonumber(ARGV[3]) + 1)))
redis.call('PERSIST', KEYS[1])
if redis.call('HEXISTS', KEYS[1], 'cn') == 0 then
  redis.call('ZADD', KEYS[2], digits(clock()), ARGV[1])
end
return 1
