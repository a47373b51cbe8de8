-- The live server with the fewest connections, counting one for each answer since its last push.
-- KEYS: heartbeats   ARGV: deadline, prefix of the hashes (the same slot), staleAfterMs, random number
-- Answer: address, connectionCount, answers; or nothing
local addresses = redis.call('ZRANGEBYSCORE', KEYS[1], integer(now - tonumber(ARGV[3])), '+inf')
local best, least = {}, math.huge
for _, address in ipairs(addresses) do
  local fields = redis.call('HMGET', ARGV[2] .. address, 'connectionCount', 'answers')
  if fields[1] then
    local load = tonumber(fields[1]) + tonumber(fields[2] or 0)
    if load < least then best, least = {}, load end
    if load == least then table.insert(best, { address, fields[1] }) end
  end
end
if #best == 0 then return {} end
local chosen = best[1 + math.floor(tonumber(ARGV[4]) * #best)] or best[1]
local answers = redis.call('HINCRBY', ARGV[2] .. chosen[1], 'answers', 1)
return { chosen[1], chosen[2], answers }
