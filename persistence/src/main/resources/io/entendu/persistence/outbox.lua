-- Shared by every script that touches the outbox of a respondent.
--
-- A message owed is one field of the outbox: a head of words, a line break, the message's JSON, which no script reads.
-- What has been sent or given up moves to the list of the finished, so that the outbox itself stays small.

local FINISHED_KEPT = 50
local CONFIRMATION_MS = 5 * 60 * 1000

local function clock()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function digits(number)
  return string.format('%.0f', number)
end

local function save(k, e)
  local head = table.concat({
    digits(e.seq), e.class, e.conversation, e.turn, e.channel, e.invited, e.status, e.attempts, e.maybe, e.stale,
    e.claim, digits(e.at), digits(e.lease), digits(e.born), e.reason, e.code}, ' ')
  redis.call('HSET', k.outbox, e.id, head .. '\n' .. e.body)
end

local function pending(k)
  local flat = redis.call('HGETALL', k.outbox)
  local entries = {}
  for i = 1, #flat, 2 do
    local head, body = string.match(flat[i + 1], '^([^\n]*)\n(.*)$')
    local f = {}
    for word in string.gmatch(head, '%S+') do
      f[#f + 1] = word
    end
    entries[#entries + 1] = {
      id = flat[i], body = body, seq = tonumber(f[1]), class = f[2], conversation = f[3], turn = f[4], channel = f[5],
      invited = f[6], status = f[7], attempts = tonumber(f[8]), maybe = f[9], stale = f[10], claim = tonumber(f[11]),
      at = tonumber(f[12]), lease = tonumber(f[13]), born = tonumber(f[14]), reason = f[15], code = f[16]}
  end
  table.sort(entries, function(a, b) return a.seq < b.seq end)
  return entries
end

-- Moves an entry to the finished; the oldest of those goes with what its provider reported.
local function finish(k, e, status, provider)
  redis.call('HDEL', k.outbox, e.id)
  e.gone = true
  local line = table.concat(
    {e.id, e.conversation, e.turn, status, e.attempts, e.reason, e.code, provider}, ' ')
  if redis.call('RPUSH', k.finished, line) > FINISHED_KEPT then
    local old = string.match(redis.call('LPOP', k.finished), '(%S+)$')
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

-- Whether an attempt without an answer is the last: an invitation had better not come than come twice.
local function held(e)
  return e.invited == '1' and e.class == 'CONSENT_REQUEST'
end

-- An attempt has ended without an answer. Entries that a newer turn has overtaken go, the others wait.
local function unanswered(k, e, code)
  e.maybe, e.status, e.reason, e.code = '1', 'MAYBE_SENT', 'NO_ANSWER', code
  if held(e) or e.stale == '1' then
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

local function gates(respondent)
  local f = redis.call('HMGET', respondent, 'sup', 'cn', 'ph', 'tn', 'cg', 'kb')
  return {suppressed = f[1], conversation = f[2], phase = f[3], turn = f[4], consented = f[5], buttons = f[6] or ''}
end

-- Whether an entry has to let an earlier one of its conversation go first. What is said beside a question does not wait for it.
local function waits(blocked, e)
  local by = blocked[e.conversation]
  return by and not (by == 'QUESTION' and (e.class == 'HELP' or e.class == 'NOTICE'))
end

-- Notes when this respondent's outbox wants to be looked at again. Answers whether that is now.
local function schedule(k, rid, entries, now)
  local wake = nil
  local blocked = {}
  for _, e in ipairs(entries) do
    if not e.gone then
      if e.status == 'SENDING' then
        redis.call('ZADD', k.due, digits(e.lease), rid)
        return false
      elseif not waits(blocked, e) then
        blocked[e.conversation] = e.class
        wake = math.min(wake or e.at, e.at)
      end
    end
  end
  if wake then
    redis.call('ZADD', k.due, digits(wake), rid)
    return wake <= now
  end
  redis.call('ZREM', k.due, rid)
  return false
end

-- Takes the next message that is due, unless one is in flight. Within a conversation none overtakes an earlier one.
local function take(k, rid, respondent, entries, now, lease)
  local flying = false
  for _, e in ipairs(entries) do
    if not e.gone and e.status == 'SENDING' then
      if e.lease > now then
        flying = true
      else
        unanswered(k, e, 'lease')
        if not e.gone then
          e.at = now
          save(k, e)
        end
      end
    end
  end
  local claimed = nil
  if not flying then
    local gate = gates(respondent)
    local blocked = {}
    for _, e in ipairs(entries) do
      if not e.gone and not waits(blocked, e) then
        if e.at > now then
          blocked[e.conversation] = e.class
        elseif passes(e, gate, now) then
          e.status, e.attempts, e.claim, e.lease = 'SENDING', e.attempts + 1, e.claim + 1, now + lease
          save(k, e)
          local channel, buttons = string.match(gate.buttons, '^(%S+) (.*)$')
          claimed = {
            e.id, e.body, digits(e.claim), digits(e.attempts), e.maybe, channel == e.channel and buttons or ''}
          break
        else
          retire(k, e)
        end
      end
    end
  end
  schedule(k, rid, entries, now)
  return claimed
end
