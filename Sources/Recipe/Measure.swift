import Graph
import Worker

/// Numbers as recipes may write them: `0.5`, `"50%"`, and for a place on the canvas `"center"`.
struct Measure {
  let unit: ParameterType.Unit
  /// How many pixels 100 % are.
  let whole: () -> Double?

  /// Nil if it is no finite number.
  func number(_ datum: Datum) -> Double? {
    guard case .string(let text) = datum else { return datum.finiteNumber }
    if unit == .canvas, let place = Measure.places[text] { return place }
    return Measure.part(text).flatMap { part in base.map { part * $0 } }
  }

  /// What a percentage is of.
  private var base: Double? {
    switch unit {
    case .canvas, .factor, .none: 1
    case .pixels: whole()
    case .degrees, .times, .framesPerSecond, .hertz, .decibels, .loudness: nil
    }
  }

  /// Along either axis.
  private static let places = ["left": 0, "top": 0, "center": 0.5, "right": 1, "bottom": 1]

  /// Reads `"50%"`, `"-12.5%"`.
  private static func part(_ text: String) -> Double? {
    guard text.hasSuffix("%"), text.count <= 20 else { return nil }
    let digits = text.dropLast()
    guard digits.allSatisfy({ "0123456789.-".contains($0) }), let percent = Double(digits) else { return nil }
    return percent / 100
  }
}
