/// A body's form, with its centre at the origin of its own space. Lengths are metres, greater than 0.
package enum Solid: Hashable, Sendable {
  case sphere(radius: Double)
  /// The whole edges, not half of them.
  case box(size: Vector)
  /// Upright: the axis is y.
  case cylinder(radius: Double, height: Double)
  /// Upright, with `height` between the centres of the two half spheres.
  case capsule(radius: Double, height: Double)
  /// Upright, with the point at the top, and the origin at half the height.
  case cone(radius: Double, height: Double)
  /// A ring that lies flat, such as a hoop or a tyre: `tube` is the radius of what is bent to a circle of `radius`.
  case ring(radius: Double, tube: Double)
  /// For solids that move, the convex hull of the mesh is what collides.
  case mesh(Mesh)
}
