internal import CBullet
internal import World

/// What a body is when it enters the world.
struct RigidBody {
  var state: CBulletBody
  var pieces: [Piece]

  /// One convex piece, in the space of the centre of mass, and the part it is a piece of.
  struct Piece {
    var piece: CBulletPiece
    var part: Int
    /// Of hulls and meshes.
    var points: [Vector] = []
    var triangles: [SIMD3<UInt32>] = []
  }

  /// Lends the pieces, with their points, for the length of a call.
  func withPieces<Result>(_ body: (UnsafeBufferPointer<CBulletPiece>) -> Result) -> Result {
    let points = pieces.flatMap { $0.points.flatMap { [$0.x, $0.y, $0.z] } }
    let corners = pieces.flatMap { $0.triangles.flatMap { [$0.x, $0.y, $0.z] } }
    return points.withUnsafeBufferPointer { points in
      corners.withUnsafeBufferPointer { corners in
        var (point, corner) = (0, 0)
        let lent = pieces.map { piece in
          var lent = piece.piece
          // Safe because both arrays hold as many numbers as the counts of all pieces say.
          lent.points = points.baseAddress.map { $0 + point }
          lent.triangles = corners.baseAddress.map { $0 + corner }
          lent.point_count = Int32(piece.points.count)
          lent.triangle_count = Int32(piece.triangles.count)
          point += 3 * piece.points.count
          corner += 3 * piece.triangles.count
          return lent
        }
        return lent.withUnsafeBufferPointer(body)
      }
    }
  }
}
