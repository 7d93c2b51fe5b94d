/// The level floor of the world, at y = 0, without an end.
package struct Ground: Hashable, Sendable {
  package var material: Material
  /// Courts, roads and pitches have lines on them: drawn by the pattern of the place.
  package var marks: Marks

  package init(_ material: Material, marks: Marks = .none) {
    self.material = material
    self.marks = marks
  }

  package enum Marks: String, CaseIterable, Sendable {
    case none, court, pitch, road, lane
  }
}
