-- Publishes a revision of a survey, unless what is published is newer. Answers what became of it and the line that is
-- current now: PUBLISHED, CURRENT (it was already), or why not: KNOWN, LOWER, TAKEN_OVER.
-- A line is: revision, number or -, milliseconds, FILE or API.
-- KEYS contents of all revisions, history of the survey, current line of every survey
-- ARGV survey, revision, number or -, FILE | API, content
local now = redis.call('HGET', KEYS[3], ARGV[1])
local field = ARGV[1] .. '@' .. ARGV[2]
local number = tonumber(ARGV[3]) or 0

-- Why it may not replace what is published; nothing where it may.
local function refusal()
  local current, source = string.match(now, '^%S+ (%S+) %S+ (%S+)')
  local known = redis.call('HEXISTS', KEYS[1], field) == 1
  if ARGV[4] == 'FILE' and known then
    return 'KNOWN'
  end
  current = tonumber(current) or 0
  if ARGV[3] ~= '-' and number < current and not known then
    return 'LOWER'
  end
  if ARGV[4] == 'FILE' and source == 'API' and number <= current then
    return 'TAKEN_OVER'
  end
end

if now then
  if string.match(now, '^%S+') == ARGV[2] then
    return {'CURRENT', now}
  end
  local why = refusal()
  if why then
    return {why, now}
  end
end
local at = digits(clock())
local line = table.concat({ARGV[2], ARGV[3], at, ARGV[4]}, ' ')
redis.call('HSETNX', KEYS[1], field, ARGV[5])
redis.call('RPUSH', KEYS[2], line)
redis.call('HSET', KEYS[3], ARGV[1], line)
return {'PUBLISHED', line}
