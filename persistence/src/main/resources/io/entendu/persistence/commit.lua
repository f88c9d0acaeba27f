-- Writes everything that one turn comes to, or nothing: all checks come before the first write.
-- KEYS respondent, then an outbox's, inbox, texts, log, ledger, jobs, job attempts, waiting, index, idle
--      and, with a conversation, the survey's index and tallies
-- ARGV in the order of the calls of arg() below
local inbox, texts, log, ledger = KEYS[8], KEYS[9], KEYS[10], KEYS[11]
local jobs, attempts, waiting, index, idle, ofSurvey, tallies =
  KEYS[12], KEYS[13], KEYS[14], KEYS[15], KEYS[16], KEYS[17], KEYS[18]

local cursor = 0
local function arg()
  cursor = cursor + 1
  return ARGV[cursor]
end
-- So many arguments, in one call.
local function all(command, key)
  local first = cursor + 2
  cursor = cursor + 1 + tonumber(ARGV[cursor + 1])
  if cursor >= first then
    redis.call(command, key, unpack(ARGV, first, cursor))
  end
end

local rid, version, head, number = arg(), arg(), arg(), arg()
local silent = head == '-' -- no message caused it, and none may wait
if silent then
  head = ''
end
local k = outbox_keys(rid, 2)
local gate, read = gates(k, 'v', 'oq', 'c:' .. number, 't:' .. number)
if (read[8] or '0') ~= version then
  return {'SUPERSEDED'}
end
local left = 0
if head ~= '' then
  local held = redis.call('LRANGE', inbox, 0, 1)
  if not held[1] or string.match(held[1], '^%d+') ~= head then
    return {'SUPERSEDED'}
  end
  redis.call('LPOP', inbox)
  left = held[2] and redis.call('LLEN', inbox) or 0
else
  left = redis.call('LLEN', inbox)
  if silent and left > 0 then
    return {'SUPERSEDED'}
  end
end

local now = clock()
local suppressed, state, addresses = arg(), arg(), arg()
gate.suppressed = suppressed
set(k, 'v', digits(tonumber(version) + 1))
set(k, 'sup', suppressed)
if state ~= '' then
  set(k, 's', state)
end
if addresses ~= '' then
  set(k, 'a', addresses)
end
if addresses ~= '' or suppressed == '1' then
  redis.call('PERSIST', KEYS[1]) -- what an erasure left goes after a while, a person does not
end

if number ~= '' then
  local latest, json, started, phase, turn, consent = arg(), arg(), arg(), arg(), arg(), arg()
  set(k, 'c:' .. number, json)
  if not read[10] then
    redis.call('ZADD', index, started, rid .. '-' .. number)
    redis.call('ZADD', ofSurvey, started, rid .. '-' .. number)
    redis.call('ZREM', idle, rid)
  end
  if number == latest then
    gate.conversation, gate.phase, gate.turn = number, phase, turn
    set(k, 'cn', number)
    set(k, 'ph', phase)
    set(k, 'tn', turn)
    if consent == 'GRANTED' then
      gate.consented = number
      set(k, 'cg', number)
    elseif consent == 'REFUSED' then
      gate.consented = nil
      redis.call('HDEL', KEYS[1], 'cg')
    end
  end
  local timer, patience = arg(), arg()
  if timer ~= '' then
    if read[11] then
      redis.call('ZREM', k.timers, string.match(read[11], '^%S+ %S+ %S+'))
    end
    if timer ~= '-' then
      local member = rid .. ' ' .. number .. ' ' .. turn
      redis.call('ZADD', k.timers, timer, member)
      set(k, 't:' .. number, member .. ' ' .. patience)
    elseif read[11] then
      redis.call('HDEL', KEYS[1], 't:' .. number)
    end
  end
elseif not gate.conversation then
  redis.call('ZADD', idle, now, rid)
end

local line, text, words = arg(), arg(), arg()
if line ~= '' then
  redis.call('RPUSH', log, line)
end
if text ~= '' then
  redis.call('HSET', texts, text, words)
end
all('RPUSH', ledger)
for _ = 1, tonumber(arg()) do
  redis.call('HINCRBY', tallies, arg(), arg())
end
for _ = 1, tonumber(arg()) do
  local job = arg()
  redis.call('ZREM', jobs, job)
  redis.call('HDEL', attempts, job)
end
for _ = 1, tonumber(arg()) do
  redis.call('ZADD', jobs, now, arg())
end
if head ~= '' then
  if left > 0 then
    redis.call('ZADD', waiting, now, rid)
  else
    redis.call('ZREM', waiting, rid)
  end
end

local conversation, lease, pace, says = arg(), tonumber(arg()), tonumber(arg()), tonumber(arg())
if says == 0 and suppressed == '0' then
  flush(k)
  return {'DONE', left}
end
local sequence = tonumber(read[9] or 0)
local said, asks = {}, false
for i = 1, says do
  said[i] = {
    seq = sequence + i, id = arg(), class = arg(), conversation = conversation, turn = arg(), channel = arg(), invited = arg(),
    at = tonumber(arg()), body = arg(), status = 'QUEUED', attempts = 0, maybe = '0', stale = '0', claim = 0, lease = 0,
    reason = '-', code = '-', reported = '-'}
  said[i].born = said[i].at
  asks = asks or said[i].class == 'QUESTION' or said[i].class == 'REMINDER' or said[i].class == 'CONSENT_REQUEST'
end
local entries = pending(k)
for _, e in ipairs(entries) do
  -- What is said beside a question leaves the question owed.
  local overtaken = says > 0 and e.conversation == conversation and (asks or e.class ~= 'QUESTION')
  if e.class ~= 'OPT_OUT_CONFIRMATION' and (suppressed == '1' or overtaken) then
    if e.status == 'SENDING' then
      e.stale = '1'
      save(k, e)
    else
      retire(k, e)
    end
  end
end
for _, e in ipairs(said) do
  save(k, e)
  entries[#entries + 1] = e
end
if says > 0 then
  set(k, 'oq', digits(sequence + says))
end
local claimed = take(k, entries, now, lease, pace, gate) or {}
flush(k)
for _, e in ipairs(said) do
  if e.id == claimed[1] then
    claimed[2] = '' -- who says it knows it
  end
end
return {'DONE', left, claimed}
