package import Graph
package import Media
import Synchronization

/// A graph drawn by hand, for tests of what is made of graphs. Tests may share one.
package final class Sketch: Sendable {
  package let canvas: Canvas
  private let builder = Mutex(GraphBuilder())

  package init(_ width: Int = 1920, _ height: Int = 1080, rate: FrameRate = .thirty) {
    canvas = Canvas(size: Size(width: width, height: height), frameRate: rate)
  }

  /// A clip of the sketch.
  package struct Clip {
    let sketch: Sketch
    let place: Int
    package var node: Node { sketch.builder.withLock { $0[place] } }
    package var duration: Time { node.duration }
    /// The graph that leads to it.
    package var graph: Graph { sketch.builder.withLock { $0.graph(root: place, canvas: sketch.canvas) } }
  }

  func add(
    _ kind: NodeKind, _ parameters: [String: Setting], of inputs: [Clip] = [], _ duration: Time, size: Size?,
    hasSound: Bool
  ) -> Clip {
    let node = Node(
      kind, parameters: parameters, inputs: inputs.map(\.place), duration: duration, size: size, hasSound: hasSound)
    return Clip(sketch: self, place: builder.withLock { $0.add(node) })
  }
}

// MARK: Sources

extension Sketch {
  package func video(_ name: String, _ duration: Time, size: Size? = nil, hasSound: Bool = true) -> Clip {
    add(.video, ["asset": .digest(Digest(of: name.utf8))], duration, size: size ?? canvas.size, hasSound: hasSound)
  }

  package func audio(_ name: String, _ duration: Time) -> Clip {
    add(.audio, ["asset": .digest(Digest(of: name.utf8))], duration, size: nil, hasSound: true)
  }

  package func image(_ name: String, _ width: Int, _ height: Int, _ duration: Time) -> Clip {
    let size = Size(width: width, height: height)
    return add(.image, ["asset": .digest(Digest(of: name.utf8))], duration, size: size, hasSound: false)
  }

  package func text(_ words: String, _ width: Int, _ height: Int, _ duration: Time) -> Clip {
    add(.text, ["text": .text(words)], duration, size: Size(width: width, height: height), hasSound: false)
  }

  /// A text of three words that come one after another and are sung.
  package func movingText(_ effect: String?, isSung: Bool, _ duration: Time) -> Clip {
    var parameters: [String: Setting] = ["text": .text("one two three"), "size": .number(20)]
    if let effect {
      parameters["animation"] = .record([
        "effect": .text(effect), "by": .text("word"), "pieces": .number(3), "each": .time(time(0.3)),
        "seconds": .time(time(0.45)), "ease": .text("outBack"), "reach": .number(0.5),
      ])
    }
    if isSung {
      let times = [0.2, 0.7, 0.9, 1.7].map { Setting.time(time($0)) }
      parameters["karaoke"] = .record(["times": .list(times), "color": .color(.black), "sweep": .flag(true)])
    }
    return add(.text, parameters, duration, size: Size(width: 90, height: 30), hasSound: false)
  }

  /// Captions of an ASS file that change at some instants, or move all the time.
  package func subtitles(changing changes: [Double]?, _ duration: Time) -> Clip {
    var parameters: [String: Setting] = ["script": .text("script")]
    parameters["changes"] = changes.map { .list($0.map { .time(time($0)) }) }
    return add(.subtitles, parameters, duration, size: canvas.size, hasSound: false)
  }

  /// Waves that read the clock, or stand still.
  package func shade(isMoving: Bool, _ duration: Time) -> Clip {
    let program = isMoving ? "t; x; add 0 1; sin 2; color 3 3 3 3" : "x; sin 0; 1; color 1 1 1 2"
    return add(.shade, ["program": .text(program)], duration, size: canvas.size, hasSound: false)
  }

  package func solid(_ color: Color, _ duration: Time) -> Clip {
    add(.solid, ["color": .color(color)], duration, size: canvas.size, hasSound: false)
  }
}

// MARK: Joins

extension Sketch {
  package func sequence(_ clips: [Clip]) -> Clip {
    join(.sequence, clips, clips.reduce(.zero) { $0 + $1.duration })
  }

  package func stack(_ clips: [Clip]) -> Clip {
    join(.stack, clips, clips.map(\.duration).max() ?? .zero)
  }

  package func crossfade(_ first: Clip, _ second: Clip, _ overlap: Time) -> Clip {
    join(.crossfade, [first, second], first.duration + second.duration - overlap, ["seconds": .time(overlap)])
  }

  /// - Parameter matte: Of a `luma`.
  package func transition(
    _ first: Clip, _ second: Clip, _ overlap: Time, _ style: TransitionStyle, _ direction: String? = nil,
    matte: Clip? = nil, _ easing: String? = nil
  ) -> Clip {
    let said: [String: Setting?] = [
      "seconds": .time(overlap), "style": .text(style.rawValue), "direction": direction.map(Setting.text),
      "soft": .number(0.1), "ease": easing.map(Setting.text),
    ]
    return join(
      .transition, [first, second] + [matte].compactMap(\.self), first.duration + second.duration - overlap,
      said.compactMapValues(\.self))
  }

  /// - Parameter middle: What shows meanwhile.
  package func transition(_ first: Clip, _ second: Clip, _ overlap: Time, showing middle: Clip) -> Clip {
    join(
      .transition, [first, second, middle], first.duration + second.duration - overlap, ["seconds": .time(overlap)])
  }

  private func join(_ kind: NodeKind, _ clips: [Clip], _ duration: Time, _ parameters: [String: Setting] = [:]) -> Clip
  {
    let hasPicture = clips.contains { $0.node.size != nil }
    return add(
      kind, parameters, of: clips, duration, size: hasPicture ? canvas.size : nil,
      hasSound: clips.contains { $0.node.hasSound })
  }
}

/// So many seconds.
package func time(_ seconds: Double) -> Time { Time(seconds: seconds) ?? .zero }
