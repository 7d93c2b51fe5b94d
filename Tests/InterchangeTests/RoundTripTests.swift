import Graph
import Interchange
import Media
import Plan
import Testing

/// A recipe that goes out as a timeline and comes back shows the same pictures.
struct RoundTripTests {
  private static let canvas = "canvas { width = 640, height = 360, fps = 29.97 }\n"

  static let recipes = [
    #"return video("a.mp4")"#,
    #"return video("a.mp4"):mute()"#,
    #"return video("a.mp4"):trim(1, 3) .. video("b.mp4"):trim(frames(31), frames(77)) .. video("silent.mp4"):trim(2)"#,
    #"return video("a.mp4"):trim(0, 4):crossfade(video("b.mp4"):trim(2, 7), 1):crossfade(video("c.mp4"), frames(7))"#,
    #"return (video("a.mp4"):trim(0, 1) .. video("b.mp4"):trim(0, 0.5)):crossfade(video("c.mp4"):trim(0, 3), 1)"#,
    #"return video("a.mp4"):layer(text("Hello"), { from = 1, to = 4 }):layer(image("logo.png"), { from = 2 })"#,
    #"return image("logo.png"):lasting(2) .. solid("tomato"):lasting(1)"#,
    #"return video("b.mp4"):after(video("a.mp4"):trim(0, 2), 1)"#,
    #"return video("b.mp4"):after(video("a.mp4"):trim(0, 2), -0.5)"#,
    #"return video("a.mp4"):speed(2) .. video("b.mp4"):trim(1, 4):speed(0.5)"#,
    #"return video("a.mp4"):speed(3):trim(1, 2):speed(0.7)"#,
    #"return video("a.mp4"):speed(50):speed(50)"#,
    #"return video("a.mp4"):reverse() .. video("b.mp4"):trim(1, 3):reverse():speed(2):trim(0.25)"#,
    #"local v = video("a.mp4"); return v:trim(0, 2) .. v:freeze(2):lasting(1) .. v:speed(2):freeze(1):lasting(1)"#,
    #"return video("a.mp4"):trim(0, 1):loop(3)"#,
    #"return video("a.mp4"):trim(0, 1.5):loop():lasting(4) .. video("b.mp4"):pingpong()"#,
    #"return video("a.mp4"):mute():layer(audio("song.mp3"):volume(0.5), { from = 1 })"#,
    #"return video("a.mp4"):scale(0.5):at(0.25, 0.75):opacity(0.5):rotate(10) .. video("b.mp4"):blur(4):crop { width = 200 }"#,
    #"return video("a.mp4"):opacity({ [0] = 0, [1] = { 1, ease = "outBack" } }):trim(0.5, 3):blend("screen")"#,
    #"return video("a.mp4"):blur({ [0] = 40, [1] = 0 }):speed(2):fade(0.5, 1)"#,
    #"return video("a.mp4"):speed { [0] = 1, [2] = 0.25 } .. video("b.mp4"):speed({ [0] = 2, [2] = 4 }):trim(1)"#,
    #"return video("a.mp4"):mask(text("SUMMER", { size = 300, weight = "black" }), { invert = true, feather = 3 })"#,
    #"return stack(text("A"), text("B"):blend("difference")):isolate():opacity(0.4):over(video("a.mp4"))"#,
    ##"return gradient("#ff5f6d", "#ffc371", { angle = 45 }):lasting(1) .. circle(90, { fill = { "red", "blue" } }):lasting(1)"##,
    #"return text({ "Hello, ", { "world", color = "gold", weight = "black" } }, { size = 20 }):lasting(1)"#,
    #"return video("a.mp4"):transition(video("b.mp4"), "wipe", { direction = "up", soft = 0.2, ease = "outCubic" })"#,
    #"return video("a.mp4"):transition(video("b.mp4"), "dip", 2, { color = "white" })"#,
    #"return video("a.mp4"):transition(video("b.mp4"), "luma", { matte = image("logo.png") })"#,
    #"return video("a.mp4"):transition(video("b.mp4"), function(a, b, p) return b:layer(a:opacity(1 - p)) end, 2)"#,
    #"return video("a.mp4"):transition(text("Z"), "push", 2):lasting(12)"#,
    #"return video("a.mp4"):framerate(12, "blend"):trim(0.3, 2)"#,
    #"return video("a.mp4"):adjust { exposure = 0.3 }:curves { master = { {0, 0}, {0.3, 0.22}, {1, 1} } }:vignette()"#,
    #"return audio("song.mp3"):layer(image("logo.png"):lasting(3), { from = 1 })"#,
    #"return stack(video("a.mp4"), (video("b.mp4"):trim(0, 1) .. video("c.mp4")):scale(0.3):trim(0.5))"#,
    "local all = video('a.mp4'):trim(0, frames(3)) for i = 1, 130 do "
      + "all = all .. video('b.mp4'):trim(frames(i), frames(i + 2)) end return all",
    "local all = video('a.mp4'):trim(0, 1) for i = 1, 60 do "
      + "all = all:crossfade(video('b.mp4'):trim(i / 10, i / 10 + 1), 0.25) end return all",
  ]

  @Test(arguments: recipes) func thePicturesAreTheSame(recipe: String) throws {
    let (text, warnings) = try Cupboard.roundTrip(Self.canvas + recipe)
    #expect(warnings == [], "\(text)")
    let (before, after) = (try Cupboard.graph(Self.canvas + recipe), try Cupboard.graph(text))
    #expect(after.canvas == before.canvas)
    #expect(after.duration == before.duration, "\(text)")
    #expect(after.nodes[after.root].hasSound == before.nodes[before.root].hasSound, "\(text)")
    let scenes = (Scene(before), Scene(after))
    for frame in 0..<before.frameCount {
      let time = before.canvas.frameRate.time(ofFrame: frame)
      let layers = (scenes.0.layers(at: time).map(\.bare), scenes.1.layers(at: time).map(\.bare))
      #expect(layers.0 == layers.1, "frame \(frame) of \(text)")
      guard layers.0 == layers.1 else { return }
    }
  }

  @Test func aTimelineIsTheSameTheSecondTime() throws {
    for recipe in Self.recipes {
      let text = try Cupboard.roundTrip(Self.canvas + recipe).recipe
      #expect(try Cupboard.roundTrip(text).recipe == text, "\(recipe)")
    }
  }

  @Test func theRecipeIsOneThatAPersonWouldWrite() throws {
    let source = """
      canvas { width = 640, height = 360, fps = 25 }
      return (video("a.mp4"):trim(1, 3) .. video("b.mp4"):trim(0, 4):crossfade(video("c.mp4"), 1))
        :layer(text("Hello", { size = 40 }):at(0.5, 0.9), { from = 1, to = 4 })
        :layer(audio("song.mp3"):volume(0.5))
      """
    #expect(
      try Cupboard.roundTrip(source).recipe == """
        -- From r.otio
        canvas { width = 640, height = 360, fps = 25 }

        local function gap(seconds) return solid("black"):opacity(0):lasting(seconds) end

        local V1 = sequence(
          video("a.mp4"):trim(1, 3),
          video("b.mp4"):trim(0, 4)
            :crossfade(video("c.mp4"), 1)
        )

        local V2 = sequence(
          gap(1),
          text("Hello", { size = 40 }):lasting(3):at({ y = 0.9 })
        )

        local A1 = audio("song.mp3"):volume(0.5)

        return stack(V1, V2, A1)

        """)
  }

  @Test func whatARecipeCannotSayAgainIsAWarning() throws {
    for (recipe, word) in [
      (#"return video("a.mp4"):opacity(function(t) return t / 10 end)"#, "opacity"),
      (#"return shade(function(p, t) return vec3(p.x, p.y, 0) end):lasting(1)"#, "shade"),
      (#"return text("Hello"):animate("rise"):lasting(1)"#, "text"),
    ] {
      let warnings = try Cupboard.roundTrip(Self.canvas + recipe).warnings
      #expect(warnings.count == 1 && warnings.allSatisfy { $0.message.contains(word) }, "\(warnings)")
      #expect(warnings.allSatisfy { $0.place == "tracks.children[0].children[0]" }, "\(warnings)")
    }
  }
}

extension Layer {
  /// Without what follows from how a clip was cut, and shows in no picture.
  fileprivate var bare: Layer {
    var layer = self
    layer.source = source.bare
    return layer
  }
}

extension Layer.Source {
  /// A text and its like look the same however long they last.
  fileprivate var bare: Layer.Source {
    switch self {
    case .text(let node): .text(node.bare)
    case .shape(let node): .shape(node.bare)
    case .gradient(let node): .gradient(node.bare)
    case .group(let layers): .group(layers.map(\.bare))
    case .dissolve(let a, let b, let weight): .dissolve(a.map(\.bare), b.map(\.bare), weight)
    default: self
    }
  }
}

extension Node {
  fileprivate var bare: Node {
    Node(kind, version: version, parameters: parameters, duration: .zero, size: size, hasSound: hasSound)
  }
}
