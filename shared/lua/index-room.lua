-- The list of rooms of one server, by which a gateway finds them when it is lost.
-- KEYS: rooms of the server   ARGV: deadline, add | remove, room id
return redis.call(ARGV[2] == 'add' and 'SADD' or 'SREM', KEYS[1], ARGV[3])
