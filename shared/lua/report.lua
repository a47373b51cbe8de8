-- Absolute counts, and the reservations that these counts now include.
-- KEYS: server, its reservations   ARGV: deadline, incarnation, games, users, up | draining, reservation …
-- Answer: current, limit of the drain it was told to begin or '' | missing | lost | foreign, incarnation
local server = KEYS[1]
local fields = redis.call('HMGET', server, 'address', 'incarnation', 'state', 'drain')
if not fields[1] then return { 'missing' } end
if (fields[2] or '') ~= ARGV[2] then return { 'foreign', fields[2] or '' } end
if fields[3] == 'lost' then return { 'lost' } end

redis.call('HSET', server, 'games', ARGV[3], 'users', ARGV[4])
if ARGV[5] == 'draining' then
  redis.call('HSETNX', server, 'drain', 'default')
  if fields[3] ~= 'down' then redis.call('HSET', server, 'state', 'draining') end
end
if #ARGV > 5 then redis.call('ZREM', KEYS[2], unpack(ARGV, 6)) end
return { 'current', fields[4] or '' }
