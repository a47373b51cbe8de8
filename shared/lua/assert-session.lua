-- A gateway keeps a session alive, or writes back what Redis lost. The room is known to the gateway alone; the place in the
-- lobby stored under our epoch is newer than ours. What is written back is connected, whatever was said of older claims.
-- KEYS: session
-- ARGV: deadline, gateway, its incarnation, session, epoch, hash of the token, lobby server, lobby room, room, ttlMs
-- Answer: ours; superseded: another session is stored; resumed: this one, with a newer owner
local key = KEYS[1]
local stored, own = tonumber(redis.call('HGET', key, 'epoch') or 0), tonumber(ARGV[5])
if stored > own then return redis.call('HGET', key, 'session') == ARGV[4] and 'resumed' or 'superseded' end
if stored < own then
  redis.call('HSET', key, 'gateway', ARGV[2], 'incarnation', ARGV[3], 'session', ARGV[4], 'epoch', ARGV[5],
    'token', ARGV[6], 'lobbyServer', ARGV[7], 'lobbyRoom', ARGV[8], 'away', '')
  redis.call('HDEL', key, 'olderTokens', 'spentTokens')
end
redis.call('HSET', key, 'room', ARGV[9])
redis.call('PEXPIRE', key, ARGV[10])
return 'ours'
