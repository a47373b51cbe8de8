-- Proven death: evicted and lost at once, one event of each kind.
-- KEYS: server   ARGV: deadline, incarnation, tombstoneMs, events channel
-- Answer: evicted (and lost); lost: it was evicted before; unchanged
local server, incarnation = KEYS[1], ARGV[2]
local fields = redis.call('HMGET', server, 'address', 'incarnation', 'state')
if not fields[1] or (fields[2] or '') ~= incarnation or fields[3] == 'lost' then return { 'unchanged' } end

local evicts = fields[3] ~= 'down'
if evicts then
  redis.call('PUBLISH', ARGV[4], 'evict ' .. server .. ' ' .. incarnation .. ' dead')
end
redis.call('HSET', server, 'state', 'lost')
redis.call('PEXPIRE', server, ARGV[3])
redis.call('PUBLISH', ARGV[4], 'lost ' .. server .. ' ' .. incarnation)
return { evicts and 'evicted' or 'lost' }
