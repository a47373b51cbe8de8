-- Who claimed this user has no connection of it: its client may come back, or anybody else. The token says which claim: an
-- epoch is not known of one whose answer was lost.
-- KEYS: session   ARGV: deadline, hash of the token that the claim gave
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'away', '1')
return 1
