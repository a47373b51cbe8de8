-- An invite code belongs to one lobby room, as long as that asks for it.
-- KEYS: the code
local lobbyRoom, ttl = ARGV[2], ARGV[3]

local holder = redis.call('GET', KEYS[1])
if holder and holder ~= lobbyRoom then
  return 'taken'
end
redis.call('SET', KEYS[1], lobbyRoom, 'PX', ttl)
return 'ours'
