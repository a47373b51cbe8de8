-- KEYS: session   ARGV: deadline, epoch
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then return 0 end
return redis.call('DEL', KEYS[1])
