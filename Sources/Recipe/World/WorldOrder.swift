package import Graph
package import Prompt

/// A scene that is to become pictures and sound, and how.
package struct WorldOrder: Hashable, Sendable {
  package var table: SceneTable
  package var quality: String
  /// What of it is drawn: its picture, or a map of what is where.
  package var view: String
  package var hasSound: Bool
  package var canvas: Canvas

  package static let qualities = ["draft", "standard", "fine"]
  package static let views = ["picture", "depth", "normals", "segmentation", "motion"]
}
