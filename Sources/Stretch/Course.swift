/// Where in a sound each sample of its stretched version comes from: straight lines between knots.
struct Course {
  private struct Knot {
    let input, output: Int
  }

  private var knots = [Knot(input: 0, output: 0)]

  /// How many samples of output have been laid out.
  var end: Int { knots[knots.count - 1].output }

  /// The next `input` samples are to last `output`.
  mutating func append(input: Int, output: Int) {
    let last = knots[knots.count - 1]
    knots.append(Knot(input: last.input + input, output: last.output + output))
  }

  /// The place in the input that a place in the output comes from. Beyond the end it goes on at the last pace.
  func position(at output: Double) -> Double {
    let index = knots.indices.dropFirst().first { Double(knots[$0].output) > output } ?? knots.count - 1
    guard index > 0 else { return output }
    let (from, to) = (knots[index - 1], knots[index])
    guard to.output > from.output else { return Double(to.input) + output - Double(to.output) }
    let pace = Double(to.input - from.input) / Double(to.output - from.output)
    return Double(from.input) + (output - Double(from.output)) * pace
  }

  /// Lets go of what lies before a place in the output.
  mutating func forget(before output: Double) {
    let index = knots.indices.dropFirst().first { Double(knots[$0].output) > output } ?? knots.count - 1
    knots.removeFirst(max(0, index - 1))
  }
}
