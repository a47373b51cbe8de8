-- KEYS: reservations of a server   ARGV: deadline, reservation
return redis.call('ZREM', KEYS[1], ARGV[2])
