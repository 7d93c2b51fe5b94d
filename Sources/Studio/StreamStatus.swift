import FoundationEssentials
import Reprise

/// What the page shows of a stream.
struct StreamStatus: Codable {
  let name: String
  /// What the segments are made with, as `MediaSource` wants it.
  let type: String
  let seconds: Double
  let width: Int
  let height: Int
  /// A letter for each segment: kept, drawing, absent.
  let states: String

  init(name: String, stream: VideoStream, states: [VideoStream.State]) {
    (self.name, type, seconds) = (name, stream.mediaType, stream.duration.seconds)
    (width, height) = (stream.size.width, stream.size.height)
    self.states = String(states.compactMap(\.rawValue.first))
  }

  func json() throws -> String {
    String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
  }
}
