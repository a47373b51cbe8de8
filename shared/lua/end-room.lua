-- The end of a room by the server that runs it; the first time its lobby room is told.
-- KEYS: room
-- ARGV: deadline, room id, server, incarnation, epoch, class, lobby room, why, result, ttlMs, channel of the lobby room
-- Answer: ended; or superseded, the server that is to run it now, or ''
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'epoch')
local stored, own = tonumber(fields[3] or 0), tonumber(ARGV[5])
if stored > own then return { 'superseded', fields[1] ~= 'ended' and fields[2] or '' } end
if stored == own and fields[1] == 'ended' then return { 'ended' } end

redis.call('HSET', room, 'state', 'ended', 'server', ARGV[3], 'incarnation', ARGV[4], 'epoch', ARGV[5],
  'class', ARGV[6], 'lobbyRoom', ARGV[7], 'why', ARGV[8], 'result', ARGV[9])
redis.call('PEXPIRE', room, ARGV[10])
redis.call('PUBLISH', ARGV[11], 'ended ' .. ARGV[2])
return { 'ended' }
