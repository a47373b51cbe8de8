-- The answer to `testing`. Never creates a hash, never speaks for another incarnation.
-- KEYS: server   ARGV: deadline, incarnation
-- Answer: current | missing | lost | foreign, incarnation
local fields = redis.call('HMGET', KEYS[1], 'address', 'incarnation', 'state')
if not fields[1] then return { 'missing' } end
if (fields[2] or '') ~= ARGV[2] then return { 'foreign', fields[2] or '' } end
if fields[3] == 'lost' then return { 'lost' } end
redis.call('HSET', KEYS[1], 'check', 'update')
return { 'current' }
