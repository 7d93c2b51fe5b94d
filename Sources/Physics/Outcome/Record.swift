internal import World

/// Where everything was at one kept time.
struct Record: Equatable, Sendable {
  /// By mover; nil where it was not there.
  var movers: [Pose?]
  /// By cord: where its ends were.
  var cords: [Ends?]
  var skins: [[SIMD3<Float>]]

  struct Ends: Equatable, Sendable {
    var first: Vector
    var second: Vector
  }

  /// What is there is what is there in this one: what appears later has no part in what was before.
  func mixed(with next: Record, _ fraction: Double) -> Record {
    Record(
      movers: zip(movers, next.movers).map { here, there in here.map { $0.mixed(with: there ?? $0, fraction) } },
      cords: zip(cords, next.cords).map { here, there in here.map { $0.mixed(with: there ?? $0, fraction) } },
      skins: zip(skins, next.skins).map { here, there in
        guard here.count == there.count else { return here }
        return zip(here, there).map { $0 + ($1 - $0) * Float(fraction) }
      })
  }
}

extension Record.Ends {
  func mixed(with next: Self, _ fraction: Double) -> Self {
    Self(first: first + (next.first - first) * fraction, second: second + (next.second - second) * fraction)
  }
}
