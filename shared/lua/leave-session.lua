-- The connection of this session has ended; its client may come back, or anybody else.
-- KEYS: session   ARGV: deadline, epoch
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'away', '1')
return 1
