-- Writes everything that one turn comes to, or nothing: all checks come before the first write.
-- KEYS respondent, then an outbox's, inbox, texts, log, ledger, jobs, job attempts, waiting, index, idle
--      and, with a conversation, the survey's index and tallies
-- ARGV in the order of the calls of arg() below
local respondent, inbox, texts, log, ledger = KEYS[1], KEYS[16], KEYS[17], KEYS[18], KEYS[19]
local jobs, attempts, waiting, index, idle, ofSurvey, tallies =
  KEYS[20], KEYS[21], KEYS[22], KEYS[23], KEYS[24], KEYS[25], KEYS[26]

local cursor = 0
local function arg()
  cursor = cursor + 1
  return ARGV[cursor]
end
local function each(act)
  for _ = 1, tonumber(arg()) do
    act()
  end
end

local rid, version, head = arg(), arg(), arg()
local k = outbox_keys(rid, 2)
local timers = k.timers
if (redis.call('HGET', respondent, 'v') or '0') ~= version then
  return {'SUPERSEDED'}
end
if head ~= '' then
  local first = redis.call('LINDEX', inbox, 0)
  if not first or string.match(first, '^%d+') ~= head then
    return {'SUPERSEDED'}
  end
  redis.call('LPOP', inbox)
end

local now = clock()
local suppressed, state = arg(), arg()
redis.call('HSET', respondent, 'v', digits(tonumber(version) + 1), 'sup', suppressed)
if state ~= '' then
  redis.call('HSET', respondent, 's', state)
end
local addresses = arg()
if addresses ~= '' then
  redis.call('HSET', respondent, 'a', addresses)
end
if addresses ~= '' or suppressed == '1' then
  redis.call('PERSIST', respondent) -- what an erasure left goes after a while, a person does not
end

local number, latest = arg(), arg()
if number ~= '' then
  local json, started, phase, turn, consent = arg(), arg(), arg(), arg(), arg()
  if redis.call('HSET', respondent, 'c:' .. number, json) == 1 then
    redis.call('ZADD', index, started, rid .. '-' .. number)
    redis.call('ZADD', ofSurvey, started, rid .. '-' .. number)
    redis.call('ZREM', idle, rid)
  end
  if number == latest then
    redis.call('HSET', respondent, 'cn', number, 'ph', phase, 'tn', turn)
    if consent == 'GRANTED' then
      redis.call('HSET', respondent, 'cg', number)
    elseif consent == 'REFUSED' then
      redis.call('HDEL', respondent, 'cg')
    end
  end
  local timer, patience = arg(), arg()
  if timer ~= '' then
    local field = 't:' .. number
    local armed = redis.call('HGET', respondent, field)
    if armed then
      redis.call('ZREM', timers, string.match(armed, '^%S+ %S+ %S+'))
    end
    if timer == '-' then
      redis.call('HDEL', respondent, field)
    else
      local member = rid .. ' ' .. number .. ' ' .. turn
      redis.call('ZADD', timers, timer, member)
      redis.call('HSET', respondent, field, member .. ' ' .. patience)
    end
  end
elseif redis.call('HEXISTS', respondent, 'cn') == 0 then
  redis.call('ZADD', idle, digits(now), rid)
end

local line = arg()
if line ~= '' then
  redis.call('RPUSH', log, line)
end
local text, words = arg(), arg()
if text ~= '' then
  redis.call('HSET', texts, text, words)
end
each(function() redis.call('RPUSH', ledger, arg()) end)
each(function() redis.call('HINCRBY', tallies, arg(), arg()) end)
each(function()
  local job = arg()
  redis.call('ZREM', jobs, job)
  redis.call('HDEL', attempts, job)
end)
each(function() redis.call('ZADD', jobs, digits(now), arg()) end)

local left = redis.call('LLEN', inbox)
if head ~= '' then
  if left > 0 then
    redis.call('ZADD', waiting, digits(now), rid)
  else
    redis.call('ZREM', waiting, rid)
  end
end

local conversation, lease, pace, says = arg(), tonumber(arg()), tonumber(arg()), tonumber(arg())
if says == 0 and suppressed == '0' then
  return {'DONE', left}
end
local said, asks = {}, false
for i = 1, says do
  said[i] = {
    id = arg(), class = arg(), conversation = conversation, turn = arg(), channel = arg(), invited = arg(),
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
  e.seq = redis.call('HINCRBY', respondent, 'oq', 1)
  save(k, e)
  entries[#entries + 1] = e
end
return {'DONE', left, take(k, entries, now, lease, pace) or {}}
