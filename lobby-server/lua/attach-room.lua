-- Everything an attach needs of one lobby room, from one moment; a member who attaches is absent no more.
-- KEYS: the room, its events, the replies of the session, how long members have been absent, its chat
local user = ARGV[2]

local room = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'state')
redis.call('HDEL', KEYS[4], user)
return {room, redis.call('LRANGE', KEYS[2], 0, -1), redis.call('HVALS', KEYS[3]), redis.call('LRANGE', KEYS[5], 0, -1)}
