-- A room whose newest events Redis has lost, while members were shown them, is ended as if it had been lost whole.
-- KEYS: the room, its events, how long members have been absent, its chat, the newest sessions of its members
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[2] then
  return 0
end
redis.call('DEL', unpack(KEYS))
return 1
