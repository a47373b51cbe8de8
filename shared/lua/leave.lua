-- A clean leave, if the id is still ours.
-- KEYS: server, servers   ARGV: deadline, incarnation, events channel
local server, incarnation = KEYS[1], ARGV[2]
if redis.call('HGET', server, 'incarnation') ~= incarnation then return 0 end
redis.call('DEL', server)
redis.call('SREM', KEYS[2], server)
redis.call('PUBLISH', ARGV[3], 'close ' .. server .. ' ' .. incarnation)
return 1
