/// The objects of OpenTimelineIO that are written and read, with the version that is written; older ones are read too.
enum Schema: String, CaseIterable {
  case timeline = "Timeline"
  case stack = "Stack"
  case track = "Track"
  case clip = "Clip"
  case gap = "Gap"
  case transition = "Transition"
  case effect = "Effect"
  case timeEffect = "TimeEffect"
  case linearTimeWarp = "LinearTimeWarp"
  case freezeFrame = "FreezeFrame"
  case externalReference = "ExternalReference"
  case generatorReference = "GeneratorReference"
  case missingReference = "MissingReference"
  case imageSequenceReference = "ImageSequenceReference"
  case timeRange = "TimeRange"
  case rationalTime = "RationalTime"

  var version: Int { self == .clip ? 2 : 1 }
  var name: String { rawValue }
  var title: String { "\(name).\(version)" }

  /// The kind and version of a title such as `Clip.2`; nil if it is none.
  static func parts(of title: String) -> (name: String, version: Int)? {
    guard let dot = title.lastIndex(of: "."), let version = Int(title[title.index(after: dot)...]), version > 0 else {
      return nil
    }
    return (String(title[..<dot]), version)
  }
}
