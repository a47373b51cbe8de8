-- The lobby room that one command of a session goes to: whoever executes it first decides for all repetitions.
-- KEYS: session   ARGV: deadline, session, seq of the command, lobby room, earlier choice that refused it (optional)
-- Answer: chosen, lobby room | superseded | missing
local fields = redis.call('HMGET', KEYS[1], 'session', 'choiceSeq', 'choice', 'choiceSession')
if not fields[1] then return { 'missing' } end
if fields[1] ~= ARGV[2] then return { 'superseded' } end

local same = fields[4] == ARGV[2]
local seq, chosenSeq = tonumber(ARGV[3]), same and tonumber(fields[2]) or 0
if chosenSeq > seq then return { 'superseded' } end
if chosenSeq == seq and fields[3] ~= ARGV[5] then return { 'chosen', fields[3] } end
redis.call('HSET', KEYS[1], 'choiceSession', ARGV[2], 'choiceSeq', ARGV[3], 'choice', ARGV[4])
return { 'chosen', ARGV[4] }
