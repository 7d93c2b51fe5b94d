/// A surface of triangles.
package struct Mesh: Hashable, Sendable {
  /// In metres, in the thing's own space.
  package var vertices: [SIMD3<Float>]
  /// Indices of vertices, counter-clockwise from outside. All are within `vertices`.
  package var triangles: [SIMD3<UInt32>]

  package init(vertices: [SIMD3<Float>], triangles: [SIMD3<UInt32>]) {
    self.vertices = vertices
    self.triangles = triangles
  }
}
