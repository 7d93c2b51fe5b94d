-- Texts of every script are shaped and ordered as their readers expect, emoji too.
canvas { width = 960, height = 540 }

local lines = { "Grüße · Привет · Γειά", "שלום עולם", "مرحبا بالعالم", "🌊 ☀️ 👩‍🚀" }
local picture = gradient("#0f2027", "#2c5364", { angle = 160 })

for row, line in ipairs(lines) do
  picture = picture:layer(text(line, { size = 60, weight = "medium" }):at(0.5, 0.2 * row))
end

return picture:lasting(2)
