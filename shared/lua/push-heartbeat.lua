-- A foreign WebSocket server says that it lives.
-- KEYS: its hash, heartbeats (sorted set: address -> Redis time of its last push)
-- ARGV: deadline, address, connectionCount, heartBeatTime (shown, never judged), incarnation or '', maxServers
-- Answer: kept; replaced, by: another process has this address since; full: too many addresses
local server, heartbeats = KEYS[1], KEYS[2]
local address, incarnation = ARGV[2], ARGV[5]
local held = redis.call('HMGET', server, 'incarnation', 'replaced')
local replaced = words(held[2] or '')

if incarnation ~= '' and placeIn(replaced, incarnation) then return { 'replaced', held[1] or '' } end
if not redis.call('ZSCORE', heartbeats, address) and redis.call('ZCARD', heartbeats) >= tonumber(ARGV[6]) then
  return { 'full' }
end
if incarnation ~= '' and held[1] and held[1] ~= '' and held[1] ~= incarnation then
  table.insert(replaced, held[1])
end
-- `answers`: how often it was named since; its new count holds those who came.
redis.call('HSET', server, 'address', address, 'connectionCount', ARGV[3], 'heartBeatTime', ARGV[4],
  'incarnation', incarnation ~= '' and incarnation or (held[1] or ''), 'replaced', lastWords(replaced, 8),
  'answers', 0, 'receivedAt', integer(now))
redis.call('ZADD', heartbeats, integer(now), address)
return { 'kept' }
