-- The client has used what WELCOME gave it: the token before is void.
-- KEYS: session   ARGV: deadline, epoch
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'previousToken')
return 1
