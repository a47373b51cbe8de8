-- One commit to a lobby room: state, events and reply together, or nothing.
-- KEYS: the room, its events, the replies of the session that asks, how long members have been absent, its chat, the newest
-- sessions of its members
local expectedVersion, newVersion, state = ARGV[2], ARGV[3], ARGV[4] -- expected 0: the room is new; state empty: it closes
local seq, slot, outcome, repliesTtl = ARGV[5], ARGV[6], ARGV[7], ARGV[8] -- seq empty: no client waits for a reply
local user, sessionEpoch = ARGV[9], ARGV[10] -- of who asks
local absentUser, absentMs = ARGV[11], ARGV[12] -- user empty: unconditional
local roomTtl, eventsKept = ARGV[13], tonumber(ARGV[14])
local channel, publication = ARGV[15], ARGV[16] -- publication empty: no events
local chatLine, chatLinesKept, chatBytesKept = ARGV[17], tonumber(ARGV[18]), tonumber(ARGV[19]) -- line empty: none
local FIRST_EVENT = 20

-- A repeat of a command gets the reply that was stored with its commit, even when the room has closed since.
if seq ~= '' then
  if tonumber(redis.call('HGET', KEYS[6], user) or 0) > tonumber(sessionEpoch) then
    return {'superseded'} -- the user has logged in anew, or its session is resumed elsewhere, and attached to this room there
  end
  local stored = redis.call('HGET', KEYS[3], slot)
  local ahead = stored and tonumber(string.match(stored, '^%d+')) - tonumber(seq)
  if ahead == 0 then
    return {'repeated', stored}
  end
  if ahead and ahead > 0 then -- a server that stood still brings it: the client has its reply and went on long ago
    return {'superseded'}
  end
end

local room = redis.call('HMGET', KEYS[1], 'version', 'epoch', 'state')
if not room[1] and expectedVersion ~= '0' then
  return {'gone'}
end
if room[1] and room[1] ~= expectedVersion then
  return {'conflict', room[1], room[2], room[3]}
end
if absentUser ~= '' and tonumber(redis.call('HGET', KEYS[4], absentUser) or 0) < tonumber(absentMs) then
  return {'present'}
end

local epoch = room[2] or epochAfter(nil)
for event = FIRST_EVENT, #ARGV do
  redis.call('RPUSH', KEYS[2], ARGV[event])
end
if state == '' then
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[4], KEYS[5], KEYS[6])
else
  redis.call('HSET', KEYS[1], 'version', newVersion, 'epoch', epoch, 'state', state)
  redis.call('LTRIM', KEYS[2], -eventsKept, -1)
  redis.call('PEXPIRE', KEYS[1], roomTtl)
  redis.call('PEXPIRE', KEYS[2], roomTtl)
end
if chatLine ~= '' then
  redis.call('RPUSH', KEYS[5], chatLine)
  redis.call('LTRIM', KEYS[5], -chatLinesKept, -1)
  local bytes, kept = 0, redis.call('LRANGE', KEYS[5], 0, -1)
  for at = #kept, 1, -1 do -- the newest line stays, whatever it takes
    bytes = bytes + #kept[at]
    if bytes > chatBytesKept and at < #kept then
      redis.call('LTRIM', KEYS[5], at, -1)
      break
    end
  end
  redis.call('PEXPIRE', KEYS[5], roomTtl)
end
local chat = ''
if outcome == 'joined' then
  redis.call('HSET', KEYS[6], user, sessionEpoch)
  redis.call('PEXPIRE', KEYS[6], roomTtl)
  chat = '[' .. table.concat(redis.call('LRANGE', KEYS[5], 0, -1), ',') .. ']'
end
if seq ~= '' then
  local reply = seq .. ' ' .. newVersion .. ' ' .. epoch .. ' ' .. outcome
  if outcome == 'joined' then
    reply = reply .. ' ' .. state .. '\n' .. chat
  end
  redis.call('HSET', KEYS[3], slot, reply)
  redis.call('PEXPIRE', KEYS[3], repliesTtl)
end
if publication ~= '' then
  redis.call('PUBLISH', channel, publication)
end
return {'committed', epoch, chat}
