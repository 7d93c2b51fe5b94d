internal import CBullet
internal import World

// What all stands on: a floor without an end, or four banks around a basin.

extension Play {
  func addGround() throws(PhysicsError) {
    let number = try world.add(ground)
    precondition(number == owners.count, "bodies are numbered as their owners are listed")
    let sounds = groundPieces.map { _ in scene.ground.material.substance.sound }
    owners.append(Owner(mover: nil, name: "ground", sounds: sounds, size: 1))
  }

  var ground: RigidBody { RigidBody(state: groundState, pieces: groundPieces) }

  private var groundState: CBulletBody {
    var state = CBulletBody()
    (state.pose, state.reach) = (CBulletPose(Pose(Vector(0, isSea ? floorHeight : 0, 0))), 1)
    return state
  }

  /// Where the ground is at the bottom of the water.
  private var floorHeight: Double { scene.water.map { min(0, $0.level - $0.depth) } ?? 0 }
  private var isSea: Bool { scene.water != nil && scene.water?.halfSize == nil }

  private var groundPieces: [RigidBody.Piece] {
    guard let water = scene.water, let half = water.halfSize, floorHeight < 0 else { return [piece(CBULLET_FLOOR)] }
    let (far, middle) = (1000.0, water.center)
    let long = Vector(2 * far, 10, 2 * far)
    let basin = bank(at: Vector(middle.x, floorHeight - 5, middle.y), Vector(2 * half.x, 10, 2 * half.y))
    return [basin]
      + [-1.0, 1.0].flatMap { side in
        [
          bank(at: Vector(middle.x + side * (half.x + far), -5, middle.y), long),
          bank(at: Vector(middle.x, -5, middle.y + side * (half.y + far)), Vector(2 * half.x, 10, 2 * far)),
        ]
      }
  }

  private func bank(at place: Vector, _ size: Vector) -> RigidBody.Piece {
    var bank = piece(CBULLET_BOX)
    let deep = max(10, -2 * floorHeight)
    let raised = Vector(place.x, place.y + 5 - deep / 2, place.z)
    (bank.piece.pose, bank.piece.size) = (CBulletPose(Pose(raised)), CBulletVector(Vector(size.x, deep, size.z)))
    return bank
  }

  private func piece(_ form: CBulletForm) -> RigidBody.Piece {
    let substance = scene.ground.material.substance
    var piece = CBulletPiece()
    (piece.form, piece.pose) = (form, CBulletPose(.origin))
    (piece.friction, piece.rolling, piece.restitution) = (substance.friction, substance.rolling, substance.restitution)
    return RigidBody.Piece(piece: piece, part: 0)
  }
}
