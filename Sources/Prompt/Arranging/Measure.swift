internal import Media
internal import World

/// How large a role is, and how heavy.
struct Measure {
  /// Of one of them, as it stands: twice how far it reaches from the middle of what it stands on, and its height.
  var size: Vector
  /// The boxes about its solid parts.
  private var solids: [Bounds]
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
    size = Vector(width, height, width)
    solids = [Bounds(Vector(-width / 2, 0, -width / 2), Vector(width / 2, height, width / 2))]
    (mass, volume) = (70, 0.07)
  }

  private init(_ word: ThingWord, _ role: Role, _ vocabulary: Vocabulary) {
    let pieces = word.pieces + word.bodies.flatMap(\.pieces)
    let maker = try? Maker(vocabulary, material: role.material ?? word.material, color: nil, scale: role.size, at: "")
    let all = (try? maker?.parts(pieces, at: "")) ?? []
    let own = (try? maker?.parts(word.pieces, at: "")) ?? []
    let bounds = Bounds(all, in: .origin) ?? Bounds(.zero, Vector(1, 1, 1))
    let reach = pointwiseMax(bounds.low.absolute, bounds.high.absolute) * 2
    size = Vector(reach.x, bounds.size.y, reach.z)
    if role.isSpread { size = Vector(size.x, size.z, size.y) }
    // These turn to who shoots at them.
    if ["basketball hoop", "goal"].contains(word.name) {
      (size.x, size.z) = (max(size.x, size.z), max(size.x, size.z))
    }
    solids = all.filter(\.isSolid).compactMap { Bounds([$0], in: Pose(Vector(0, -bounds.low.y, 0))) }
    volume = own.filter(\.isSolid).reduce(0) { $0 + $1.solid.volume }
    let cube = role.size * role.size * role.size
    mass = (role.material == nil ? word.mass.map { $0 * cube } : nil) ?? own.mass
    mass = (role.mass ?? mass) * role.massFactor
  }

  /// How high something lies that is put on it there; over nothing it lies on the highest part.
  func surface(under size: Vector, at offset: Vector = .zero) -> Double {
    let below = solids.filter { box in
      let apart = (box.center - offset).absolute - (box.size + size) / 2
      return apart.x < 0 && apart.z < 0
    }
    return (below.isEmpty ? solids : below).map(\.high.y).max() ?? size.y
  }
}
