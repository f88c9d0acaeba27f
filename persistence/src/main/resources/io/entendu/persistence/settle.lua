-- Writes down what became of a claim. Answers STALE for an overtaken one, MORE when another message is due at once.
-- KEYS respondent, then an outbox's, dead letters of the respondent, dead letters of the shard
-- ARGV respondent id, milliseconds of a chat's pace, entry id, claim, SENT | FOUND | AGAIN | HELD | UNRESOLVED | GIVEN_UP, then
--      SENT: provider's id, 1 when it carries buttons; FOUND: provider's id; AGAIN: milliseconds, reason, code; HELD: milliseconds;
--      GIVEN_UP: reason, code
local k = outbox_keys(ARGV[1], 2)
k.lost, k.dead = KEYS[#KEYS - 1], KEYS[#KEYS]
local KEPT_MS = 30 * 24 * 3600 * 1000

local entries = pending(k)
local entry = nil
for _, e in ipairs(entries) do
  if e.id == ARGV[3] and e.status == 'SENDING' and digits(e.claim) == ARGV[4] then
    entry = e
  end
end
if not entry then
  return 'STALE'
end
local now, gate = clock(), gates(k)
local outcome = ARGV[5]

-- Owed as before the claim.
local function untried()
  entry.attempts = entry.attempts - 1
  entry.status = entry.maybe == '1' and 'MAYBE_SENT' or 'QUEUED'
end

-- Keeps what was given up for staff, unless it was not wanted any more.
local function bury()
  if entry.stale == '1' or entry.reason == 'OPTED_OUT' then
    return
  end
  local old = redis.call('HGETALL', k.lost)
  for i = 1, #old, 2 do
    if parsed(old[i], old[i + 1]).at < now - KEPT_MS then
      redis.call('HDEL', k.lost, old[i])
    end
  end
  entry.status, entry.at = 'GIVEN_UP', now
  redis.call('HSET', k.lost, entry.id, written(entry))
  redis.call('PEXPIRE', k.lost, KEPT_MS)
  redis.call('ZREMRANGEBYSCORE', k.dead, '-inf', now - KEPT_MS)
  redis.call('ZADD', k.dead, now, ARGV[1] .. ' ' .. entry.id)
end

if outcome == 'SENT' then
  arrive(k, entry, ARGV[6], now)
  disown(k, entries, entry, ARGV[6], now)
  if ARGV[7] == '1' then
    set(k, 'kb', entry.channel .. ' ' .. ARGV[6])
  elseif gate.buttons ~= '' then
    redis.call('HDEL', KEYS[1], 'kb')
  end
elseif outcome == 'FOUND' then
  untried()
  entry.resolved = true
  arrive(k, entry, ARGV[6], now)
elseif outcome == 'AGAIN' then
  entry.at = tonumber(ARGV[6])
  if ARGV[7] == 'NO_ANSWER' then
    unanswered(k, entry, ARGV[8], now)
  else
    entry.status = entry.maybe == '1' and 'MAYBE_SENT' or 'QUEUED'
    entry.reason, entry.code = ARGV[7], ARGV[8]
    if entry.stale == '1' then
      retire(k, entry)
    end
  end
elseif outcome == 'HELD' then
  untried()
  entry.at = tonumber(ARGV[6])
  if entry.stale == '1' then
    retire(k, entry)
  end
elseif outcome == 'UNRESOLVED' then
  untried()
  entry.reason, entry.code = 'NO_ANSWER', 'unknown_outcome'
  finish(k, entry, 'GIVEN_UP', '-')
  bury()
else
  entry.reason, entry.code = ARGV[6], ARGV[7]
  finish(k, entry, 'GIVEN_UP', '-')
  bury()
  disown(k, entries, entry, '-', now)
end
if not entry.gone then
  save(k, entry)
end
local more = schedule(k, entries, now, gate, tonumber(ARGV[2]))
flush(k)
return more and 'MORE' or 'DONE'
