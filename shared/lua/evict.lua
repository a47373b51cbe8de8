-- Eviction by misses: compare-and-set on the round, so that one of many gateways does it and publishes one event.
-- KEYS: server   ARGV: deadline, round, maxMisses, tombstoneMs, events channel
local FORGIVEN_AFTER_MS = 600000 -- who stayed so long since joining or returning does not flap
local MAX_RISE = 12

local server = KEYS[1]
local fields = redis.call('HMGET', server, 'address', 'misses', 'round', 'state', 'evictions', 'joinedAt', 'incarnation')
local state = fields[4]
if not fields[1] or state == 'down' or state == 'lost' then return 0 end
if fields[3] ~= ARGV[2] or tonumber(fields[2] or 0) < tonumber(ARGV[3]) then return 0 end

local evictions = tonumber(fields[5] or 0)
if fields[6] and now - tonumber(fields[6]) > FORGIVEN_AFTER_MS then evictions = 0 end
evictions = evictions + 1
-- Acknowledgements it takes to return: 2, 4, 8, 12.
local rise = math.min(2 ^ evictions, MAX_RISE)
redis.call('HSET', server, 'state', 'down', 'oks', 0, 'evictions', evictions, 'rise', rise)
redis.call('PEXPIRE', server, ARGV[4])
redis.call('PUBLISH', ARGV[5], 'evict ' .. server .. ' ' .. (fields[7] or '') .. ' misses')
return 1
