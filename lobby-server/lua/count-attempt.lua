-- One more wrong guess; the count is forgotten a while after the first one.
-- KEYS: the count
local windowMs = ARGV[2]

local count = redis.call('INCR', KEYS[1])
if count == 1 then
  redis.call('PEXPIRE', KEYS[1], windowMs)
end
return count
