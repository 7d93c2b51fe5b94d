-- Keyframes move things: a value for each time, and an easing by its CSS or Penner name.
canvas { width = 960, height = 540 }

local names = { "linear", "ease-in-out", "outBack", "outBounce" }
local picture = solid "#20242f"

for row, name in ipairs(names) do
  local label = text(name, { size = 36, weight = "medium" })
  local y = 0.2 * row
  picture = picture:layer(label:at({ [0] = 0.2, [1.5] = 0.75, ease = name }, y))
end

return picture:lasting(2)
