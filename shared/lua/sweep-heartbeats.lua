-- Takes all servers off the list that have been silent for too long, at once.
-- KEYS: heartbeats   ARGV: deadline, prefix of the hashes (the same slot), staleAfterMs
-- Answer: their addresses
local stale = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. integer(now - tonumber(ARGV[3])))
for _, address in ipairs(stale) do
  redis.call('DEL', ARGV[2] .. address)
  redis.call('ZREM', KEYS[1], address)
end
return stale
