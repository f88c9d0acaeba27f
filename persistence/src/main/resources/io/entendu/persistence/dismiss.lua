-- Forgets a dead letter. Answers whether it was there.
-- KEYS dead letters of the respondent, dead letters of the shard; ARGV respondent id, entry id
redis.call('ZREM', KEYS[2], ARGV[1] .. ' ' .. ARGV[2])
return redis.call('HDEL', KEYS[1], ARGV[2])
