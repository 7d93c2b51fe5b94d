import Claims

/// A recipe by chance, small enough to be drawn often: clips one after another, with things over them.
struct RandomRecipe: CustomStringConvertible {
  /// Clips in a row.
  var clips: [String]
  /// What lies over them.
  var layers: [String]
  /// What is said of the whole.
  var tail: String

  /// The recipe's text.
  var description: String {
    let row = "sequence(\(clips.joined(separator: ", ")))"
    let above = layers.map { ":layer(\($0))" }.joined()
    return """
      canvas { width = 64, height = 36, fps = 12 }
      local base = \(row)
      return base\(above)\(tail)
      """
  }
}

extension Draws {
  mutating func recipe() -> RandomRecipe {
    RandomRecipe(clips: list(1...4) { $0.clip() }, layers: list(0...3) { $0.layer() }, tail: tail())
  }

  /// The recipe after one edit: a clip or a layer that is changed, added, moved or left out, or a word at the end.
  mutating func edited(_ recipe: RandomRecipe) -> RandomRecipe {
    var edited = recipe
    let place = int(0...recipe.clips.count - 1)
    switch int(0...6) {
    case 0: edited.clips[place] = clip()
    case 1: edited.clips.insert(clip(), at: place)
    case 2: if edited.clips.count > 1 { edited.clips.remove(at: place) }
    case 3: edited.layers.append(layer())
    case 4: if !edited.layers.isEmpty { edited.layers[int(0...edited.layers.count - 1)] = layer() }
    case 5: edited.clips.swapAt(0, place)
    default: edited.tail = tail()
    }
    return edited
  }

  /// Seconds, in steps that do not meet the frames.
  private mutating func seconds(_ most: Int) -> String { "\(Double(int(1...most * 10)) / 10)" }

  private mutating func clip() -> String {
    let source = [
      "solid(\"\(one(of: ["tomato", "navy", "#88ff2080"]))\"):lasting(\(seconds(3)))",
      "video(\"tide.mp4\"):trim(\(seconds(1)), \(seconds(2)) + 1)", "video(\"bloom.mp4\"):trim(0, \(seconds(2)))",
      "gradient(\"black\", \"\(one(of: ["white", "gold"]))\"):lasting(\(seconds(3)))",
      "image(\"logo.png\"):lasting(\(seconds(2)))",
    ]
    return one(of: source) + one(of: words)
  }

  private var words: [String] {
    [
      "", ":opacity { [0] = 0, [1] = 1, ease = \"outBack\" }", ":speed(1.5)", ":reverse()", ":loop(3)", ":volume(0.5)",
      ":fade(0.2)", ":rotate(function(t) return t * 20 end)", ":crop { x = 3, y = 2, width = 30, height = 20 }",
      ":scale { [0] = 1, [2] = 0.5 }", ":at(0.3, 0.6)", ":fit \"cover\"",
      ":blur(2)", ":blur { [0] = 0, [1] = 6 }", ":mask(image(\"logo.png\"), { feather = 3 })", ":blend \"screen\"",
      ":mask(video(\"bloom.mp4\"):trim(0, 1), { by = \"luma\" })", ":motionblur()", ":skew(20)", ":isolate()",
      ":pin { {0.1, 0.1}, {0.8, 0}, {1, 0.9}, {0, 0.7} }", ":shadow()", ":grain(0.2)", ":pixelate(5)", ":vignette()",
      ":adjust { exposure = { [0] = 0, [1] = 2 }, hue = 30 }", ":chromakey(\"tomato\")", ":glow(4)", ":sharpen()",
      ":displace(gradient(\"red\", \"lime\"), 5, 5)", ":edge()", ":composite \"source-atop\"",
      ":speed { [0] = 2, [0.5] = 0.4, ease = \"inOutSine\" }", ":framerate(11, \"blend\")", ":pingpong()",
    ]
  }

  private mutating func layer() -> String {
    let clip = one(of: [
      "solid(\"white\"):lasting(\(seconds(3))):scale(0.3)", "image(\"logo.png\"):scale(0.1)",
      "audio(\"beeps.m4a\")", "video(\"bloom.mp4\"):scale(0.4):at(0.7, 0.3)",
    ])
    return "\(clip)\(one(of: words)), { from = \(one(of: ["0", "0.05", "0.2"])) }"
  }

  private mutating func tail() -> String {
    one(of: [
      "", ":fade(0.1)", ":crossfade(solid(\"gold\"):lasting(1), 0.05)", ":volume(0.7)", ":speed(0.8)",
      ":transition(solid(\"gold\"):lasting(1), \"clock\", 0.05)",
      ":transition(solid(\"gold\"):lasting(1), function(a, b, p) return a:layer(b:opacity(p)) end, 0.05)",
    ])
  }
}
