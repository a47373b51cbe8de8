-- A backend writes itself. Registering over another incarnation is that one's eviction and loss.
-- KEYS: server, servers, its reservations
-- ARGV: deadline, over ('anyone' | 'nothing' | own lost incarnation), events channel, type, address, incarnation, games,
-- users, capacity, rooms, version, startedAt, state, local ('': none)
-- Answer: current; or foreign, incarnation: somebody else holds the id; or lost: this registration is a repeated one, and
-- the incarnation was declared lost after the first. Nothing was changed then.
local server, over, events, incarnation = KEYS[1], ARGV[2], ARGV[3], ARGV[6]
local fields = redis.call('HMGET', server, 'address', 'incarnation', 'state')
local held = fields[1] and (fields[2] or '')
if held == incarnation and fields[3] == 'lost' then return { 'lost' } end
local replaces = held and held ~= incarnation
if replaces and over ~= 'anyone' and over ~= held then return { 'foreign', held } end

if replaces then
  if fields[3] ~= 'down' and fields[3] ~= 'lost' then
    redis.call('PUBLISH', events, 'evict ' .. server .. ' ' .. held .. ' replaced')
  end
  if fields[3] ~= 'lost' then redis.call('PUBLISH', events, 'lost ' .. server .. ' ' .. held) end
  redis.call('DEL', KEYS[3]) -- they were made for rooms that will not be
end

redis.call('HDEL', server, 'misses', 'check', 'pingAt', 'oks', 'linkAt')
redis.call('HSET', server, 'type', ARGV[4], 'address', ARGV[5], 'incarnation', incarnation, 'games', ARGV[7],
  'users', ARGV[8], 'capacity', ARGV[9], 'rooms', ARGV[10], 'version', ARGV[11], 'startedAt', ARGV[12],
  'state', ARGV[13], 'judged', incarnation, 'joinedAt', integer(now))
if ARGV[14] == '' then redis.call('HDEL', server, 'local') else redis.call('HSET', server, 'local', ARGV[14]) end
if ARGV[13] == 'draining' then
  redis.call('HSET', server, 'drain', 'default')
else
  redis.call('HDEL', server, 'drain') -- somebody else was told
end
redis.call('PERSIST', server)
redis.call('SADD', KEYS[2], server)
redis.call('PUBLISH', events, 'open ' .. server .. ' ' .. incarnation)
return { 'current' }
