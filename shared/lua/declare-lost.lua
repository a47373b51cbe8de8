-- Evicted, and silent on every link for too long: its rooms may be claimed.
-- KEYS: server   ARGV: deadline, incarnation, silentMs, tombstoneMs, events channel
local server, incarnation = KEYS[1], ARGV[2]
local fields = redis.call('HMGET', server, 'incarnation', 'state', 'linkAt')
if fields[2] ~= 'down' or (fields[1] or '') ~= incarnation then return 0 end
if now - tonumber(fields[3] or 0) <= tonumber(ARGV[3]) then return 0 end

redis.call('HSET', server, 'state', 'lost')
redis.call('PEXPIRE', server, ARGV[4])
redis.call('PUBLISH', ARGV[5], 'lost ' .. server .. ' ' .. incarnation)
return 1
