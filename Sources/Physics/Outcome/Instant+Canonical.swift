package import Media
package import World

extension Instant {
  /// The same with one way to say 0, so that equal instants have equal bits.
  var canonical: Instant {
    var canonical = self
    // −0 + 0 is 0, and all else stays.
    for index in poses.indices {
      canonical.poses[index]?.position += Vector.zero
      canonical.poses[index]?.rotation.quaternion += SIMD4<Double>.zero
    }
    for skin in skins.indices {
      for vertex in skins[skin].indices { canonical.skins[skin][vertex] += SIMD3<Float>.zero }
    }
    return canonical
  }
}

extension Motion {
  /// All bits of what there is in a range of time, at the kept times in it and at its ends: equal if and only if equal
  /// pictures can be had from both.
  package func bits(of range: TimeRange) -> [UInt64] {
    let rate = Motion.recordsPerSecond
    let inside = stride(from: range.start.ticks(rate: rate) + 1, through: range.end.ticks(rate: rate), by: 1)
    let times = [range.start] + inside.map { Time(ticks: $0, rate: rate) }.filter { $0 < range.end }
    return times.flatMap { instant(at: $0).bits }
  }
}

extension Instant {
  package var bits: [UInt64] {
    var bits: [UInt64] = []
    for pose in poses {
      guard let pose else { bits.append(.max); continue }
      for n in 0..<3 { bits.append(pose.position[n].bitPattern) }
      for n in 0..<4 { bits.append(pose.rotation.quaternion[n].bitPattern) }
    }
    for vertex in skins.joined() {
      for n in 0..<3 { bits.append(UInt64(vertex[n].bitPattern)) }
    }
    for drop in drops {
      for n in 0..<3 { bits.append(UInt64(drop.place[n].bitPattern)) }
      bits.append(UInt64(drop.radius.bitPattern))
    }
    for ripple in ripples {
      bits += [ripple.center.x, ripple.center.y, ripple.age, ripple.height].map { UInt64($0.bitPattern) }
    }
    return bits
  }
}
