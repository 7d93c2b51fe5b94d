internal import CRays
internal import Dispatch
internal import Media
internal import World

/// One picture while it is made: opened with where all is, and closed when it is let go.
final class Exposure: @unchecked Sendable {
  // Sendable because passes write to different rows, and each begins when the one before it is whole.

  private let picture: OpaquePointer
  private let tracer: Tracer
  private var rows: Int { tracer.size.height }

  init(
    _ tracer: Tracer, _ opening: Instant, _ closing: Instant, _ time: Time, followed: Vector?
  ) throws(TracingError) {
    self.tracer = tracer
    let camera = tracer.camera(at: time, followed: followed, instant: opening)
    var moment = CRMoment()
    moment.camera = camera
    moment.time = time.seconds.held(0, 1e5)
    guard let picture = Exposure.opened(tracer, opening, closing, moment) else { throw .noMemory }
    self.picture = picture
  }

  deinit { crays_end(picture) }

  private static func opened(
    _ tracer: Tracer, _ opening: Instant, _ closing: Instant, _ moment: CRMoment
  ) -> OpaquePointer? {
    let stage = tracer.stage
    let here = stage.props.indices.map { opening.pose($0) ?? closing.pose($0) }
    let there = stage.props.indices.map { closing.pose($0) ?? opening.pose($0) }
    let starts = here.map { CRPose($0 ?? .origin) }, ends = there.map { CRPose($0 ?? .origin) }
    let present = here.map { UInt8($0 == nil ? 0 : 1) }
    let drops = opening.drops.prefix(4096).map(CRDrop.init), ripples = opening.ripples.prefix(256).map(CRRipple.init)
    let first = stage.skins.indices.map { opening.vertices($0, of: stage) ?? closing.vertices($0, of: stage) ?? [] }
    let last = stage.skins.indices.map { closing.vertices($0, of: stage) ?? opening.vertices($0, of: stage) ?? [] }
    return withPointers(to: first + last) { skins in
      let bases = skins.map(\.baseAddress)
      let (opening, closing) = (Array(bases.prefix(first.count)), Array(bases.suffix(last.count)))
      return starts.withUnsafeBufferPointer { starts in
        ends.withUnsafeBufferPointer { ends in
          withPointers(to: [present]) { present in
            withPointers(to: [drops]) { drops in
              withPointers(to: [ripples]) { ripples in
                withPointers(to: [opening, closing]) { skins in
                  var moment = moment
                  (moment.opening, moment.closing) = (starts.baseAddress, ends.baseAddress)
                  moment.present = present[0].baseAddress
                  (moment.drops, moment.drop_count) = (drops[0].baseAddress, Int32(drops[0].count))
                  (moment.ripples, moment.ripple_count) = (ripples[0].baseAddress, Int32(ripples[0].count))
                  (moment.skins_opening, moment.skins_closing) = (skins[0].baseAddress, skins[1].baseAddress)
                  return crays_begin(tracer.world, &moment)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Bands are a multiple of four rows, which share what the glare is made of.
  private func forBands(threads: Int, _ body: @Sendable @escaping (Range<Int>) -> Void) {
    let height = rows, band = 16, count = (height + band - 1) / band
    @Sendable func run(_ i: Int) { body(i * band..<min(height, (i + 1) * band)) }
    let workers = min(max(threads, 1), 64)
    guard workers > 1 else { return (0..<count).forEach(run) }
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for i in stride(from: worker, to: count, by: workers) { run(i) }
    }
  }

  func develop(threads: Int) {
    for pass in 0..<crays_passes() {
      forBands(threads: threads) { [self] rows in
        crays_expose(picture, pass, Int32(rows.lowerBound), Int32(rows.upperBound))
      }
    }
  }

  func copy(to plane: FrameStorage.Plane, threads: Int) {
    nonisolated(unsafe) let base = plane.base
    let stride = plane.bytesPerRow
    forBands(threads: threads) { [self] rows in
      // Safe because the plane has a row of four bytes a pixel for each row of the picture.
      let start = (base + rows.lowerBound * stride).assumingMemoryBound(to: UInt8.self)
      crays_print(picture, Int32(rows.lowerBound), Int32(rows.upperBound), start, Int64(stride))
    }
  }

  func sights(row: Int) -> [CRSight] {
    [CRSight](unsafeUninitializedCapacity: tracer.size.width) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      crays_survey(picture, Int32(row), base)
      count = tracer.size.width
    }
  }
}

extension Instant {
  /// An instant that says less than the stage has says of the rest that it is not there.
  fileprivate func pose(_ prop: Int) -> Pose? { prop < poses.count ? poses[prop] : nil }

  fileprivate func vertices(_ skin: Int, of stage: Stage) -> [CRVector]? {
    guard skin < skins.count, !skins[skin].isEmpty, skins[skin].count >= stage.skins[skin].vertexCount else {
      return nil
    }
    return skins[skin].map { CRVector($0) }
  }
}

extension CRDrop {
  init(_ drop: Instant.Drop) {
    self.init(place: CRVector(drop.place), radius: Double(drop.radius).held(1e-4, 100))
  }
}

extension CRRipple {
  init(_ ripple: Instant.Ripple) {
    self.init(
      x: Double(ripple.center.x).held(-1e5, 1e5), z: Double(ripple.center.y).held(-1e5, 1e5),
      age: Double(ripple.age).held(0, 1e4), height: Double(ripple.height).held(-10, 10))
  }
}
