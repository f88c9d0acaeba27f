-- Shortens the ledger of somebody who is gone.
-- KEYS ledger, proofs; ARGV respondent id, milliseconds before which a line is too old
local newest = shorten(KEYS[1], ARGV[2])
if newest then
  redis.call('ZADD', KEYS[2], newest, ARGV[1])
else
  redis.call('ZREM', KEYS[2], ARGV[1])
end
return 1
