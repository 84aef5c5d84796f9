-- A hold is a claim on time for minutes. Three operations, each atomic: acquire, release, list.
--
-- hold:{organization}:r:<resource>  sorted set, member "hold|block|from|to|seats", score = expiry in ms
-- hold:{organization}:h:<hold>      hash: owner, expires, most (the last moment it may be extended to),
--                                   places (of its members), resources, at (the location)
-- hold:{organization}:q:<quota>     sorted set, member = hold, score = expiry in ms
--
-- "margins" are those of people who work at several places: for each other place the minutes that must be
-- free before and after what is held there.
--
-- Times are epoch milliseconds; "from" and "to" epoch minutes. "now" is given by a caller whose clock stands
-- still, else it is Redis'.

local ask = cjson.decode(ARGV[1])
local prefix = 'hold:{' .. ask.organization .. '}:'
local time = redis.call('TIME')
local now = ask.now or time[1] * 1000 + math.floor(time[2] / 1000)
-- Keys outlive the longest hold, then Redis forgets them by itself.
local KEY_LASTS = 3600 * 1000

local function resource_key(id) return prefix .. 'r:' .. id end
local function hash_key(id) return prefix .. 'h:' .. id end
local function quota_key(name) return prefix .. 'q:' .. name end

local function split(member)
  local hold, block, from, to, seats = string.match(member, '^([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)$')
  return { hold = hold, block = block, from = tonumber(from), to = tonumber(to), seats = tonumber(seats) }
end

local function live(resource)
  redis.call('ZREMRANGEBYSCORE', resource_key(resource), '-inf', now)
  local found = {}
  for _, member in ipairs(redis.call('ZRANGE', resource_key(resource), 0, -1)) do
    found[#found + 1] = split(member)
  end
  return found
end

local function put(key, score, member)
  redis.call('ZADD', key, score, member)
  redis.call('PEXPIRE', key, KEY_LASTS)
end

local function write(hold, state)
  for _, place in ipairs(state.places) do put(place.key, state.expires, place.member) end
  redis.call('HSET', hash_key(hold), 'state', cjson.encode(state))
  redis.call('PEXPIRE', hash_key(hold), KEY_LASTS)
end

local function read(hold)
  local text = redis.call('HGET', hash_key(hold), 'state')
  if not text then return nil end
  local state = cjson.decode(text)
  if state.expires <= now then return nil end
  return state
end

local function erase(hold, state)
  for _, place in ipairs(state.places) do redis.call('ZREM', place.key, place.member) end
  redis.call('DEL', hash_key(hold))
end

-- Holds whose seats are among those taken: they have become appointments and were not let go yet.
local seated = {}
for _, hold in ipairs(ask.seated or {}) do seated[hold] = true end

-- Where a hold is, as far as it matters: people who work at several places are the few of whom it does.
local function place_of(resource, hold)
  local state = ask.margins and ask.margins[resource] and read(hold)
  return state and state.at or ''
end

-- Whether a hold of this resource leaves no time for this one, the way between their places included.
local function meets(resource, other)
  local place = place_of(resource, other.hold)
  local way = place ~= '' and ask.margins[resource][place] or { 0, 0 }
  return other.from - way[1] < ask.to and ask.from < other.to + way[2]
end

-- Whether this resource can carry the hold beside what is live on it: free, or the same class with seats
-- left; and beside whom.
local function fits(resource, replaced)
  local seats = ask.seats
  local beside = {}
  for _, other in ipairs(live(resource)) do
    if other.hold ~= ask.hold and other.hold ~= replaced and meets(resource, other) then
      if other.block ~= ask.block then return false, beside end
      beside[#beside + 1] = other.hold
      if not seated[other.hold] then seats = seats + other.seats end
    end
  end
  return seats + ask.taken <= ask.capacity, beside
end

-- Whoever keeps one time already may not fill a day with more: "room" is what may be held of a resource that
-- day, in minutes. Whoever keeps nothing yet is never turned away by this.
local crowded = false
local keeps_another = false
local function crowds(resource, replaced)
  local room = keeps_another and ask.room and ask.room[resource]
  if not room then return false end
  local kept = ask.to - ask.from
  for _, other in ipairs(live(resource)) do
    if other.hold ~= ask.hold and other.hold ~= replaced and other.block ~= ask.block then
      kept = kept + math.max(0, math.min(other.to, ask.day[2]) - math.max(other.from, ask.day[1]))
    end
  end
  if kept <= room then return false end
  crowded = true
  return true
end

-- The resource of one kind: the one where the same class is already being held, else the first that is free.
local function choose(candidates, replaced)
  local first = nil
  for _, resource in ipairs(candidates) do
    local ok, beside = fits(resource, replaced)
    ok = ok and not crowds(resource, replaced)
    if ok and #beside > 0 then return resource, beside end
    if ok and not first then first = resource end
  end
  return first, {}
end

if ask.operation == 'list' then
  local found = {}
  for _, resource in ipairs(ask.resources) do
    for _, hold in ipairs(live(resource)) do
      if hold.from < ask.to and ask.from < hold.to then
        found[#found + 1] = { resource, hold.hold, hold.block, hold.from, hold.to, hold.seats, place_of(resource, hold.hold) }
      end
    end
  end
  return cjson.encode({ held = found })
end

local mine = read(ask.hold)

if ask.operation == 'release' then
  if mine and mine.owner == ask.owner then erase(ask.hold, mine) end
  return cjson.encode({ outcome = 'ok' })
end

if mine then
  if mine.owner ~= ask.owner then return cjson.encode({ outcome = 'lost' }) end
  mine.expires = math.min(math.max(mine.expires, now + ask.lasts), mine.most)
  write(ask.hold, mine)
  local kept = { outcome = 'ok', expires = mine.expires, most = mine.most, resources = mine.resources }
  return cjson.encode(kept)
end

local replaced = ask.replaces ~= '' and read(ask.replaces) or nil
if replaced and replaced.owner ~= ask.owner then replaced = nil end

for _, quota in ipairs(ask.quotas) do
  local key = quota_key(quota.name)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  local count = redis.call('ZCARD', key)
  if replaced and redis.call('ZSCORE', key, ask.replaces) then count = count - 1 end
  if count > 0 then keeps_another = true end
  if count >= quota.limit then
    local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
    return cjson.encode({ outcome = 'quota', quota = quota.name, wait = (tonumber(first[2]) or now) - now })
  end
end

local chosen, neighbours = {}, {}
for _, candidates in ipairs(ask.candidates) do
  local resource, beside = choose(candidates, replaced and ask.replaces)
  if not resource and crowded then
    return cjson.encode({ outcome = 'quota', quota = 'day', wait = ask.lasts })
  end
  if not resource then return cjson.encode({ outcome = 'full' }) end
  chosen[#chosen + 1] = resource
  for _, hold in ipairs(beside) do neighbours[#neighbours + 1] = hold end
end

local expires, most = now + ask.lasts, now + ask.most
local state = { owner = ask.owner, expires = expires, most = most, places = {}, resources = chosen, at = ask.place }
for _, resource in ipairs(chosen) do
  local member = table.concat({ ask.hold, ask.block, ask.from, ask.to, ask.seats }, '|')
  state.places[#state.places + 1] = { key = resource_key(resource), member = member }
end
for _, quota in ipairs(ask.quotas) do
  state.places[#state.places + 1] = { key = quota_key(quota.name), member = ask.hold }
end
if replaced then erase(ask.replaces, replaced) end
write(ask.hold, state)
local answer = { outcome = 'ok', expires = state.expires, most = state.most, resources = chosen }
-- An empty table would be written as an object.
if #neighbours > 0 then answer.beside = neighbours end
return cjson.encode(answer)
