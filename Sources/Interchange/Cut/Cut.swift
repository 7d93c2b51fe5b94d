package import Graph

/// A video as editing programs tell it: tracks of pieces, one after another, with transitions between them.
package struct Cut: Hashable, Sendable {
  package var name: String
  package var canvas: Canvas
  /// The lowest first; those of sound after those of pictures.
  package var tracks: [Track]

  package init(name: String, canvas: Canvas, tracks: [Track]) {
    (self.name, self.canvas, self.tracks) = (name, canvas, tracks)
  }
}
