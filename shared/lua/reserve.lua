-- Picks the server with the lowest score and reserves there, in one step: callers at the same moment see each other.
-- KEYS: the candidates' hashes, then their reservations in the same order
-- ARGV: deadline, reservation, games | users, room class or '', reservationTtlMs, slowStartMs, random number
-- Answer: server, incarnation, games, users; or nothing
local reservation, counted, class = ARGV[2], ARGV[3], ARGV[4]
local ttl, slowStart, random = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])

local function runs(rooms)
  return class == '' or string.find(',' .. (rooms or '') .. ',', ',' .. class .. ',', 1, true) ~= nil
end

local function look(index)
  local server, reservations = KEYS[index], KEYS[#KEYS / 2 + index]
  local fields = redis.call('HMGET', server, 'address', 'state', 'rooms', 'capacity', counted, 'joinedAt', 'incarnation',
    'games', 'users')
  local state = fields[2] or 'up'
  if not fields[1] or (state ~= 'up' and state ~= 'suspect') or not runs(fields[3]) then return nil end
  redis.call('ZREMRANGEBYSCORE', reservations, '-inf', integer(now))
  return {
    server = server, reservations = reservations, state = state, incarnation = fields[7] or '',
    capacity = tonumber(fields[4]) or math.huge,
    load = tonumber(fields[5] or 0) + redis.call('ZCARD', reservations),
    age = math.max(0, now - tonumber(fields[6] or 0)),
    games = fields[8] or '0', users = fields[9] or '0',
  }
end

local candidates, settledLoad, settled = {}, 0, 0
for index = 1, #KEYS / 2 do
  local candidate = look(index)
  if candidate then
    candidates[#candidates + 1] = candidate
    if candidate.age >= slowStart then settledLoad, settled = settledLoad + candidate.load, settled + 1 end
  end
end
-- Slow start: to a newcomer's own load comes the share of the settled servers' mean that it has not yet earned,
-- else "fewest" would send it every room at once. Newcomers among themselves have no such handicap.
local mean = settled > 0 and settledLoad / settled or 0

local function best(state)
  local lowest, ties = math.huge, {}
  for _, candidate in ipairs(candidates) do
    if candidate.state == state and candidate.load < candidate.capacity then
      local score = candidate.load + mean * math.max(0, 1 - candidate.age / slowStart)
      if score < lowest then lowest, ties = score, {} end
      if score == lowest then ties[#ties + 1] = candidate end
    end
  end
  return ties[#ties > 0 and random % #ties + 1 or 1]
end

local chosen = best('up') or best('suspect')
if not chosen then return {} end
redis.call('ZADD', chosen.reservations, integer(now + ttl), reservation)
redis.call('PEXPIREAT', chosen.reservations, redis.call('ZRANGE', chosen.reservations, -1, -1, 'WITHSCORES')[2])
return { chosen.server, chosen.incarnation, chosen.games, chosen.users }
