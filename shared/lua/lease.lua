-- A gateway's lease. `take`: a process starts, whoever held the id before; `renew`: only our own.
-- KEYS: gateway, servers
-- ARGV: deadline, take | renew, events channel, incarnation, leaseMs, forgottenAfterMs, address, version, startedAt, sessions,
-- up | draining
-- Answer: current, limit of the drain it was told to begin or ''; restored: Redis had forgotten us; foreign, incarnation:
-- nothing was changed
local gateway, incarnation = KEYS[1], ARGV[4]
local held = redis.call('HGET', gateway, 'incarnation')
if held and held ~= incarnation then
  if ARGV[2] == 'renew' then return { 'foreign', held } end
  redis.call('PUBLISH', ARGV[3], 'close ' .. gateway .. ' ' .. held)
  redis.call('HDEL', gateway, 'drain') -- somebody else was told
end

redis.call('HSET', gateway, 'type', 'Gateway', 'incarnation', incarnation, 'address', ARGV[7], 'version', ARGV[8],
  'startedAt', ARGV[9], 'sessions', ARGV[10], 'leaseUntil', integer(now + tonumber(ARGV[5])))
local drain = redis.call('HGET', gateway, 'drain')
redis.call('HSET', gateway, 'state', drain and 'draining' or ARGV[11])
redis.call('PEXPIRE', gateway, ARGV[6])
redis.call('SADD', KEYS[2], gateway)
if held == incarnation then return { 'current', drain or '' } end
redis.call('PUBLISH', ARGV[3], 'open ' .. gateway .. ' ' .. incarnation)
return { ARGV[2] == 'renew' and 'restored' or 'current' }
