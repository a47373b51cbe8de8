-- One health check of one backend: judge the round that ends, clear it, ping. The first gateway of an interval does it.
-- KEYS: server, servers   ARGV: deadline, intervalMs, caller steady since, age of the caller's link pong or '',
-- tombstoneMs, events channel
-- Answer: early | acknowledged | missed | void, state, misses, incarnation, round, linkSilentMs, waitMs; or gone
local server = KEYS[1]
local interval, steadySince, tombstone = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[5])
local fields = redis.call('HMGET', server, 'address', 'incarnation', 'judged', 'check', 'misses', 'state', 'pingAt',
  'round', 'oks', 'rise', 'linkAt', 'drain')

if not fields[1] or fields[1] == '' then -- expired, or the ghost that a late acknowledgement left
  redis.call('DEL', server)
  redis.call('SREM', KEYS[2], server)
  return { 'gone' }
end

local incarnation, judged, check = fields[2] or '', fields[3], fields[4]
local misses, state, pingAt = tonumber(fields[5] or 0), fields[6] or 'up', tonumber(fields[7] or 0)
local round, oks, rise = tonumber(fields[8] or 0), tonumber(fields[9] or 0), tonumber(fields[10] or 2)
local linkAt, drain = tonumber(fields[11] or 0), fields[12]

-- A backend that registers by plain HSET has overwritten another incarnation: that one's eviction.
if judged and judged ~= incarnation then
  if state ~= 'down' and state ~= 'lost' then
    redis.call('PUBLISH', ARGV[6], 'evict ' .. server .. ' ' .. judged .. ' replaced')
  end
  if state ~= 'lost' then redis.call('PUBLISH', ARGV[6], 'lost ' .. server .. ' ' .. judged) end
  redis.call('HSET', server, 'joinedAt', integer(now))
  redis.call('HDEL', server, 'drain')
  redis.call('PERSIST', server)
  misses, state, pingAt, oks, linkAt, judged, drain = 0, 'up', 0, 0, 0, false, false
end

-- No pong yet: silent from now on, not since ever.
local pongAt = tonumber(ARGV[4]) and now - tonumber(ARGV[4])
if linkAt == 0 or linkAt > now then linkAt = pongAt or now end
if pongAt and pongAt > linkAt then linkAt = pongAt end

local elapsed = now - pingAt
if pingAt > 0 and elapsed >= 0 and elapsed < interval then
  redis.call('HSET', server, 'linkAt', integer(linkAt))
  return { 'early', state, misses, incarnation, round, now - linkAt, interval - elapsed }
end

local verdict
if pingAt == 0 or elapsed < 0 or elapsed > 2.2 * interval or steadySince > pingAt then
  verdict = 'void' -- first ping, clock step, nobody was there, or the caller was cut off meanwhile
elseif state == 'lost' then
  verdict = 'void' -- judged for good; it is pinged on so that it hears of it when it wakes
elseif check == 'testing' then
  verdict, misses, oks = 'missed', misses + 1, 0
else
  verdict, misses, oks = 'acknowledged', 0, oks + 1
end

if state == 'down' then
  if verdict == 'acknowledged' and oks >= rise then
    state = drain and 'draining' or 'up'
    redis.call('HSET', server, 'joinedAt', integer(now))
    redis.call('PERSIST', server)
  elseif verdict == 'acknowledged' or now - linkAt <= 2 * interval then
    redis.call('PEXPIRE', server, tombstone)
  end
elseif state == 'up' or state == 'suspect' then
  state = misses > 0 and 'suspect' or 'up'
end

redis.call('HSETNX', server, 'joinedAt', integer(now))
round = round + 1
redis.call('HSET', server, 'check', 'testing', 'misses', misses, 'oks', oks, 'state', state, 'round', round,
  'pingAt', integer(now), 'linkAt', integer(linkAt), 'judged', incarnation)
redis.call('PUBLISH', server, 'testing')
return { verdict, state, misses, incarnation, round, now - linkAt, interval }
