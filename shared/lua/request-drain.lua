-- An operator tells a server to stop. Field `drain`: told, with the limit; the first one stands. The server hears it at once
-- by the message, or with its next report or lease.
-- KEYS: server   ARGV: deadline, limitMs or 'default'
-- Answer: draining, the limit that stands | unknown
local server = KEYS[1]
local fields = redis.call('HMGET', server, 'address', 'incarnation', 'state')
if not fields[1] or fields[1] == '' or fields[3] == 'lost' then return { 'unknown' } end

redis.call('HSETNX', server, 'drain', ARGV[2])
if fields[3] ~= 'down' then redis.call('HSET', server, 'state', 'draining') end
redis.call('PUBLISH', server, 'drain ' .. (fields[2] or ''))
return { 'draining', redis.call('HGET', server, 'drain') }
