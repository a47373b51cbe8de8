-- The user is attached no more, unless it is elsewhere or again meanwhile.
-- KEYS: the presence of the user, which is also the channel of its changes
local server, epoch = ARGV[2], ARGV[3]

local stored = redis.call('HMGET', KEYS[1], 'server', 'epoch')
if stored[1] ~= server or stored[2] ~= epoch then
  return 'elsewhere'
end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', KEYS[1], 'offline')
return 'cleared'
