package import Claims
import Graph
import Media

/// A clip by chance: sources under words and joins, to any depth.
package indirect enum Tree {
  case source(String, Int)
  case word(String, Int, Int, Tree)
  case join(String, [Tree], Int)
}

extension Tree: CustomStringConvertible {
  package var description: String {
    switch self {
    case .source(let kind, let length): "\(kind)\(length)"
    case .word(let word, let a, let b, let tree): "\(tree):\(word)(\(a), \(b))"
    case .join(let kind, let trees, let extra): "\(kind)\(trees)\(extra)"
    }
  }
}

extension Draws {
  /// Lengths are in hundredths of a second, and odd.
  package mutating func tree(_ depth: Int) -> Tree {
    switch depth > 0 ? int(0...2) : 0 {
    case 1:
      let word = one(of: Tree.words)
      let (a, b) = (int(0...500), int(0...500))
      return .word(word, a, b, tree(depth - 1))
    case 2:
      let kind = one(of: ["sequence", "stack", "crossfade", "mask", "transition", "shown", "duck"])
      let counts = ["crossfade": 2...2, "mask": 2...2, "duck": 2...2, "transition": 3...3, "shown": 3...3]
      return .join(kind, list(counts[kind] ?? 2...4) { $0.tree(depth - 1) }, int(0...300))
    default:
      return .source(
        one(of: [
          "video", "text", "rising", "waving", "sung", "image", "solid", "audio", "plasma", "stripes", "captions",
          "effects",
        ]),
        int(1...400))
    }
  }
}

extension Tree {
  fileprivate static let words = [
    "delayed", "trimmed", "looped", "frozen", "faster", "reversed", "fit", "crop", "at", "move", "ride", "scale",
    "rotate", "opacity", "dim", "volume", "swell", "fade", "skew", "pin", "motion", "blend", "isolate", "blur", "focus",
    "grain", "adjust", "reshade", "ramp", "sampled", "stepped", "pan", "filter", "compress", "limit", "echo", "reverb",
    "kept", "pitch",
  ]

  /// The clip in a sketch.
  package func clip(_ sketch: Sketch) -> Sketch.Clip {
    switch self {
    case .source(let kind, let length): source(kind, time(Double(length) / 97), sketch)
    case .word(let word, let a, let b, let tree): Tree.said(word, Double(a) / 97, Double(b) / 97, of: tree.clip(sketch))
    case .join(let kind, let trees, let extra): join(kind, trees.map { $0.clip(sketch) }, extra, sketch)
    }
  }

  private func source(_ kind: String, _ length: Time, _ sketch: Sketch) -> Sketch.Clip {
    switch kind {
    case "video": sketch.video("noise", length)
    case "text": sketch.text("words", 90, 30, length)
    case "rising": sketch.movingText("rise", isSung: false, length)
    case "waving": sketch.movingText("wave", isSung: true, length)
    case "sung": sketch.movingText(nil, isSung: true, length)
    case "image": sketch.image("picture", 200, 100, length)
    case "solid": sketch.solid(.white, length)
    case "plasma": sketch.shade(isMoving: true, length)
    case "captions": sketch.subtitles(changing: length < time(1) ? [] : [0.31, 0.7, 2.5], length)
    case "effects": sketch.subtitles(changing: nil, length)
    case "stripes": sketch.shade(isMoving: false, length)
    default: sketch.audio("count", length)
    }
  }

  private func join(_ kind: String, _ clips: [Sketch.Clip], _ extra: Int, _ sketch: Sketch) -> Sketch.Clip {
    switch kind {
    case "sequence": return sketch.sequence(clips)
    case "crossfade":
      let shorter = min(clips[0].duration, clips[1].duration)
      return sketch.crossfade(clips[0], clips[1], min(shorter, time(Double(extra + 1) / 97)))
    case "transition": return transition(clips, extra, sketch)
    case "shown":
      let overlap = min(clips[0].duration, clips[1].duration, clips[2].duration)
      let middle = clips[2].trimmed(.zero, overlap)
      return sketch.transition(clips[0], clips[1], overlap, showing: middle)
    case "mask" where clips.allSatisfy(\.hasPicture):
      return clips[0].masked(clips[1], feather: .constant(Double(extra) / 100))
    case "duck" where clips[0].node.hasSound: return clips[0].ducked(under: clips[1])
    default: return sketch.stack(clips)
    }
  }

  private func transition(_ clips: [Sketch.Clip], _ extra: Int, _ sketch: Sketch) -> Sketch.Clip {
    let style = TransitionStyle.allCases[extra % TransitionStyle.allCases.count]
    let direction = style.directions.isEmpty ? nil : style.directions[extra / 10 % style.directions.count]
    var overlap = min(clips[0].duration, clips[1].duration, time(Double(extra + 1) / 97))
    let matte = style == .luma && clips[2].hasPicture ? clips[2].volume(.constant(0)) : nil
    if let matte { overlap = min(overlap, matte.duration) }
    return sketch.transition(
      clips[0], clips[1], overlap, style, direction, matte: matte, extra % 3 == 0 ? "outBack" : nil)
  }

  private static func said(_ word: String, _ a: Double, _ b: Double, of clip: Sketch.Clip) -> Sketch.Clip {
    let length = clip.duration
    let curve = Curve.keyframes([
      .init(time: time(a / 4), value: 0.2), .init(time: time(a / 4 + 0.5), value: b / 5, easing: .penner(.sine, .in)),
    ])
    let samples = Curve.samples(rate: clip.rate, first: 0, values: (0..<40).map { 0.3 + Double($0 % 7) / 10 })
    switch word {
    case "delayed": return clip.delayed(time(b))
    case "trimmed":
      let start = min(time(a / 5), length - Time(flicks: 1))
      return clip.trimmed(start, min(length, start + time(b + 0.1)))
    case "looped": return clip.looped(time(a + b + 0.1))
    case "frozen": return clip.frozen(at: min(time(a), length - Time(flicks: 1)), time(b + 0.1))
    case "faster": return clip.faster(0.4 + a / 2)
    case "kept": return clip.faster(0.4 + a / 3, keepsPitch: true)
    case "pitch": return clip.pitched(b * 2 - 5)
    case "ramp":
      return clip.faster(
        .keyframes([
          .init(time: time(b / 9), value: 0.4),
          .init(time: time(b / 9 + 0.7), value: 0.5 + a / 2, easing: .penner(.sine, .inOut)),
        ]))
    case "sampled": return clip.faster(samples)
    case "stepped": return clip.stepped(7 + a * 4, b > 2.5 ? "blend" : "nearest")
    case "reversed": return clip.reversed
    case "fit": return clip.hasPicture ? clip.fit(a > 2 ? "cover" : "none") : clip
    case "crop": return clip.hasPicture ? clip.crop(a, b, 40, 20) : clip
    case "at": return clip.at(a / 5, b / 5)
    case "move": return clip.at(curve, .constant(0.5))
    case "ride": return clip.at(.constant(0.4), samples)
    case "scale": return clip.scaled(0.3 + a / 5)
    case "skew": return clip.skewed(a * 10)
    case "pin": return clip.pinned([0.1, b / 20, 0.9, 0, 1, 1, a / 20, 0.8])
    case "motion": return clip.motionBlurred
    case "blend": return clip.blended("multiply")
    case "isolate": return clip.isolated
    case "blur": return clip.hasPicture ? clip.blurred(.constant(a)) : clip
    case "focus": return clip.hasPicture ? clip.blurred(curve) : clip
    case "grain": return clip.hasPicture ? clip.grained : clip
    case "reshade": return clip.hasPicture ? clip.reshaded : clip
    case "adjust": return clip.hasPicture ? clip.exposed(a > 2.5 ? samples : curve) : clip
    case "rotate": return clip.rotated(a * 70)
    case "opacity": return clip.opacity(.constant(min(1, a / 4)))
    case "dim": return clip.opacity(a > 2.5 ? samples : curve)
    case "volume": return clip.volume(.constant(a / 4))
    case "pan": return clip.panned(a > 2.5 ? .constant(b / 5) : curve)
    case "filter":
      return clip.processed(
        .filter, ["type": .text("highpass"), "frequency": .number(40 + 300 * a), "q": .number(0.7)])
    case "compress":
      return clip.processed(
        .compress,
        [
          "threshold": .number(-30), "ratio": .number(1 + a), "knee": .number(b), "attack": .time(time(0.01)),
          "release": .time(time(0.1)),
        ])
    case "limit": return clip.processed(.limit, ["ceiling": .number(-a), "release": .time(time(0.05))])
    case "echo":
      return clip.processed(
        .echo, ["seconds": .time(time(a / 9 + 0.001)), "feedback": .number(0.3), "mix": .number(0.4)], tail: time(b / 3)
      )
    case "reverb":
      return clip.processed(
        .reverb, ["seconds": .time(time(a / 9 + 0.1)), "damping": .number(0.4), "mix": .number(0.3)], tail: time(b / 3))
    case "swell": return clip.volume(a > 2.5 ? samples : curve)
    default: return clip.faded(min(time(a / 4), length.scaled(by: 0.5)), min(time(b / 4), length.scaled(by: 0.5)))
    }
  }
}

extension Sketch.Clip {
  fileprivate var hasPicture: Bool { node.size != nil }
  fileprivate var rate: FrameRate { sketch.canvas.frameRate }
}
