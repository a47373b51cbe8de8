-- A server gives up a room that it asked to take without hearing the answer: whoever wants the room places it anew.
-- KEYS: room   ARGV: deadline, server, incarnation, reservation
-- Answer: the server that is to run it now, or ''
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'server', 'incarnation', 'reservation')
if fields[2] ~= ARGV[2] or fields[3] ~= ARGV[3] or fields[4] ~= ARGV[4] then
  return { fields[1] and fields[1] ~= 'ended' and fields[2] or '' }
end
if fields[1] == 'running' then redis.call('HSET', room, 'state', 'placed', 'placedAt', 0) end
return { '' }
