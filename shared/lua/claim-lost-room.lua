-- A gateway ends a room that a lost incarnation ran. Its epoch rises: what the lost server still says of it is superseded.
-- KEYS: room
-- ARGV: deadline, room id, server, lost incarnation, why, ttlMs, prefix of the lobby rooms' channels
-- Answer: ended; or left, the server that is to run it now, or ''
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'incarnation', 'epoch', 'lobbyRoom')
if fields[1] ~= 'running' or fields[2] ~= ARGV[3] or fields[3] ~= ARGV[4] then
  -- A room that the lost incarnation never came to run is placed again by whoever asks for it: nothing to keep in the list.
  local current = (fields[1] == 'running' or fields[1] == 'placed') and fields[3] ~= ARGV[4]
  return { 'left', current and fields[2] or '' }
end

redis.call('HSET', room, 'state', 'ended', 'epoch', epochAfter(fields[4]), 'why', ARGV[5], 'result', '')
redis.call('PEXPIRE', room, ARGV[6])
redis.call('PUBLISH', ARGV[7] .. (fields[5] or ''), 'ended ' .. ARGV[2])
return { 'ended' }
