-- A running room says that it runs; writes back what Redis lost.
-- KEYS: room   ARGV: deadline, server, incarnation, epoch, reservation, users, class, lobby room, ttlMs
-- Answer: running; or superseded, the server that is to run it now, or ''
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'epoch')
local stored, own = tonumber(fields[3] or 0), tonumber(ARGV[4])
if stored > own or (stored == own and fields[1] == 'ended') then
  return { 'superseded', fields[1] ~= 'ended' and fields[2] or '' }
end

redis.call('HSET', room, 'state', 'running', 'server', ARGV[2], 'incarnation', ARGV[3], 'epoch', ARGV[4],
  'reservation', ARGV[5], 'users', ARGV[6], 'class', ARGV[7], 'lobbyRoom', ARGV[8])
redis.call('HDEL', room, 'why', 'result') -- of an older epoch
redis.call('PEXPIRE', room, ARGV[9])
return { 'running' }
