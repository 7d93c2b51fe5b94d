package import Graph
package import Media

/// What a scene came to: the clips that it is made of.
package struct WorldMeasure: Hashable, Sendable {
  /// Its pictures, one after another. What is seen in a cell, and nothing else, decides its digest.
  package var cells: [Cell] = []
  package var size: Size
  package var sounds: [Sound] = []
  package var events: [Event] = []
  package var warnings: [String] = []

  package init(size: Size) { self.size = size }

  package struct Cell: Hashable, Sendable {
    package var digest: Digest
    package var duration: Time

    package init(digest: Digest, duration: Time) { (self.digest, self.duration) = (digest, duration) }
  }

  /// Something that is heard in it.
  package struct Sound: Hashable, Sendable {
    package var kind: NodeKind
    package var parameters: SoundParameters
    package var start: Time
    package var volume: Double
    /// From left to right, −1 to 1.
    package var pan: Double

    package init(_ kind: NodeKind, _ parameters: SoundParameters, at start: Time, volume: Double = 1, pan: Double = 0) {
      (self.kind, self.parameters, self.start, self.volume, self.pan) = (kind, parameters, start, volume, pan)
    }
  }

  /// Things that met.
  package struct Event: Hashable, Sendable {
    package var time: Time
    /// `hit`, `roll`, `slide`, `splash`, `step`.
    package var kind: String
    package var first: String
    package var second: String
    /// In metres.
    package var place: SIMD3<Double>
    /// In N·s.
    package var impulse: Double
    /// In m/s.
    package var speed: Double

    package init(
      time: Time, kind: String, first: String, second: String, place: SIMD3<Double>, impulse: Double, speed: Double
    ) {
      (self.time, self.kind, self.first, self.second) = (time, kind, first, second)
      (self.place, self.impulse, self.speed) = (place, impulse, speed)
    }
  }
}
