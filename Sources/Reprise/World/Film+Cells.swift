import Graph
import Media
import Physics
import Rays
import World

/// Two seconds of a film, or what is left of it: where segments end, too.
struct FilmCell: Sendable {
  let film: Film
  let range: TimeRange
  /// Of all that is seen in it, and nothing else: what changes later, or out of sight before, does not change it.
  let digest: Digest
}

extension Film {
  private static let cellLength = Time(flicks: 2 * Time.flicksPerSecond)

  func cells() -> [FilmCell] {
    let props = motion.stage.props.map { Array("\($0)".utf8) }
    let skins = motion.stage.skins.map { Array("\($0)".utf8) }
    var cells: [FilmCell] = []
    var start = Time.zero
    while start < scene.duration {
      let range = TimeRange(start, min(start + Self.cellLength, scene.duration))
      cells.append(FilmCell(film: self, range: range, digest: digest(of: range, props, skins)))
      start = range.end
    }
    return cells
  }

  private func digest(of range: TimeRange, _ props: [[UInt8]], _ skins: [[UInt8]]) -> Digest {
    var hash = RunningDigest()
    hash.update(setting(of: range))
    let times = times(in: range)
    let instants = times.map { motion.instant(at: $0) }
    for (number, prop) in props.enumerated() where instants.contains(where: { $0.poses[number] != nil }) {
      hash.update(prop)
      for instant in instants { hash.update(Instant(poses: [instant.poses[number]]).bits) }
    }
    for (number, skin) in skins.enumerated() where instants.contains(where: { !$0.skins[number].isEmpty }) {
      hash.update(skin)
      for instant in instants { hash.update(Instant(poses: [], skins: [instant.skins[number]]).bits) }
    }
    for (time, instant) in zip(times, instants) {
      hash.update(Instant(poses: [], drops: instant.drops, ripples: instant.ripples).bits)
      hash.update(Instant(poses: [followed(at: time).map { Pose($0) }]).bits)
    }
    return hash.finished()
  }

  /// Every time that a frame of a usual rate may ask for.
  private func times(in range: TimeRange) -> [Time] {
    let rate = Motion.recordsPerSecond
    let first = range.start.ticks(rate: rate)
    let end = range.end.flicks.scaled(by: rate, over: Time.flicksPerSecond, rounding: .up)
    return (first..<end).map { Time(ticks: $0, rate: rate) }
  }

  /// What is seen besides things that move.
  private func setting(of range: TimeRange) -> [UInt8] {
    let shots = scene.shots.enumerated().compactMap { index, shot -> String? in
      let end = index + 1 < scene.shots.count ? scene.shots[index + 1].start : scene.duration
      let isOn = shot.start < range.end && (end > range.start || index + 1 == scene.shots.count)
      return isOn ? "\(shot) until \(end)" : nil
    }
    return Array(
      """
      world 1 \(Tracer.version)
      \(size) \(quality) \(view) \(exposure) \(range.start) \(scene.seed)
      \(scene.place) \(scene.ground) \(String(describing: scene.water)) \(scene.weather) \(scene.light) \(scene.look)
      \(shots.joined(separator: "\n"))
      """.utf8)
  }
}

extension RunningDigest {
  fileprivate mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }
  fileprivate mutating func update(_ words: [UInt64]) { words.withUnsafeBytes { update($0) } }
}
