-- Shared by the scripts that shorten a ledger.

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
      return string.format('%.0f', written(redis.call('LINDEX', ledger, -1)))
    end
    redis.call('LPOP', ledger)
  end
end
