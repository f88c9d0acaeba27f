-- Shared by the scripts that shorten the lists of a respondent.

-- Of which conversation a line is.
local OF_LOG = '^{"v":%d+,"c":(%d+)'
local OF_LEDGER = '^{"v":%d+,"k":"%u+","c":(%d+)'
local OF_FINISHED = '^%S+ (%d+)'

-- The provider's id in a line of the finished.
local PROVIDER = '^%S+ %S+ %S+ %S+ %S+ %S+ %S+ (%S+)'

-- Keeps of a list what is not of this conversation.
local function without(key, pattern, number, last)
  local kept = {}
  local lines = redis.call('LRANGE', key, 0, -1)
  for _, line in ipairs(lines) do
    if string.match(line, pattern) ~= number then
      kept[#kept + 1] = line
    elseif last then
      last(line)
    end
  end
  if #kept < #lines then
    redis.call('UNLINK', key)
    for _, line in ipairs(kept) do
      redis.call('RPUSH', key, line)
    end
  end
end

local function written(line)
  return tonumber(string.match(line, '"at":(%d+)') or '0')
end

-- Takes away the lines that are older. Answers when the last of those that stay was written; nothing when none stays.
local function shorten(ledger, before)
  while true do
    local oldest = redis.call('LINDEX', ledger, 0)
    if not oldest then
      return nil
    end
    if written(oldest) >= tonumber(before) then
      return digits(written(redis.call('LINDEX', ledger, -1)))
    end
    redis.call('LPOP', ledger)
  end
end
