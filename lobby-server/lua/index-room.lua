-- What the index of a class says about one lobby room.
-- KEYS: all rooms of the class, those that are open
local id, standing = ARGV[2], ARGV[3] -- open, listed (not open) or gone

redis.call(standing == 'gone' and 'ZREM' or 'ZADD', KEYS[1], unpack(standing == 'gone' and {id} or {0, id}))
redis.call(standing == 'open' and 'ZADD' or 'ZREM', KEYS[2], unpack(standing == 'open' and {0, id} or {id}))
return 'indexed'
