-- The client has used what WELCOME gave it: the token before is void.
-- KEYS: session   ARGV: deadline, epoch
-- Answer: 1; 0: a newer owner is stored
local stored = redis.call('HGET', KEYS[1], 'epoch')
if stored == ARGV[2] then redis.call('HDEL', KEYS[1], 'previousToken') end
return tonumber(stored or 0) > tonumber(ARGV[2]) and 0 or 1
