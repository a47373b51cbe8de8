-- The record of a room whose server writes none is kept by gateways that have players in it.
-- KEYS: room   ARGV: deadline, server, incarnation, ttlMs or '' (nobody is attached here)
-- Answer: 1, or 0: there is no record (any more)
local fields = redis.call('HMGET', KEYS[1], 'state', 'server', 'incarnation')
if not fields[1] then return 0 end
local ours = fields[1] == 'running' and fields[2] == ARGV[2] and fields[3] == ARGV[3]
if ours and ARGV[4] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
return 1
