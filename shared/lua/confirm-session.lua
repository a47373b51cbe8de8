-- The client has used what WELCOME gave it: the tokens before are void.
-- KEYS: session   ARGV: deadline, epoch, session
-- Answer: ours; superseded: another session is stored; resumed: this one, with a newer owner
local fields = redis.call('HMGET', KEYS[1], 'epoch', 'session', 'olderTokens', 'spentTokens')
if tonumber(fields[1] or 0) > tonumber(ARGV[2]) then return fields[2] == ARGV[3] and 'resumed' or 'superseded' end
if fields[1] == ARGV[2] then
  local spent = words(fields[4] or '')
  for _, token in ipairs(words(fields[3] or '')) do table.insert(spent, token) end
  redis.call('HSET', KEYS[1], 'olderTokens', '', 'spentTokens', lastWords(spent, 8))
end
return 'ours'
