internal import CRays

extension Tracer {
  /// What decides a picture besides the scene: this module's own version, which is raised with every change of a pixel, and
  /// Embree's.
  package static let version = "rays 2 embree \(crays_embree_version())"
}
