-- A lobby room with its newest events and chat lines, from one moment.
-- KEYS: the room, its events, its chat
local room = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'state')
return {room, redis.call('LRANGE', KEYS[2], 0, -1), redis.call('LRANGE', KEYS[3], 0, -1)}
