/// Something that a timeline cannot say, or that a recipe cannot say of a timeline, and where.
public struct TimelineWarning: Hashable, Sendable {
  /// A path in the timeline's file, such as `tracks.children[0].children[2]`; empty for all of it.
  public let place: String
  public let message: String
}

extension TimelineWarning: CustomStringConvertible {
  public var description: String { place.isEmpty ? message : "\(place): \(message)" }
}
