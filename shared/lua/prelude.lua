-- Goes before every script. Redis time decides, never the clock of a caller: one clock for the whole cluster.
-- ARGV[1] is the deadline of the caller. Past it nobody waits for the answer, so nothing may change any more.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
if now >= tonumber(ARGV[1]) then
  return redis.error_reply('LATE the deadline of this script has passed')
end

-- Epochs and microseconds have 16 digits: tostring and .. keep only 14 of them.
local function integer(number)
  return string.format('%.0f', number)
end

-- Higher than the stored epoch and than every epoch ever given before, even one that Redis has forgotten.
local function epochAfter(stored)
  local micros = tonumber(time[1]) * 1000000 + tonumber(time[2])
  return integer(math.max(tonumber(stored or 0) + 1, micros))
end

-- Lists are kept as words with spaces between them.
local function words(text)
  local list = {}
  for word in string.gmatch(text, '%S+') do table.insert(list, word) end
  return list
end

-- Nil: not there.
local function placeIn(list, wanted)
  for place, word in ipairs(list) do
    if word == wanted then return place end
  end
  return nil
end

-- The newest `count` of them.
local function lastWords(list, count)
  return table.concat(list, ' ', math.max(1, #list - count + 1))
end
