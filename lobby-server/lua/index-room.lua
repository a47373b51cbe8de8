-- What the index of a class says about one lobby room. All lobby servers hear what is new of it. Answers 'added' when there
-- was nothing to compare with: this may be older than a removal.
-- KEYS: the listings of the class, the rooms of it that are open (their options as scores)
local id, standing = ARGV[2], ARGV[3] -- open, listed (not open) or gone
local epoch, version, listing, channel, class = ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8] -- listing empty: in no list
local options = ARGV[9]
-- epoch empty: the room is gone, whatever is stored

local stored = redis.call('HGET', KEYS[1], id)
local _, storedEpoch, storedVersion, storedListing
if stored then
  _, _, storedEpoch, storedVersion, storedListing = string.find(stored, '^%d+ (%d+) (%d+) (.*)$')
end
if epoch == '' then
  epoch, version = storedEpoch or '0', storedVersion or '0'
end
if stored then
  local isNewer = tonumber(storedEpoch) > tonumber(epoch)
    or (storedEpoch == epoch and tonumber(storedVersion) > tonumber(version))
  if isNewer then
    return 'older'
  end
end
redis.call(standing == 'open' and 'ZADD' or 'ZREM', KEYS[2], unpack(standing == 'open' and {options, id} or {id}))
if standing == 'gone' or listing == '' then
  redis.call('HDEL', KEYS[1], id)
else
  redis.call('HSET', KEYS[1], id, integer(now) .. ' ' .. epoch .. ' ' .. version .. ' ' .. listing)
end
local isNews = (storedListing or '') ~= listing or storedEpoch ~= epoch
if isNews and (stored or listing ~= '') then
  redis.call('PUBLISH', channel, class .. ' ' .. id .. ' ' .. epoch .. ' ' .. version .. ' ' .. listing)
end
return not stored and listing ~= '' and 'added' or 'indexed'
