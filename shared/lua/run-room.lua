-- placed → running for the holder of the reservation; again for who runs it already by that reservation.
-- KEYS: room   ARGV: deadline, server, incarnation, reservation, ttlMs
-- Answer: running; or stale, the server that is to run it now, or ''
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'incarnation', 'reservation')
local ours = fields[2] == ARGV[2] and fields[3] == ARGV[3] and fields[4] == ARGV[4]
if not ours or (fields[1] ~= 'placed' and fields[1] ~= 'running') then
  return { 'stale', fields[1] ~= 'ended' and fields[2] or '' }
end

redis.call('HSET', room, 'state', 'running')
redis.call('PEXPIRE', room, ARGV[5])
return { 'running' }
