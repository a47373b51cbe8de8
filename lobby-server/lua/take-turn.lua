-- One process at a time; who never passes the turn on loses it.
-- KEYS: the turn   ARGV: deadline, holder, ttlMs
return redis.call('SET', KEYS[1], ARGV[2], 'NX', 'PX', ARGV[3]) and 1 or 0
