package import Media

/// A shader as a graph says it: `t; x; 0.025; mul 1 2; …; color 5 5 5 6`. Steps are known by their places; samples are a
/// channel and the number of their clip, `r0 4 5`. A shader has one text.
extension Shader {
  /// Why a text says no shader.
  package enum Mistake: Error, Hashable, Sendable {
    /// The step at a place, as it came.
    case step(Int, String)
    /// There is no colour at the end, a step reads one that is not before it, or there are too many.
    case unsound
    /// It says a shader, in words other than its own.
    case notCanonical
  }

  package var text: String {
    (steps.map(\.text) + ["color \(color.map(String.init).joined(separator: " "))"]).joined(separator: "; ")
  }

  package init(_ text: String) throws(Mistake) {
    var words = text.utf8.split(separator: UInt8(ascii: ";"), maxSplits: Shader.mostSteps + 1).map {
      $0.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
    guard let last = words.popLast(), last.first == "color", let color = Shader.places(last.dropFirst()) else {
      throw .unsound
    }
    var steps: [Step] = []
    for (place, words) in words.enumerated() {
      guard let step = Step(words) else { throw .step(place, words.joined(separator: " ")) }
      steps.append(step)
    }
    guard let shader = Shader(steps: steps, color: color) else { throw .unsound }
    guard shader.text == text else { throw .notCanonical }
    self = shader
  }

  fileprivate static func places(_ words: ArraySlice<String>) -> [Int]? {
    let places = words.compactMap { Int($0) }
    return places.count == words.count ? places : nil
  }
}

extension Shader.Step {
  private static let channels = Array("rgba")

  fileprivate var text: String {
    switch self {
    case .time: "t"
    case .x: "x"
    case .y: "y"
    // As short as reads back the same.
    case .constant(let number): CanonicalJSON.form(of: Double("\(number)") ?? Double(number))
    case .operation(let operation, let operands):
      ([operation.rawValue] + operands.map(String.init)).joined(separator: " ")
    case .sample(let input, let channel, let x, let y): "\(Self.channels[channel])\(input) \(x) \(y)"
    }
  }

  fileprivate init?(_ words: [String]) {
    guard let name = words.first, let operands = Shader.places(words.dropFirst()) else { return nil }
    if let operation = Shader.Operation(rawValue: name) {
      self = .operation(operation, operands)
    } else if operands.count == 2, let letter = name.first, let channel = Self.channels.firstIndex(of: letter),
      let input = Int(name.dropFirst())
    {
      self = .sample(input: input, channel: channel, x: operands[0], y: operands[1])
    } else if operands.isEmpty {
      switch name {
      case "t": self = .time
      case "x": self = .x
      case "y": self = .y
      default:
        guard let number = Float(name) else { return nil }
        self = .constant(number)
      }
    } else {
      return nil
    }
  }
}
