-- Takes away everything of one respondent but an opt-out, and begins their next epoch. Answers AGAIN when they have moved
-- since they were read, NOTHING when nothing was there, else DONE and how much there was. Where it is only that they have been
-- kept for long enough, younger lines of the ledger stay.
-- KEYS respondent, inbox, texts, log, ledger, outbox, finished, deliveries, transcript, its ids, due, timers, jobs, job attempts,
--      waiting, idle, proofs, doubts, dead letters of the respondent and of the shard, index, gone, archive, aside; then the index
--      and the tallies of every survey they took
-- ARGV in the order of the calls of arg() below
local doubts, lost, dead, index, gone, archive, aside = KEYS[18], KEYS[19], KEYS[20], KEYS[21], KEYS[22], KEYS[23], KEYS[24]
local SURVEYS = 25 -- the first of them

local cursor = 0
local function arg()
  cursor = cursor + 1
  return ARGV[cursor]
end

local rid = arg()
local f = redis.call('HMGET', KEYS[1], 'v', 'o', 'a')
if (f[1] or '') ~= arg() or (f[2] or '') ~= arg() then
  return {'AGAIN'}
end
local next, state, suppressed, stays, traces, proofsBefore = arg(), arg(), arg(), arg(), arg(), arg()
local held = redis.call('EXISTS', unpack(KEYS, 2, 9)) + redis.call('EXISTS', archive, aside)
if held == 0 and not f[2] and not f[3] then
  return {'NOTHING'}
end

local texts, proofs, bubbles = redis.call('HLEN', KEYS[3]), redis.call('LLEN', KEYS[5]), redis.call('LLEN', KEYS[9])
local messages = redis.call('LLEN', KEYS[2]) + redis.call('LLEN', aside) + redis.call('HLEN', KEYS[6]) + redis.call('LLEN', KEYS[7])
local flying = {}
for _, e in ipairs(pending({outbox = KEYS[6]})) do
  if e.status == 'SENDING' then
    flying[#flying + 1] = rid .. '/' .. e.id
  end
  redis.call('SREM', doubts, doubt({rid = rid}, e))
end

local newest = nil
if proofsBefore ~= '' then
  newest = shorten(KEYS[5], proofsBefore)
end

local conversations = 0
local function unlist(number)
  conversations = conversations + 1
  redis.call('ZREM', index, rid .. '-' .. number)
  for i = SURVEYS, #KEYS, 2 do
    redis.call('ZREM', KEYS[i], rid .. '-' .. number)
  end
end
for _, number in ipairs(redis.call('HKEYS', archive)) do
  if redis.call('HEXISTS', KEYS[1], 'c:' .. number) == 0 then
    unlist(number)
  end
end
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local number = string.match(field, '^c:(%d+)$')
  if number then
    unlist(number)
  elseif string.match(field, '^t:') then
    redis.call('ZREM', KEYS[12], string.match(redis.call('HGET', KEYS[1], field), '^%S+ %S+ %S+'))
  end
end
for _, i in ipairs({11, 15, 16, 17}) do
  redis.call('ZREM', KEYS[i], rid)
end
for _, entry in ipairs(redis.call('HKEYS', lost)) do
  redis.call('ZREM', dead, rid .. ' ' .. entry)
end
for _ = 1, tonumber(arg()) do
  local job = arg()
  redis.call('ZREM', KEYS[13], job)
  redis.call('HDEL', KEYS[14], job)
end
for _ = 1, tonumber(arg()) do
  local tallies, field = KEYS[tonumber(arg())], arg()
  if tonumber(redis.call('HGET', tallies, field) or '0') > 0 then
    redis.call('HINCRBY', tallies, field, -1)
  end
end

redis.call('UNLINK', unpack(KEYS, 1, 4))
redis.call('UNLINK', lost, archive, aside, unpack(KEYS, 6, 10))
if newest then
  redis.call('ZADD', KEYS[17], newest, rid)
else
  redis.call('UNLINK', KEYS[5])
end
redis.call('HSET', KEYS[1], 'v', next, 's', state, 'sup', suppressed, 'iq', next, 'oq', next)
if suppressed == '0' then
  redis.call('PEXPIRE', KEYS[1], stays)
end
redis.call('SET', gone, '', 'PX', traces)
if #flying > 0 then
  -- A web chat takes a message once: these are on their way and shall not open it anew.
  redis.call('SADD', KEYS[10], unpack(flying))
  redis.call('PEXPIRE', KEYS[10], traces)
end
return {'DONE', conversations, texts, messages, proofs, bubbles}
