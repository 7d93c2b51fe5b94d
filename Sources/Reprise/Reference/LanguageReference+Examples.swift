extension LanguageReference {
  static let recipeExamples = """
    # Recipes

    ```lua
    -- A card whose words and colour others can change.
    canvas { width = 1080, height = 1080, fps = 30 }
    local line = param.text { "line", default = "Good morning", max = 40 }
    local ink = param.color { "ink", default = "#fff4e0" }

    local sky = gradient("#5b2a86", "#ff5f6d", "#ffc371", { angle = 180 })
    local sun = circle(170, { fill = "#ffd166" }):at(0.5, { [0] = 1.2, [3] = 0.32, ease = "outCubic" })
    local title = text(line, { size = 120, weight = "bold", color = ink, width = 900 })
      :animate { "rise", by = "word", each = 0.12 }
    return sky:layer(sun):layer(title:at(0.5, 0.68):part "title", { from = 0.6 }):lasting(4)
    ```

    ```lua
    -- Two pictures, one after the other; a voice with captions, over music that gives way to it.
    canvas { width = 1280, height = 720, fps = 30, loudness = -16 }

    local function page(from, to, label)
      return gradient(from, to, { angle = 135 }):layer(text(label, { size = 90, weight = "black" })):lasting(3)
    end
    local voice = say("The tide comes in. The tide goes out.", { voice = "slt", at = 0.5 })
    local song = music { 5.2, mood = "calm", seed = 4 }:volume(0.6):duck_under(voice, { by = 9 })

    return page("#0b486b", "#3b8686", "In")
      :transition(page("#f56217", "#0b486b", "Out"), "wipe", 0.8, { direction = "left", soft = 0.3 })
      :layer(song):layer(voice):layer(voice:captions { karaoke = "gold", size = 44 })
    ```

    ```lua
    -- A scene, and a word at the moment in which the ball meets something for the first time.
    local court = world {
      seconds = 5, place = "court", time = "sunset",
      things = {
        ball = { "basketball", held_by = "player" },
        hoop = { "basketball hoop", at = { 2.1, 0, 0 }, facing = "player" },
      },
      figures = { player = { "player", at = { -2.7, 0, 0 }, facing = "hoop", top = "#2463c9" } },
      actions = {
        { at = 0.4, "player throws ball", to = "hoop", outcome = "misses" },
        { at = 3, "player says", "Once more." },
      },
      camera = { { at = 0, shot = "wide" }, { at = 2.8, shot = "close", of = "player" } },
    }

    local meeting
    for _, contact in ipairs(court.contacts) do
      if contact.first == "ball" or contact.second == "ball" then meeting = contact break end
    end
    if not meeting then return court end
    local clank = text("CLANK!", { size = 64, weight = "black", color = "gold" }):rotate(-8):at(0.7, 0.2):lasting(0.5)
    return court:layer(clank, { from = meeting.at })
    ```

    """

  static let sceneExample = """
    # A scene

    ```lua
    -- A ball meets a tower of blocks on a table.
    return world {
      seconds = 6, seed = 3, place = "room", time = "evening",
      things = {
        table = { "table", at = { 0, 0, 0 } },
        tower = { shape = "box", size = { 0.12, 0.12, 0.12 }, material = "wood", color = { "red", "#f6c915", "#2463c9" },
          at = { 0.3, 0.79, 0 }, count = { 1, 5, 1 }, step = { 0, 0.12, 0 } },
        ball = { "tennis ball", at = { -1.6, 1.1, 0 }, velocity = { 7, 1, 0 } },
      },
      camera = { { at = 0, shot = "side", of = { "table", "tower" } }, { at = 3, shot = "close", of = "table" } },
    }
    ```

    """

  static let mistakes = """
    # Mistakes that are often made

    - `return` is missing, or a table is returned: end with `return clip`.
    - `clip.trim(…)`: methods have a colon, `clip:trim(…)`; `clip.duration`, `clip.width`, `clip.height`, `clip.contacts` have a dot.
    - A method's clip is thrown away: `clip:fade(0.5)` changes nothing by itself; write `clip = clip:fade(0.5)`.
    - The whole has no end: add `:lasting(seconds)`. `canvas` comes after a clip: say it first, once.
    - `:animate` after other methods: it goes right behind `text(…)`.
    - A word that is not listed here, an option that a word has not, a number out of its range: none of them is guessed at.
    - Things that overlap at the start burst apart. What stands on a table needs the table's height as its y: 0.75 for "table".
    - An action names a thing or a figure that the scene has not, or one of several words: names are one word each.

    """
}
