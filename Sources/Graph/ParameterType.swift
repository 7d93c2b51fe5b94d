/// What a parameter takes: the words and bounds that validation, error messages and the reference share.
package indirect enum ParameterType: Hashable, Sendable {
  /// A clip, made earlier.
  case clip
  /// So many of them.
  case clips(ClosedRange<Int>)
  /// A function from pixels to colours.
  case shader
  /// A number; `unit` says what of.
  case number(ClosedRange<Double>, Unit)
  case integer(ClosedRange<Int>, Unit)
  /// A number, keyframes, or a function of time.
  case curve(ClosedRange<Double>, Unit)
  /// A length or an instant: seconds, `"1:02.5"`, or `frames(n)`.
  case time(ClosedRange<Double>)
  case flag
  case text(maximum: Int)
  /// A text, or several that look different, together of so many characters at most.
  case runs(maximum: Int)
  case choice([String])
  /// One of several, or a function from two clips and a progress to the clip that shows meanwhile.
  case passage([String])
  case color
  case colors(ClosedRange<Int>)
  case texts(ClosedRange<Int>)
  /// So many numbers, each within bounds.
  case numbers(ClosedRange<Int>, ClosedRange<Double>)
  /// So many points: in pixels, or within other bounds.
  case points(ClosedRange<Int>, within: ClosedRange<Double> = -16_384...16_384)
  /// A colour, or several that run into one another.
  case paint
  case weight
  case asset(AssetKind)
  case record([Parameter])
  /// A post, by its name.
  case post
  /// Values for params, by path.
  case settings
  /// Functions from clip to clip, or `false`, by path.
  case edits
  /// Clips by names that somebody else gives them.
  case namedClips
  /// Words of a scene's own, by name.
  case words

  package enum AssetKind: String, Hashable, Sendable { case video, image, audio }

  package enum Unit: String, Hashable, Sendable {
    case none = ""
    case pixels = "px"
    case degrees = "°"
    case canvas = "of the canvas"
    case factor = "×"
    case times = "times"
    case framesPerSecond = "frames per second"
    case hertz = "Hz"
    case decibels = "dB"
    case loudness = "LUFS"
  }
}

extension ParameterType {
  /// What was wanted, as an error message says it: `a number from 0 to 1, keyframes, or a function of time`.
  package var wanted: String {
    switch self {
    case .clip: "a clip"
    case .clips(let range): "up to \(range.upperBound) clips"
    case .shader: "a function from pixels to colours, such as function(p, t) return vec3(p / resolution, 0) end"
    case .number(let range, let unit): "\(unit.noun) \(range.words)\(unit.suffix)\(unit.examples)"
    case .integer(let range, let unit): "a whole number from \(range.lowerBound) to \(range.upperBound)\(unit.suffix)"
    case .curve(let range, let unit):
      "\(unit.noun) \(range.words)\(unit.suffix)\(unit.examples), keyframes, or a function of time"
    case .time(let range): "seconds \(range.words), \"1:02.5\", or frames(n)"
    case .flag: "true or false"
    case .text(let maximum): "a text of at most \(maximum) characters"
    case .runs(let maximum):
      "a text of at most \(maximum) characters, or several such as \"a \", { \"b\", color = \"gold\" }"
    case .choice(let names): names.asChoice
    case .passage(let names): "\(names.asChoice), or a function of two clips and a progress that returns a clip"
    case .color: "a colour such as \"#ff5f6d\" or \"tomato\""
    case .colors(let range): "\(range.lowerBound) to \(range.upperBound) colours such as \"#ff5f6d\" or \"tomato\""
    case .texts: "a list of texts, such as { \"calm\", \"wild\" }"
    case .numbers(let count, let range): "\(count.lowerBound) to \(count.upperBound) numbers \(range.words)"
    case .points(let count, 0...1):
      "\(count.lowerBound) to \(count.upperBound) points from 0 to 1, such as { { 0, 0 }, { 0.5, 0.6 }, { 1, 1 } }"
    case .points(let count, _): "at least \(count.lowerBound) points, such as { { 0, 0 }, { 100, 50 } }"
    case .paint: "a colour such as \"tomato\", or a gradient such as { \"#ff5f6d\", \"#ffc371\", angle = 90 }"
    case .weight: "a weight from 100 to 1000, or \"thin\", \"light\", \"regular\", \"medium\", \"bold\", \"black\""
    case .asset(let kind): "the name of \(kind == .video ? "a" : "an") \(kind.rawValue) file"
    case .post: "the name of a post, such as \"missed-shot@9f2c41d8\""
    case .settings: "a table of values by param, such as { line = \"Hello\" }"
    case .words: "a table of words, such as { gizmo = { shape = \"box\", material = \"brass\" } }"
    case .edits: "a table by part: functions from clip to clip, or false to leave one out"
    case .namedClips: "a table of clips by name, such as { depth = scene }"
    case .record(let parameters): "a table with \(parameters.map(\.name).joined(separator: ", "))"
    }
  }
}

extension ParameterType.Unit {
  /// What a number of it is called.
  fileprivate var noun: String { self == .factor ? "a factor" : "a number" }

  /// As it follows a number: ` px`; degrees stand close, and a factor is bare.
  fileprivate var suffix: String {
    switch self {
    case .none, .factor, .times: ""
    case .degrees: rawValue
    default: " " + rawValue
    }
  }
}

extension ParameterType.Unit {
  /// How else it may be written.
  fileprivate var examples: String { self == .canvas ? ", \"50%\", \"center\"" : "" }
}

extension [String] {
  fileprivate var asChoice: String { "one of \(map { "\"\($0)\"" }.joined(separator: ", "))" }
}

extension ClosedRange<Double> {
  /// `from 0 to 1`.
  package var words: String {
    "from \(CanonicalJSON.form(of: lowerBound)) to \(CanonicalJSON.form(of: upperBound))"
  }
}
