-- Everything an attach needs of one lobby room, from one moment; a member who attaches is absent no more, and its older
-- sessions change nothing here from then on.
-- KEYS: the room, its events, the replies of the session, how long members have been absent, its chat, the newest sessions of
-- its members
local user, sessionEpoch, roomTtl = ARGV[2], ARGV[3], ARGV[4]

local room = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'state')
redis.call('HDEL', KEYS[4], user)
if room[1] and tonumber(redis.call('HGET', KEYS[6], user) or 0) < tonumber(sessionEpoch) then
  redis.call('HSET', KEYS[6], user, sessionEpoch)
  redis.call('PEXPIRE', KEYS[6], roomTtl)
end
return {room, redis.call('LRANGE', KEYS[2], 0, -1), redis.call('HVALS', KEYS[3]), redis.call('LRANGE', KEYS[5], 0, -1)}
