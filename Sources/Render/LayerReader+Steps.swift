import Graph
import Media
import Pixels
import Plan

extension LayerReader {
  /// What is done to a picture that lies on the output.
  func finish(_ cel: Cel, _ step: Step) throws -> Cel {
    // In codes, which is how people draw mattes, maps and plates.
    let others = try step.others.map { try self.cel(of: $0).coded(from: light) }
    guard step.effect.looksAtCodes else { return try finish(cel, step, others) }
    return try finish(cel.coded(from: light), step, others).counted(in: light)
  }

  private func finish(_ cel: Cel, _ step: Step, _ others: [Cel]) throws -> Cel {
    let other = others.first ?? Cel(group: [])
    func length(_ value: Double) -> Double { value * step.scale }
    switch step.effect {
    case .mask(let matte, let isInverted, let feather):
      let soft = other.blurred(across: length(feather), down: length(feather), in: output)
      return cel.masked(by: soft, matte == .luma ? .luma : .alpha, isInverted: isInverted)
    case .blur(let x, let y): return cel.blurred(across: length(x), down: length(y), in: output)
    case .sharpen(let amount, let radius): return cel.sharpened(amount: amount, radius: length(radius), in: output)
    case .glow(let radius, let amount, let threshold):
      let start = light == .linear ? Light.light(ofCode: threshold) : threshold
      return cel.glowing(radius: length(radius), amount: amount, threshold: start, in: output)
    case .shadow(let x, let y, let blur, let color):
      return cel.shadowed(
        x: length(x), y: length(y), blur: length(blur), color.counted(in: light), in: output)
    case .vignette(let amount, let size, let softness):
      return cel.vignetted(amount: amount, size: size, softness: softness, box: step.box, frame: step.frame)
    case .grain(let amount, let seed, let time): return cel.grained(amount: amount, seed: time.mixed(with: seed))
    case .pixelate(let size):
      return cel.pixelated(size: length(size), left: step.frame.tx, top: step.frame.ty)
    case .displace(let x, let y): return cel.displaced(by: other, x: length(x), y: length(y), in: output)
    case .edge(let amount): return cel.outlined(amount: amount)
    case .chromaKey(let color, let tolerance, let softness, let spill):
      return cel.keyed(color, tolerance: tolerance, softness: softness, spill: spill)
    case .lumaKey(let low, let high, let softness): return cel.keyed(low: low, high: high, softness: softness)
    case .differenceKey(let tolerance, let softness):
      return cel.keyed(against: other, tolerance: tolerance, softness: softness)
    case .shade(let shader, let time):
      return shaded(shader, at: time, inputs: [cel] + others, frame: step.frame)
        .cut(to: Rectangle(step.box), transform: step.frame, clip: output)
    case .grade(let grade): return cel.graded(grade)
    case .curves(let curves): return cel.bent(by: curves)
    case .lookUp(let table, let amount):
      return cel.lookedUp(in: try footage.table(table), amount: amount)
    }
  }
}

extension Effect {
  /// Whether it is made for codes, whatever pictures are put together in: corrections of colour, keys, and what draws.
  fileprivate var looksAtCodes: Bool {
    switch self {
    case .mask, .blur, .sharpen, .glow, .shadow, .vignette, .pixelate, .displace: false
    case .edge, .grain, .shade, .chromaKey, .lumaKey, .differenceKey, .grade, .curves, .lookUp: true
    }
  }

  /// Whether it tells things apart by their chroma alone.
  var looksAtChroma: Bool { if case .chromaKey = self { true } else { false } }
}

extension Time {
  /// Other noise for each instant and each seed.
  fileprivate func mixed(with seed: Int) -> UInt32 {
    let wide =
      UInt64(bitPattern: flicks) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(bitPattern: Int64(seed)) &* 0xd1b5_4a32_d192_ed03
    return UInt32(truncatingIfNeeded: wide >> 32 ^ wide)
  }
}
