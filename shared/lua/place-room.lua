-- Writes where a room is to run, unless it runs, has ended, or somebody else is just placing it.
-- KEYS: room
-- ARGV: deadline, server, incarnation, reservation, class, lobby room, users, reservation it replaces or '',
-- createTimeoutMs, ttlMs
-- Answer: placed, epoch | placing | running | ended
local room = KEYS[1]
local fields = redis.call('HMGET', room, 'state', 'reservation', 'placedAt', 'epoch')
local state = fields[1]
if state == 'running' or state == 'ended' then return { state } end
if state == 'placed' and fields[2] ~= ARGV[8] and now - tonumber(fields[3]) < tonumber(ARGV[9]) then
  return { 'placing' }
end

local epoch = epochAfter(fields[4])
redis.call('HSET', room, 'state', 'placed', 'server', ARGV[2], 'incarnation', ARGV[3], 'epoch', epoch,
  'reservation', ARGV[4], 'class', ARGV[5], 'lobbyRoom', ARGV[6], 'users', ARGV[7], 'placedAt', integer(now))
redis.call('PEXPIRE', room, ARGV[10])
return { 'placed', epoch }
