import Graph
import Media

extension Scene {
  /// What a shutter sees that opens when the frame begins. It sees as many moments as there are pixels on the way of the
  /// fastest corner, at most `samples`; what stands still is seen once.
  func expose(
    _ place: Int, _ input: Int, _ samples: Int, at time: Time, _ look: Look, _ layers: inout [Layer]
  ) {
    let exposure = elements[place].exposure(at: graph.canvas.frameRate) ?? .zero
    let last = min(time + exposure - Time(flicks: 1), last(of: input))
    func seen(_ part: Double) -> [Layer] {
      var found: [Layer] = []
      visit(input, at: max(time, min(time + exposure.scaled(by: part), last)), look, &found)
      return found
    }
    let (first, end) = (seen(0), seen(1))
    guard first != end else { return layers += first }
    let way = first.way(to: end)
    // At least two, for what changes without moving.
    let count = Int(min(Double(max(samples, 2)), max(way.rounded(.up), 2)))
    layers.append(mean((0..<count).map { seen((Double($0) + 0.5) / Double(count)) }))
  }

  /// One picture of what was seen. It blends as its layers would, where each moment has but one.
  private func mean(_ moments: [[Layer]]) -> Layer {
    var moments = moments
    let blends = Set(moments.joined().map(\.blend))
    let isOne = blends.count == 1 && moments.allSatisfy { $0.count <= 1 }
    if isOne { moments = moments.map { $0.map { $0.blended(.plain) } } }
    let layer = whole(.mean(moments), isConstant: false)
    return isOne ? layer.blended(blends.first ?? .plain) : layer
  }
}

extension [Layer] {
  /// How far the layer goes that goes farthest.
  fileprivate func way(to others: [Layer]) -> Double {
    count == others.count ? zip(self, others).map { $0.way(to: $1) }.max() ?? 0 : .infinity
  }
}

extension Veil {
  /// How far its edge goes.
  fileprivate func way(to other: Veil) -> Double {
    switch (self, other) {
    case (.box(_, let from), .box(_, let to)): max(abs(to.tx - from.tx), abs(to.ty - from.ty))
    case (.field(let field, let from), .field(_, let to)): abs(to.start - from.start) * field.length
    default: 0
    }
  }
}

extension Sweep.Field {
  /// Output pixels from 0 to 1.
  fileprivate var length: Double {
    switch self {
    case .line(let unit): 1 / (unit.a * unit.a + unit.c * unit.c).squareRoot()
    case .ring(let unit): 1 / abs(unit.determinant).squareRoot()
    // Along the edge of a large picture.
    case .turn: 10_000
    }
  }
}

extension Layer {
  fileprivate func blended(_ blend: Blend) -> Layer {
    var layer = self
    layer.blend = blend
    return layer
  }

  /// How far the corner goes that goes farthest, in output pixels.
  fileprivate func way(to other: Layer) -> Double {
    if case .reveal(let a, let b, let veil) = source, case .reveal(let c, let d, let other) = other.source {
      return max(a.way(to: c), b.way(to: d), veil.way(to: other))
    }
    let (width, height) = (Double(box.width), Double(box.height))
    return [(0, 0), (width, 0), (0, height), (width, height)].map { x, y in
      let (from, to) = (transform(x, y), other.transform(x, y))
      return ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    }.max() ?? 0
  }
}
