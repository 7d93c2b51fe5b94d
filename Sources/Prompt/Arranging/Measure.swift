internal import Media
internal import World

/// How large a role is, and how heavy.
struct Measure {
  /// Of one of them, as it stands.
  var size: Vector
  /// From its lowest middle point to the middle of its box, which need not be over it.
  var middle: Vector
  /// How high what lies on its middle lies.
  var surface: Double
  /// In kg and m³, of the parts that others meet.
  var mass: Double
  var volume: Double

  init(_ role: Role, _ vocabulary: Vocabulary) {
    switch role.kind {
    case .figure(let word): self.init(word, role)
    case .thing(let word): self.init(word, role, vocabulary)
    }
  }

  private init(_ word: FigureWord, _ role: Role) {
    let height = word.height * role.size
    let width = Figure.halfWidth(word.kind) * height * 2
    (size, middle) = (Vector(width, height, width), Vector(0, height / 2, 0))
    (surface, mass, volume) = (height, 70, 0.07)
  }

  private init(_ word: ThingWord, _ role: Role, _ vocabulary: Vocabulary) {
    let pieces = word.pieces + word.bodies.flatMap(\.pieces)
    let maker = try? Maker(vocabulary, material: role.material ?? word.material, color: nil, scale: role.size, at: "")
    let all = (try? maker?.parts(pieces, at: "")) ?? []
    let own = (try? maker?.parts(word.pieces, at: "")) ?? []
    let bounds = Bounds(all, in: .origin) ?? Bounds(.zero, Vector(1, 1, 1))
    (size, middle) = (bounds.size, bounds.center - Vector(0, bounds.low.y, 0))
    surface = all.filter(\.isSolid).compactMap(Self.top).max() ?? bounds.size.y
    volume = own.filter(\.isSolid).reduce(0) { $0 + $1.solid.volume }
    let cube = role.size * role.size * role.size
    mass = (role.material == nil ? word.mass.map { $0 * cube } : nil) ?? own.mass
    mass = (role.mass ?? mass) * role.massFactor
  }

  /// How high a part is over the middle; nil if it is not there.
  private static func top(_ part: Part) -> Double? {
    let half = part.solid.halfExtent(part.pose.rotation)
    let place = part.pose.position
    guard abs(place.x) <= half.x, abs(place.z) <= half.z else { return nil }
    return place.y + half.y
  }
}
