-- Says yes to one of many processes that see the same at about the same time.
-- KEYS: what was seen   ARGV: deadline, ttlMs
return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[2]) and 1 or 0
