internal import CBullet
internal import World

/// What moves as one: a thing, or a part of a figure.
struct Mover {
  let name: String
  let parts: [Part]
  let role: Role
  let friction: Double?
  let restitution: Double?
  /// Bodies of the same family do not meet; 0 is none.
  let family: Int
  /// The centre of mass and the principal axes, in its own space.
  let frame: Pose
  let reach: Double
  /// Principal moments for 1 kg.
  let resistance: Vector
  var mass: Double
  var weight: Double
  /// Where its own space is in the world.
  var pose: Pose
  var isThere = false
  /// Its number in Bullet's world, while it is there; what is only seen has none.
  var body: Int?
  var drive: Drive

  enum Role: Equatable {
    case thing(Int)
    case figure(Int, part: Int)
  }

  /// What moves it.
  enum Drive: Equatable {
    case fixed, free, path([Thing.Key])
    /// A hand, by the number of its figure.
    case held(by: Int)
    /// A figure's will.
    case will
  }

  var isFree: Bool { drive == .free }
  var isSolid: Bool { parts.contains(where: \.isSolid) }
  var inertia: Vector { resistance * mass }
  /// The centre of mass in the world.
  var center: Vector { pose(frame.position) }
  /// Its solid parts as soft things meet them: of meshes, the box around.
  let outline: [Part]
  /// In m³.
  let volume: Double
  /// The radius of a ball about its centre of mass that holds it all.
  let extent: Double
  /// The cube root of what it takes up.
  var size: Double { Double.cubeRoot(volume) }
  /// What the wind meets, in m²: the area of a ball of the same volume, seen from a side, or of what is flat more.
  var area: Double { max(1.2 * size * size, 0.5 * extent * extent) }

  init(_ thing: Thing, number: Int, drive: Drive) {
    self.init(
      name: thing.name, parts: thing.parts, role: .thing(number), drive: drive, pose: thing.pose, family: 0,
      mass: thing.mass, surface: (thing.friction, thing.restitution), weight: thing.weight)
  }

  /// A part of a figure: its own space is the part's.
  init(_ part: Part, of figure: String, number: Int, part index: Int, pose: Pose) {
    var part = part
    part.pose = .origin
    self.init(
      name: figure, parts: [part], role: .figure(number, part: index), drive: .will, pose: pose, family: number + 1,
      mass: nil, surface: (nil, nil), weight: 1)
  }

  private init(
    name: String, parts: [Part], role: Role, drive: Drive, pose: Pose, family: Int, mass: Double?,
    surface: (friction: Double?, restitution: Double?), weight: Double
  ) {
    (self.name, self.parts, self.role, self.family, self.pose, self.weight) = (name, parts, role, family, pose, weight)
    (friction, restitution) = surface
    let solids = parts.filter(\.isSolid)
    // What is only seen does not fall: nothing would stop it.
    self.drive = solids.isEmpty && drive == .free ? .fixed : drive
    var whole = MassProperties.sum(solids.map { MassProperties($0) })
    if whole.mass <= 0 { whole = MassProperties(.sphere(radius: 0.05), density: 1000) }
    volume = whole.volume
    outline = solids.map(\.plain)
    self.mass = min(max(mass ?? whole.mass, 1e-5), 1e9)
    let (axes, moments) = whole.inertia.principal
    let isRound = moments.max() - moments.min() < 1e-6 * moments.max()
    let mayMove = self.drive != .fixed
    frame = mayMove ? Pose(whole.center, isRound ? .none : axes) : .origin
    resistance = pointwiseMax(moments, Vector(repeating: moments.max() * 1e-3)) / whole.mass
    let center = frame.position
    extent = solids.map { ($0.pose.position - center).length + $0.solid.reach }.max() ?? 0
    reach = max(solids.map(\.solid.reach).min() ?? 0.05, 0.003)
  }

  /// As it enters the world.
  func rigidBody(velocity: Vector, spin: Vector, gravity: Vector) -> RigidBody {
    var state = CBulletBody()
    state.pose = CBulletPose(pose * frame)
    let arm = pose.rotation(frame.position)
    (state.velocity, state.spin) = (CBulletVector(velocity + spin.cross(arm)), CBulletVector(spin))
    (state.mass, state.inertia) = (isFree ? mass : 0, CBulletVector(inertia))
    (state.gravity, state.reach, state.family) = (CBulletVector(gravity * weight), reach, Int32(family))
    return RigidBody(state: state, pieces: pieces)
  }

  /// Its convex pieces, in the space of its centre of mass.
  var pieces: [RigidBody.Piece] {
    let inward = frame.inverse
    return parts.indices.filter { parts[$0].isSolid }.flatMap { index in
      let part = parts[index]
      var substance = part.material.substance
      substance.friction = friction ?? substance.friction
      substance.restitution = restitution ?? substance.restitution
      return part.solid.pieces(of: substance, part: index, isFixed: drive == .fixed).map { piece in
        var placed = piece
        placed.piece.pose = CBulletPose((inward * part.pose * Pose(piece.piece.pose)).settled)
        return placed
      }
    }
  }
}

extension Pose {
  /// The same without what is only rounding, so that a plain body stays plain.
  fileprivate var settled: Pose {
    let turn = rotation.quaternion
    let isNone = abs(turn.x) + abs(turn.y) + abs(turn.z) < 1e-9
    return Pose(position.length < 1e-12 ? .zero : position, isNone ? .none : rotation)
  }
}

extension Part {
  fileprivate var plain: Part {
    guard case .mesh(let mesh) = solid else { return self }
    return Part(.box(size: mesh.bounds.size), at: pose * Pose(mesh.bounds.center), of: material, isSolid: isSolid)
  }
}
