-- Put behind outbox.lua by the scripts that learn whose message a provider speaks of.
--
-- What a provider reports of an id that nobody knows is kept for "?" when it may be of several messages.
-- Of the message in flight `reported` then says "?" and that id, until it has an id of its own.

-- Those of which nobody knows whether they were sent: what is pending on this channel, and the finished. A name leaves only that entry.
local function doubtful(k, entries, channel, named)
  local found = {}
  for place, line in ipairs(redis.call('LRANGE', k.finished, 0, -1)) do
    local f = {}
    for word in string.gmatch(line, '%S+') do
      f[#f + 1] = word
    end
    if f[1] == named or not named and f[9] == '1' and f[10] == channel then
      found[#found + 1] = {id = f[1], conversation = f[2], words = f, place = place - 1}
    end
  end
  for _, e in ipairs(entries) do
    local open = e.status == 'SENDING' or e.maybe == '1'
    if not e.gone and (e.id == named or not named and open and e.channel == channel) then
      found[#found + 1] = e
    end
  end
  return found
end

-- The provider did take a message that was in doubt. What staff were to decide about is decided, unless it failed.
-- Answers whether that was news: a copy of it may have been known to be sent.
local function resolve(k, e, provider, now)
  if not e.words then
    e.resolved = true
    arrive(k, e, provider, now)
    return true
  end
  local told = attribute(k, e, provider)
  local f = e.words
  if f[4] == 'SENT' then
    return false
  end
  f[4], f[6], f[7], f[8], f[9] = 'SENT', '-', '-', provider, '0'
  redis.call('LSET', k.finished, e.place, table.concat(f, ' '))
  if string.match(told, '(%S+)$') == '-' and redis.call('HDEL', k.lost, e.id) == 1 then
    redis.call('ZREM', k.dead, k.rid .. ' ' .. e.id)
  end
  return true
end

-- What was reported while this one, which is finished, was in flight is not of it: then it is of the only other one in doubt.
local function disown(k, entries, e, provider, now)
  local other = string.match(e.reported, '^%?(.+)$')
  if not other or other == provider or e.maybe == '1' then
    return
  end
  local found = doubtful(k, entries, e.channel)
  if #found == 1 then
    resolve(k, found[1], other, now)
  end
end
