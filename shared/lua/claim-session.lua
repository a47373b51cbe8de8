-- One owner per user: every claim outranks what is stored.
-- KEYS: session
-- ARGV: deadline, gateway, its incarnation, new session id, hash of the new token, hash of the presented token or '',
-- kick-old | reject-new | resume-only, epoch of an owner found dead or '', ttlMs
-- Answer: void (resume-only, and the token is not good); spent (a late HELLO of this session, whose client has gone on since);
-- or owned | claimed | resumed; gateway, incarnation, session, epoch of the owner until now (empty: none);
-- after claimed and resumed: session, epoch, lobby server, lobby room, room
local key, token, presented = KEYS[1], ARGV[5], ARGV[6]
local fields = redis.call('HMGET', key, 'gateway', 'incarnation', 'session', 'epoch', 'token', 'olderTokens', 'spentTokens',
  'lobbyServer', 'lobbyRoom', 'room', 'away')
for index = 1, 11 do fields[index] = fields[index] or '' end
local held, newest = fields[4] ~= '', fields[5]

-- Good are the newest token, and as long as that has not been used, those before it: the one it was given for comes first,
-- then others that were given for the same. A WELCOME gets lost, and a HELLO may be late: nobody knows which.
local older, spent = words(fields[6]), words(fields[7])
local place = presented ~= '' and placeIn(older, presented)
local resumed = held and presented ~= '' and (presented == newest or place ~= nil)

if not resumed and ARGV[7] == 'resume-only' then return { 'void' } end
if held and not resumed and presented ~= '' and placeIn(spent, presented) then return { 'spent' } end
local present = held and fields[11] == ''
if present and not resumed and ARGV[7] == 'reject-new' and fields[4] ~= ARGV[8] then
  return { 'owned', fields[1], fields[2], fields[3], fields[4] }
end

if not resumed then
  older, spent = {}, {}
elseif place == 1 then
  table.insert(older, newest)
  if #older > 4 then table.insert(spent, table.remove(older, 2)) end
else
  if place then table.insert(older, newest) end
  for _, other in ipairs(older) do
    if other ~= presented then table.insert(spent, other) end
  end
  older = { presented }
end

local session, epoch = resumed and fields[3] or ARGV[4], epochAfter(fields[4] ~= '' and fields[4] or 0)
redis.call('HSET', key, 'gateway', ARGV[2], 'incarnation', ARGV[3], 'session', session, 'epoch', epoch, 'token', token,
  'olderTokens', table.concat(older, ' '), 'spentTokens', lastWords(spent, 8), 'away', '')
redis.call('PEXPIRE', key, ARGV[9])
return { resumed and 'resumed' or 'claimed', fields[1], fields[2], fields[3], fields[4],
  session, epoch, fields[8], fields[9], fields[10] }
