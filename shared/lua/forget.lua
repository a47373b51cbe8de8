-- Takes the id of a server whose hash has expired off the list.
-- KEYS: server, servers   ARGV: deadline
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
return redis.call('SREM', KEYS[2], KEYS[1])
