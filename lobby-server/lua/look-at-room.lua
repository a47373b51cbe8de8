-- The regular look of a server with attached members: keeps the room alive, counts how long the other members have been
-- attached nowhere, and answers the room and who has been absent for too long.
-- KEYS: the room, how long members have been absent, its events, its chat, the newest sessions of its members
local attachedHere = cjson.decode(ARGV[2]) -- user id → true
local longestStep, holdMs, ttl = tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]

local room = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'state', 'lookedAt')
if not room[1] then
  return {'gone'}
end
-- Every look adds the time since the last one, whoever made it; a server with the member attached sets it back. The step is
-- bounded: while Redis or all lobby servers stood still, nobody's absence grew.
local step = math.max(0, math.min(now - tonumber(room[4] or now), longestStep))
local before = redis.call('HGETALL', KEYS[2])
local absentMs = {}
for at = 1, #before, 2 do
  absentMs[before[at]] = tonumber(before[at + 1])
end

local absent, isMember = {}, {}
redis.call('DEL', KEYS[2])
for _, member in ipairs(cjson.decode(room[3]).members) do
  isMember[member.userId] = true
  if member.role ~= 'bot' and not attachedHere[member.userId] then
    local sinceMs = (absentMs[member.userId] or 0) + step
    redis.call('HSET', KEYS[2], member.userId, integer(sinceMs))
    if sinceMs >= holdMs then
      absent[#absent + 1] = member.userId
    end
  end
end
for _, user in ipairs(redis.call('HKEYS', KEYS[5])) do
  if not isMember[user] then
    redis.call('HDEL', KEYS[5], user)
  end
end
redis.call('HSET', KEYS[1], 'lookedAt', integer(now))
for _, key in ipairs(KEYS) do
  redis.call('PEXPIRE', key, ttl)
end
return {'there', room[1], room[2], room[3], absent}
