-- Writes down what became of a claim. Answers STALE for an overtaken one, MORE when another message is due at once.
-- KEYS respondent, outbox, finished, deliveries, due
-- ARGV respondent id, entry id, claim, SENT | AGAIN | HELD | GIVEN_UP, then
--      SENT: provider's id, 1 when it carries buttons; AGAIN: milliseconds, reason, code; HELD: milliseconds; GIVEN_UP: reason, code
local k = {outbox = KEYS[2], finished = KEYS[3], deliveries = KEYS[4], due = KEYS[5]}
local entries = pending(k)
local entry = nil
for _, e in ipairs(entries) do
  if e.id == ARGV[2] and e.status == 'SENDING' and digits(e.claim) == ARGV[3] then
    entry = e
  end
end
if not entry then
  return 'STALE'
end
local now = clock()
if ARGV[4] == 'SENT' then
  entry.reason, entry.code = '-', '-'
  finish(k, entry, 'SENT', ARGV[5])
  redis.call('HSETNX', k.deliveries, ARGV[5], table.concat({entry.conversation, '-1', entry.id, '-', '-', '-'}, ' '))
  if ARGV[6] == '1' then
    redis.call('HSET', KEYS[1], 'kb', entry.channel .. ' ' .. ARGV[5])
  else
    redis.call('HDEL', KEYS[1], 'kb')
  end
elseif ARGV[4] == 'AGAIN' then
  entry.at = tonumber(ARGV[5])
  if ARGV[6] == 'NO_ANSWER' then
    unanswered(k, entry, ARGV[7])
  else
    entry.status = entry.maybe == '1' and 'MAYBE_SENT' or 'QUEUED'
    entry.reason, entry.code = ARGV[6], ARGV[7]
    if entry.stale == '1' then
      retire(k, entry)
    end
  end
  if not entry.gone then
    save(k, entry)
  end
elseif ARGV[4] == 'HELD' then
  entry.at, entry.attempts = tonumber(ARGV[5]), entry.attempts - 1
  entry.status = entry.maybe == '1' and 'MAYBE_SENT' or 'QUEUED'
  if entry.stale == '1' then
    retire(k, entry)
  else
    save(k, entry)
  end
else
  entry.reason, entry.code = ARGV[5], ARGV[6]
  finish(k, entry, 'GIVEN_UP', '-')
end
return schedule(k, ARGV[1], entries, now) and 'MORE' or 'DONE'
