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
