-- A lobby server that has a user attached says so, now and then and after each change.
-- KEYS: the presence of the user, which is also the channel of its changes
local server, session, epoch, place = ARGV[2], ARGV[3], ARGV[4], ARGV[5] -- place: online, lobby or game
local away, ttl = ARGV[6], ARGV[7] -- away: 1, 0, or empty: as this session said last

local stored = redis.call('HMGET', KEYS[1], 'session', 'epoch', 'away', 'status')
if stored[2] and tonumber(stored[2]) > tonumber(epoch) then
  return 'superseded'
end
if away == '' then
  away = stored[1] == session and stored[3] or '0'
end
local status = away == '1' and 'away' or place
redis.call('HSET', KEYS[1], 'server', server, 'session', session, 'epoch', epoch, 'away', away, 'status', status)
redis.call('PEXPIRE', KEYS[1], ttl)
if status ~= stored[4] then
  redis.call('PUBLISH', KEYS[1], status)
end
return status
