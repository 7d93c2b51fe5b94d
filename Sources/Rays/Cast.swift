internal import CRays
internal import World

/// A stage as C has it: bodies, meshes without repetition, and skins.
struct Cast {
  private(set) var bodies: [CRBody] = []
  private var meshes: [Mesh] = []
  private var skins: [(surface: CRSurface, owner: UInt32, triangles: [UInt32], vertices: Int)] = []

  init(_ stage: Stage, owners: Owners, look: Look) {
    var numbers: [Mesh: Int32] = [:]
    for prop in stage.props {
      let (form, size) = prop.solid.form
      var number: Int32 = 0
      if case .mesh(let mesh) = prop.solid {
        number = numbers[mesh] ?? Int32(meshes.count)
        if numbers.updateValue(number, forKey: mesh) == nil { meshes.append(mesh) }
      }
      bodies.append(
        CRBody(
          form: Int32(form.rawValue), size: size, mesh: number, surface: CRSurface(prop.surface, look: look),
          pattern: CRPose(prop.pose.inverse), owner: owners[prop.owner]))
    }
    skins = stage.skins.map { skin in
      (
        CRSurface(skin.surface, look: look), owners[skin.owner], skin.triangles.flatMap { [$0.x, $0.y, $0.z] },
        skin.vertexCount
      )
    }
  }

  /// Nil if there is no memory, or Embree does not start.
  func world(_ set: CRSet, _ scene: Scene) -> OpaquePointer? {
    let vertices = meshes.map { $0.vertices.map { CRVector($0) } }
    let indices = meshes.map { $0.triangles.flatMap { [$0.x, $0.y, $0.z] } }
    let lamps = scene.light.lamps.prefix(16).map(CRLamp.init)
    return withPointers(to: vertices) { vertices in
      withPointers(to: indices + skins.map(\.triangles)) { indices in
        let nets = vertices.indices.map { i in
          CRMesh(
            vertices: vertices[i].baseAddress, vertex_count: Int32(vertices[i].count),
            triangles: indices[i].baseAddress, triangle_count: Int32(indices[i].count / 3))
        }
        let bent = skins.indices.map { i in
          let triangles = indices[meshes.count + i]
          return CRSkin(
            surface: skins[i].surface, owner: skins[i].owner, triangles: triangles.baseAddress,
            triangle_count: Int32(triangles.count / 3), vertex_count: Int32(skins[i].vertices))
        }
        var set = set
        return crays_make(
          &set, bodies, Int32(bodies.count), nets, Int32(nets.count), bent, Int32(bent.count), lamps,
          Int32(lamps.count))
      }
    }
  }
}

extension Stage.Skin {
  /// One more than the largest index.
  var vertexCount: Int { Int(triangles.map { $0.max() }.max().map { $0 + 1 } ?? 0) }
}

extension CRLamp {
  /// A lamp counts some six hundred times what it would beside a real sun: no picture could show both as they are.
  init(_ lamp: Lighting.Lamp) {
    self.init(
      place: CRVector(lamp.place), color: CRVector(lamp.color), strength: lamp.strength.held(0, 1e6) * 0.12,
      radius: lamp.radius.held(0.01, 100))
  }
}

/// Hands out the addresses of all arrays at once.
func withPointers<T, R>(
  to arrays: [[T]], _ found: [UnsafeBufferPointer<T>] = [], _ body: ([UnsafeBufferPointer<T>]) -> R
) -> R {
  guard found.count < arrays.count else { return body(found) }
  return arrays[found.count].withUnsafeBufferPointer { withPointers(to: arrays, found + [$0], body) }
}
