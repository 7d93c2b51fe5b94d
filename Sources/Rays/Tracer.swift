internal import CRays
internal import Dispatch
package import Media
package import World

/// Draws a scene by following rays of light: what is drawn depends on the scene and the instants alone.
///
/// Any thread may ask for any frame, also several at once. Bodies outside of ±100 km, and numbers that are beyond what can be
/// seen, are held to what can; nothing that a scene contains traps.
package final class Tracer: @unchecked Sendable {
  // Sendable because the world is not written to after `init`, and Embree's scenes may be read by many threads.

  package let size: Size
  let scene: Scene
  let stage: Stage
  let owners: Owners
  let world: OpaquePointer
  private let pool: FramePool

  /// - Precondition: the size is 1 to 8192 on each side; triangles are within their vertices, which `Mesh` promises; of a skin
  ///   no index is above 1 000 000.
  /// - Throws: `TracingError` if there is no memory, or Embree does not start.
  package init(stage: Stage, scene: Scene, size: Size, quality: Quality) throws(TracingError) {
    precondition(
      (1...8192).contains(size.width) && (1...8192).contains(size.height), "a picture has 1 to 8192 pixels a side")
    self.size = size
    self.scene = scene
    self.stage = stage
    owners = Owners(stage)
    pool = FramePool(size: size, format: .rgba8)
    guard
      let world = Cast(stage, owners: owners, look: scene.look).world(CRSet(scene, size: size, quality: quality), scene)
    else {
      throw .noMemory
    }
    self.world = world
  }

  deinit { crays_free(world) }

  /// Returns the picture that the camera takes while its shutter is open.
  ///
  /// - Parameters:
  ///   - opening: Where all is when the shutter opens, and `closing`, when it closes; equal ones leave nothing blurred.
  ///   - time: Chooses the shot, and where its moves are; drives clouds, waves and rain.
  ///   - followed: What the shot follows; nil: where it is in `opening`. A caller who gives the mean of a while has a
  ///     calmer camera.
  ///   - threads: 1 to 64. Their number is not seen in the picture.
  package func frame(
    of opening: Instant, _ closing: Instant, at time: Time, followed: Vector? = nil, threads: Int = 2
  ) throws(TracingError) -> Frame {
    let exposure = try Exposure(self, opening, closing, time, followed: followed)
    exposure.develop(threads: threads)
    let storage = pool.take()
    let plane = storage.planes[0]
    exposure.copy(to: plane, threads: threads)
    return Frame(size: size, format: .rgba8, color: .srgb, alpha: .opaque, storage: storage)
  }

  /// The mean place of all that belongs to a thing or a figure; nil if it is not there.
  package func place(of owner: String, in instant: Instant) -> Vector? {
    let places = zip(stage.props, instant.poses).compactMap { $0.owner == owner ? $1?.position : nil }
    if !places.isEmpty { return places.reduce(.zero, +) / Double(places.count) }
    let skins = zip(stage.skins, instant.skins).filter { $0.0.owner == owner && !$0.1.isEmpty }
    guard let vertices = skins.first?.1 else { return nil }
    return Vector(vertices.reduce(.zero, +) / Float(vertices.count))
  }
}
