internal import Media
internal import World

extension Anatomy {
  func parts(of figure: Figure) -> [Part] {
    pieces.map { piece in
      let material = piece.coat.material(figure, volume: piece.solid.volume, mass: piece.mass * mass)
      return Part(piece.solid, of: material, isSolid: piece.mass > 0)
    }
  }

  /// A joint for each part but the first, that holds it to its bone's heavy part, or that to the bone above.
  var figureJoints: [FigureJoint] {
    pieces.indices.dropFirst().compactMap { index in
      let piece = pieces[index]
      let own = piece.mass > 0 ? piece.bone.parent : piece.bone
      guard let other = own.flatMap(heavy), other != index else { return nil }
      return joint(index, to: other)
    }
  }

  /// The part of a bone, or of the nearest above it, that has mass.
  private func heavy(_ bone: Bone) -> Int? {
    pieces.firstIndex { $0.bone == bone && $0.mass > 0 } ?? bone.parent.flatMap(heavy)
  }

  private func joint(_ index: Int, to other: Int) -> FigureJoint {
    let (piece, base) = (pieces[index], pieces[other])
    let bends = piece.mass > 0
    // Faces are one with the head; their bones begin where it does.
    let place = piece.bone == base.bone ? .zero : joint(of: piece.bone) ?? .zero
    return FigureJoint(
      parts: SIMD2(other, index), base.pose.inverse(place), piece.pose.inverse(.zero),
      reach: bends ? piece.bone.reach : 0)
  }
}

extension Script {
  /// The feet's blows. A heel that strikes stops 6.8 % of the body with it (Lieberman and others, "Foot strike patterns", Nature
  /// 463, 2010).
  func steps(of figure: Figure, on ground: String) -> [Contact] {
    let sound =
      figure.kind == .robot ? "metal" : figure.kind == .horse ? "wood" : anatomy.plan == .upright ? "rubber" : "flesh"
    let end = min(horizon, fall ?? horizon)
    let blows = footings.flatMap { footing in
      footing.swings.filter { $0.land <= end }.map { swing in
        Contact(
          at: Time(near: swing.land), .step, place: swing.to.place, impulse: 0.068 * anatomy.mass * swing.impact,
          speed: swing.impact, figure.name, "ground", sounds: (sound, ground), size: 0.08 * anatomy.height)
      }
    }
    return blows.sorted { ($0.time, $0.place.x) < ($1.time, $1.place.x) }
  }
}
