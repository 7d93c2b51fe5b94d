import Graph
import Media

/// A value of a document, and where in it it stands. Whatever is asked of it and is not there is an error with that place.
struct Entry {
  let json: CanonicalJSON
  let place: String

  /// A member; nil if it is absent or null.
  subscript(name: String) -> Entry? {
    guard let value = json.asMembers?[name], value != .null else { return nil }
    return Entry(json: value, place: place.isEmpty ? name : "\(place).\(name)")
  }

  /// A member that has to be there.
  func member(_ name: String) throws(CutError) -> Entry {
    guard let entry = self[name] else { throw CutError(.missing, at: place, "there is no \"\(name)\"") }
    return entry
  }

  func text() throws(CutError) -> String {
    guard let text = json.asText else { throw mistake(wanted: "a text") }
    return text
  }

  func number() throws(CutError) -> Double {
    guard let number = json.asNumber else { throw mistake(wanted: "a number") }
    return number
  }

  func items() throws(CutError) -> [Entry] {
    guard let items = json.asItems else { throw mistake(wanted: "a list") }
    return items.enumerated().map { Entry(json: $1, place: "\(place)[\($0)]") }
  }

  /// False only if it says so.
  var isEnabled: Bool { self["enabled"]?.json != .boolean(false) }

  /// The name that a person gave it; empty if nobody did.
  var name: String { self["name"]?.json.asText ?? "" }

  /// What only we read.
  var own: Entry? { self["metadata"]?["reprise"] }

  // MARK: Objects

  /// What kind of object it is; nil if it is of a kind that we know nothing of.
  func schema() throws(CutError) -> Schema? {
    let title = try member("OTIO_SCHEMA").text()
    guard let parts = Schema.parts(of: title) else {
      throw CutError(.schema, at: place, "its kind is \"\(title.prefix(60))\"", wanted: "a name and a version: Clip.2")
    }
    guard let schema = Schema(rawValue: parts.name) else { return nil }
    guard parts.version <= schema.version else {
      throw CutError(
        .schema, at: place, "it is a \(title)", wanted: "\(schema.title) or earlier",
        remedy: "write it for an earlier version of OpenTimelineIO")
    }
    return schema
  }

  func check(is wanted: Schema) throws(CutError) {
    guard try schema() == wanted else {
      throw CutError(.schema, at: place, "it is a \(try member("OTIO_SCHEMA").text().prefix(60))", wanted: wanted.title)
    }
  }

  // MARK: Times

  /// A time and the rate that it is in.
  func rational() throws(CutError) -> (time: Time, rate: FrameRate?) {
    try check(is: .rationalTime)
    let rational = RationalTime(value: try member("value").number(), rate: try member("rate").number())
    guard let time = rational.time, abs(time.seconds) <= longestSeconds else {
      throw CutError(
        .outOfRange, at: place,
        "\(CanonicalJSON.form(of: rational.value)) at a rate of \(CanonicalJSON.form(of: rational.rate)) is no time",
        wanted: "at most \(CanonicalJSON.form(of: longestSeconds)) s, at a rate from 0.001 to \(Time.flicksPerSecond)")
    }
    return (time, rational.frameRate)
  }

  func time() throws(CutError) -> Time { try rational().time }

  /// A time that does not run backwards.
  func length() throws(CutError) -> Time {
    let time = try time()
    guard time >= .zero else {
      throw CutError(.outOfRange, at: place, "it lasts \(time)", wanted: "0 s or more")
    }
    return time
  }

  func range() throws(CutError) -> TimeRange {
    try check(is: .timeRange)
    return TimeRange(start: try member("start_time").time(), duration: try member("duration").length())
  }

  private func mistake(wanted: String) -> CutError {
    CutError(.wrongType, at: place, "it is \(json.noun)", wanted: wanted)
  }
}

extension CanonicalJSON {
  fileprivate var noun: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
