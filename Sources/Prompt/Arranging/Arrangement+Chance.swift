internal import Media
internal import World

/// What a prompt leaves open is the seed's: how far apart things are, how far back, and which colours they have.
///
/// Every choice is drawn for a role by its name, so that a word more in the prompt does not change the others.
extension Arrangement {
  /// A factor of a distance: 1 for the usual seed.
  func chance(_ role: Int?) -> Double {
    guard seed != 0, let role else { return 1 }
    var dice = Dice(seed, roles[role].name, "way")
    return 0.9 + 0.35 * dice.unit()
  }

  /// Up to half a metre to each side, in a place that nothing depends on.
  func stir(_ role: Int) -> Vector {
    guard seed != 0 else { return .zero }
    var dice = Dice(seed, roles[role].name, "place")
    return Vector(dice.unit() - 0.5, 0, dice.unit() - 0.5)
  }

  /// Colours that nobody named.
  mutating func vary() {
    for role in roles.indices where roles[role].colors.isEmpty && roles[role].isPaintable {
      var dice = Dice(seed, roles[role].name, "color")
      let palette = Self.palette
      roles[role].colors = [palette[min(Int(dice.unit() * Double(palette.count)), palette.count - 1)]]
    }
  }

  /// Of these, everything may be.
  private static let palette = [
    "red", "orange", "yellow", "green", "dark green", "blue", "light blue", "turquoise", "purple", "pink", "white",
  ]
}

extension Role {
  /// A red tree and a green basketball are not what was asked for.
  fileprivate var isPaintable: Bool {
    guard material == nil else { return false }
    switch kind {
    case .figure(let word): return [.person, .child, .robot].contains(word.kind)
    case .thing(let word): return Self.paintable.contains(word.name)
    }
  }

  private static let paintable: Set = [
    "ball", "balloon", "block", "car", "truck", "toy car", "boat", "bicycle", "mug", "vase", "book", "bucket", "tent",
    "umbrella", "sofa", "flag", "domino", "rocket", "candle", "bowl", "teapot", "kite",
  ]
}
