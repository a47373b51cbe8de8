-- One owner per user: every claim outranks what is stored.
-- KEYS: session
-- ARGV: deadline, gateway, its incarnation, new session id, hash of the new token, hash of the presented token or '',
-- kick-old | reject-new | resume-only, epoch of an owner found dead or '', ttlMs
-- Answer: void (resume-only, and the token is not good); or owned | claimed | resumed; gateway, incarnation, session, epoch of the owner until now (empty: none);
-- after claimed and resumed: session, epoch, lobby server, lobby room, room
local key, token, presented = KEYS[1], ARGV[5], ARGV[6]
local fields = redis.call('HMGET', key, 'gateway', 'incarnation', 'session', 'epoch', 'token', 'previousToken',
  'lobbyServer', 'lobbyRoom', 'room')
for index = 1, 9 do fields[index] = fields[index] or '' end
local held = fields[4] ~= ''
local resumed = held and presented ~= '' and (presented == fields[5] or presented == fields[6])

if not resumed and ARGV[7] == 'resume-only' then return { 'void' } end
if held and not resumed and ARGV[7] == 'reject-new' and fields[4] ~= ARGV[8] then
  return { 'owned', fields[1], fields[2], fields[3], fields[4] }
end

local session, epoch = resumed and fields[3] or ARGV[4], epochAfter(fields[4] ~= '' and fields[4] or 0)
redis.call('HSET', key, 'gateway', ARGV[2], 'incarnation', ARGV[3], 'session', session, 'epoch', epoch, 'token', token)
-- WELCOME with the new token may get lost: until that is used or confirmed, the one just presented stays good.
if resumed then
  redis.call('HSET', key, 'previousToken', presented)
else
  redis.call('HDEL', key, 'previousToken')
end
redis.call('PEXPIRE', key, ARGV[9])
return { resumed and 'resumed' or 'claimed', fields[1], fields[2], fields[3], fields[4],
  session, epoch, fields[7], fields[8], fields[9] }
