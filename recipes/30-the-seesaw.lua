-- A cannonball comes down on a seesaw, and what sits on the other end flies. Nothing here says how high: that is physics.
-- Fork it by its numbers: another mass, another height, or somebody else on the other end ("cake", "rubber duck", "anvil").

local mass = param.number { "mass", default = 60, min = 5, max = 200 }
local drop = param.number { "drop", default = 1.6, min = 0.5, max = 4 }
local rider = param.choice { "rider", default = "teddy bear", options = { "teddy bear", "cake", "rubber duck" } }

local park = world {
  seconds = 5, quality = "draft",
  place = "park", time = "afternoon",
  things = {
    ball = { "cannonball", at = { -1.1, 0.54 + drop, 0 }, mass = mass },
    seesaw = { "seesaw" },
    rider = { rider, at = { 1.1, 0.54, 0 }, facing = "ball" },
  },
  camera = {
    { at = 0, eye = { 0.6, 1.5, 7.6 }, target = { 0, 1.5, 0 } },
    { at = 3, shot = "tracking", of = "rider", follow = "rider" },
  },
}

-- A drum roll would be too much; a word where it lands is not.
local landing
for _, contact in ipairs(park.contacts) do
  local pair = contact.first .. " " .. contact.second
  if contact.at > 1 and pair:find "rider" and pair:find "ground" then landing = contact break end
end

if not landing then return park end
local thud = text("THUD", { size = 72, weight = "black", color = "gold" }):at(0.5, 0.2):lasting(0.6)
return park:part "park":layer(thud:part "thud", { from = landing.at })
