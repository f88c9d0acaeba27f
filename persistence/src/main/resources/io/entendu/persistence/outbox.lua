-- Shared by every script that touches the outbox of a respondent.
--
-- A message owed is one field of the outbox: a head of words, a line break, the message's JSON, which no script reads.
-- What has been sent or given up moves to the list of the finished, so that the outbox itself stays small.
-- A respondent waits in one lane at a time: of the channel of the next message, replies apart from openings.

local FINISHED_KEPT = 50
local CONFIRMATION_MS = 5 * 60 * 1000
local LATE_MS = 1000 -- a message that is taken sooner has cost nobody any patience

-- A channel's lane of replies; its openings are in the next one. Whoever is in lane 0 has not been sorted: there were no lanes then.
local REPLIES = {TELEGRAM = 1, SMS = 3, WHATSAPP = 5, WEB = 7}

-- The keys of an outbox, which every script declares in this order from some place on; and what is to be written at the end.
local function outbox_keys(rid, first)
  return {
    rid = rid, respondent = KEYS[1], outbox = KEYS[first], finished = KEYS[first + 1], deliveries = KEYS[first + 2],
    doubts = KEYS[first + 3], timers = KEYS[first + 4], due = KEYS[first + 5], fields = {}, changed = {}}
end

-- A field of the respondent, to be written at the end.
local function set(k, field, value)
  local fields = k.fields
  fields[#fields + 1] = field
  fields[#fields + 1] = value
end

local function written(e)
  local head = table.concat({
    digits(e.seq), e.class, e.conversation, e.turn, e.channel, e.invited, e.status, e.attempts, e.maybe, e.stale,
    e.claim, e.at, e.lease, e.born, e.reason, e.code, e.reported}, ' ')
  return head .. '\n' .. e.body
end

-- An entry, to be written at the end as it then is.
local function save(k, e)
  if not e.changed then
    e.changed = true
    k.changed[#k.changed + 1] = e
  end
end

-- Writes what was set and saved: a call costs more than what it writes.
local function flush(k)
  local owed = {}
  for _, e in ipairs(k.changed) do
    if not e.gone then
      owed[#owed + 1] = e.id
      owed[#owed + 1] = written(e)
    end
  end
  if #owed > 0 then
    redis.call('HSET', k.outbox, unpack(owed))
  end
  if #k.fields > 0 then
    redis.call('HSET', k.respondent, unpack(k.fields))
  end
end

local WORD = '(%S+) '
local HEAD = '^' .. string.rep(WORD, 15) .. '(%S+) ?(%S*)\n(.*)$'

local function parsed(id, value)
  local seq, class, conversation, turn, channel, invited, status, attempts, maybe, stale, claim, at, lease, born, reason, code,
    reported, body = string.match(value, HEAD)
  return {
    id = id, body = body, seq = tonumber(seq), class = class, conversation = conversation, turn = turn, channel = channel,
    invited = invited, status = status, attempts = tonumber(attempts), maybe = maybe, stale = stale, claim = tonumber(claim),
    at = tonumber(at), lease = tonumber(lease), born = tonumber(born), reason = reason, code = code,
    reported = reported ~= '' and reported or '-'}
end

local function pending(k)
  local flat = redis.call('HGETALL', k.outbox)
  local entries = {}
  for i = 1, #flat, 2 do
    entries[#entries + 1] = parsed(flat[i], flat[i + 1])
  end
  if #entries > 1 then
    table.sort(entries, function(a, b) return a.seq < b.seq end)
  end
  return entries
end

local function doubt(k, e)
  return e.channel .. ' ' .. k.rid .. ' ' .. e.id
end

-- Moves an entry to the finished; the oldest of those goes with what its provider reported.
-- The last but one word says whether there was an attempt of which nobody knows what became of it.
local function finish(k, e, status, provider)
  redis.call('HDEL', k.outbox, e.id)
  e.gone = true
  if e.maybe == '1' then
    redis.call('SREM', k.doubts, doubt(k, e))
  end
  local line = table.concat({
    e.id, e.conversation, e.turn, status, e.attempts, e.reason, e.code, provider,
    e.resolved and '0' or e.maybe, e.channel}, ' ')
  if redis.call('RPUSH', k.finished, line) > FINISHED_KEPT then
    local old = string.match(redis.call('LPOP', k.finished), '^%S+ %S+ %S+ %S+ %S+ %S+ %S+ (%S+)')
    redis.call('HDEL', k.deliveries, old)
  end
end

-- Takes an entry out that is not wanted any more; one that may have been sent stays visible.
local function retire(k, e)
  if e.attempts > 0 then
    finish(k, e, 'GIVEN_UP', '-')
  else
    redis.call('HDEL', k.outbox, e.id)
    e.gone = true
  end
end

-- Who was reached late has as long to answer as who was reached at once.
local function rearm(k, e, now)
  if now - e.born < LATE_MS then
    return
  end
  local armed = redis.call('HGET', k.respondent, 't:' .. e.conversation)
  local member, turn, patience = string.match(armed or '', '^(%S+ %S+ (%S+)) (%d+)$')
  if turn == e.turn then
    local before = redis.call('ZSCORE', k.timers, member)
    local at = now + tonumber(patience)
    if before and tonumber(before) < at then
      redis.call('ZADD', k.timers, 'XX', at, member)
    end
  end
end

-- What was reported of this id is of this message. Answers status, code and failure.
local function attribute(k, e, provider)
  local rank, entry, told = string.match(redis.call('HGET', k.deliveries, provider), '^%S+ (%S+) (%S+) (.*)$')
  if entry ~= e.id then
    redis.call('HSET', k.deliveries, provider, table.concat({e.conversation, rank, e.id, told}, ' '))
  end
  return told
end

-- The provider took it. What it reported before it was known whose message that is, is this one's.
local function arrive(k, e, provider, now)
  e.reason, e.code = '-', '-'
  finish(k, e, 'SENT', provider)
  if redis.call('HSETNX', k.deliveries, provider, e.conversation .. ' -1 ' .. e.id .. ' - - -') == 0 then
    attribute(k, e, provider)
  end
  rearm(k, e, now)
end

-- An attempt has ended without an answer, unless the provider reported on it. What a newer turn has overtaken goes, the rest waits.
local function unanswered(k, e, code, now)
  if e.maybe ~= '1' then
    redis.call('SADD', k.doubts, doubt(k, e))
  end
  e.maybe, e.status, e.reason, e.code = '1', 'MAYBE_SENT', 'NO_ANSWER', code
  local reported = e.reported
  e.reported = '-'
  if reported ~= '-' and string.sub(reported, 1, 1) ~= '?' then
    e.resolved = true
    arrive(k, e, reported, now)
  elseif e.stale == '1' then
    finish(k, e, 'GIVEN_UP', '-')
  end
end

local function passes(e, gate, now)
  if e.class == 'OPT_OUT_CONFIRMATION' then
    return now - e.born <= CONFIRMATION_MS
  elseif e.class == 'HELP' then
    return true
  elseif gate.suppressed == '1' then
    return false
  elseif e.class == 'NOTICE' then
    return true
  elseif e.class == 'CONSENT_REQUEST' then
    return e.conversation == gate.conversation and e.turn == gate.turn
  elseif e.class == 'QUESTION' then
    return e.conversation == gate.conversation and gate.consented == gate.conversation
      and (gate.phase == 'ASKING' or e.turn == gate.turn)
  elseif e.class == 'REMINDER' then
    return e.conversation == gate.conversation and gate.consented == gate.conversation
      and gate.phase == 'ASKING' and e.turn == gate.turn
  end
  return false
end

-- What is read of a respondent whenever something may be claimed; whoever needs more asks for it in the same call, behind these.
local function gates(k, ...)
  local f = redis.call('HMGET', k.respondent, 'sup', 'cn', 'ph', 'tn', 'cg', 'kb', 'lt', ...)
  return {
    suppressed = f[1], conversation = f[2], phase = f[3], turn = f[4], consented = f[5], buttons = f[6] or '',
    last = tonumber(f[7] or 0)}, f
end

-- Whether an entry has to let an earlier one of its conversation go first. What is said beside a question does not wait for it.
local function waits(blocked, e)
  local by = blocked[e.conversation]
  return by and not (by == 'QUESTION' and (e.class == 'HELP' or e.class == 'NOTICE'))
end

-- Nobody waits for an invitation or a reminder.
local function opens(e)
  return e.class == 'REMINDER' or e.class == 'CONSENT_REQUEST' and e.invited == '1'
end

local function lane_of(e)
  return REPLIES[e.channel] + (opens(e) and 1 or 0)
end

-- When an entry may go: a chat is not written to faster than its pace (milliseconds, 0 for none).
local function due_at(e, gate, pace)
  if pace > 0 and e.channel == 'TELEGRAM' then
    return math.max(e.at, gate.last + pace)
  end
  return e.at
end

-- Puts the respondent into a lane, out of all without one.
local function queue(k, lane, at)
  if lane then
    redis.call('ZADD', k.due, lane * LANE + at, k.rid)
  else
    redis.call('ZREM', k.due, k.rid)
  end
end

-- Notes when and in which lane this respondent's outbox wants to be looked at again. Answers whether that is now.
local function schedule(k, entries, now, gate, pace)
  local next, wake = nil, nil
  local blocked = {}
  for _, e in ipairs(entries) do
    if not e.gone then
      if e.status == 'SENDING' then
        queue(k, lane_of(e), e.lease)
        return false
      elseif not waits(blocked, e) then
        blocked[e.conversation] = e.class
        local at = due_at(e, gate, pace)
        local sooner = next and opens(e) == opens(next) and at < wake
        if not next or sooner or opens(next) and not opens(e) then
          next, wake = e, at
        end
      end
    end
  end
  queue(k, next and lane_of(next), wake)
  return next ~= nil and wake <= now
end

-- Ends what is in flight and has outlived its lease. Answers whether something else is still in flight.
local function flying(k, entries, now)
  local one = false
  for _, e in ipairs(entries) do
    if not e.gone and e.status == 'SENDING' then
      if e.lease > now then
        one = true
      else
        unanswered(k, e, 'lease', now)
        if not e.gone then
          e.at = now
          save(k, e)
        end
      end
    end
  end
  return one
end

-- The next message that is due, a reply before an opening. Within a conversation none overtakes an earlier one.
local function choose(k, entries, now, gate, pace)
  local chosen = nil
  local blocked = {}
  for _, e in ipairs(entries) do
    if not e.gone and not waits(blocked, e) then
      if due_at(e, gate, pace) > now then
        blocked[e.conversation] = e.class
      elseif not passes(e, gate, now) then
        retire(k, e)
      elseif opens(e) then
        blocked[e.conversation] = e.class
        chosen = chosen or e
      else
        return e
      end
    end
  end
  return chosen
end

-- Takes the next message that is due, unless one is in flight: of this lane only, or without one any reply.
local function take(k, entries, now, lease, pace, gate, lane)
  local busy = flying(k, entries, now)
  local claimed = nil
  if not busy then
    local e = choose(k, entries, now, gate, pace)
    if e and (lane == lane_of(e) or not lane and not opens(e)) then
      e.status, e.attempts, e.claim, e.lease = 'SENDING', e.attempts + 1, e.claim + 1, now + lease
      save(k, e)
      if pace > 0 and e.channel == 'TELEGRAM' then
        gate.last = now
        set(k, 'lt', now)
      end
      local channel, buttons = string.match(gate.buttons, '^(%S+) (.*)$')
      claimed = {e.id, e.body, e.claim, e.attempts, e.maybe, channel == e.channel and buttons or ''}
    end
  end
  schedule(k, entries, now, gate, pace)
  return claimed
end
