-- KEYS: the turn   ARGV: deadline, holder
if redis.call('GET', KEYS[1]) ~= ARGV[2] then
  return 0
end
return redis.call('DEL', KEYS[1])
