-- A backend that writes no records has said that a room is over; the first gateway that heard it writes so.
-- KEYS: room
-- ARGV: deadline, room id, server, incarnation, why, result, ttlMs, prefix of the lobby rooms' channels
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'incarnation', 'lobbyRoom')
if fields[1] ~= 'running' or fields[2] ~= ARGV[3] or fields[3] ~= ARGV[4] then return 0 end
redis.call('HSET', room, 'state', 'ended', 'why', ARGV[5], 'result', ARGV[6])
redis.call('PEXPIRE', room, ARGV[7])
redis.call('PUBLISH', ARGV[8] .. (fields[4] or ''), 'ended ' .. ARGV[2])
return 1
