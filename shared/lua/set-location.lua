-- Where the user of this session is now.
-- KEYS: session   ARGV: deadline, epoch, then field, value …
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
return 1
