import Foundation
import Graph
import Testing

private let grid = (0...1000).map { Double($0) / 1000 }

/// The formulas as easings.net publishes them, through the system's own functions.
private let published: [(name: String, formula: @Sendable (Double) -> Double)] = {
  let (c1, c2, c4, c5) = (1.70158, 1.70158 * 1.525, 2 * Double.pi / 3, 2 * Double.pi / 4.5)
  let c3 = c1 + 1
  @Sendable func outBounce(_ x: Double) -> Double {
    let (n1, d1) = (7.5625, 2.75)
    var x = x
    if x < 1 / d1 { return n1 * x * x }
    if x < 2 / d1 { x -= 1.5 / d1; return n1 * x * x + 0.75 }
    if x < 2.5 / d1 { x -= 2.25 / d1; return n1 * x * x + 0.9375 }
    x -= 2.625 / d1
    return n1 * x * x + 0.984375
  }
  return [
    ("inSine", { 1 - cos($0 * .pi / 2) }), ("outSine", { sin($0 * .pi / 2) }),
    ("inOutSine", { -(cos(.pi * $0) - 1) / 2 }),
    ("inQuad", { $0 * $0 }), ("outQuad", { 1 - (1 - $0) * (1 - $0) }),
    ("inOutQuad", { $0 < 0.5 ? 2 * $0 * $0 : 1 - pow(-2 * $0 + 2, 2) / 2 }),
    ("inCubic", { pow($0, 3) }), ("outCubic", { 1 - pow(1 - $0, 3) }),
    ("inOutCubic", { $0 < 0.5 ? 4 * pow($0, 3) : 1 - pow(-2 * $0 + 2, 3) / 2 }),
    ("inQuart", { pow($0, 4) }), ("outQuart", { 1 - pow(1 - $0, 4) }),
    ("inOutQuart", { $0 < 0.5 ? 8 * pow($0, 4) : 1 - pow(-2 * $0 + 2, 4) / 2 }),
    ("inQuint", { pow($0, 5) }), ("outQuint", { 1 - pow(1 - $0, 5) }),
    ("inOutQuint", { $0 < 0.5 ? 16 * pow($0, 5) : 1 - pow(-2 * $0 + 2, 5) / 2 }),
    ("inExpo", { $0 == 0 ? 0 : pow(2, 10 * $0 - 10) }), ("outExpo", { $0 == 1 ? 1 : 1 - pow(2, -10 * $0) }),
    (
      "inOutExpo",
      { $0 == 0 ? 0 : $0 == 1 ? 1 : $0 < 0.5 ? pow(2, 20 * $0 - 10) / 2 : (2 - pow(2, -20 * $0 + 10)) / 2 }
    ),
    ("inCirc", { 1 - sqrt(1 - $0 * $0) }), ("outCirc", { sqrt(1 - pow($0 - 1, 2)) }),
    (
      "inOutCirc",
      { $0 < 0.5 ? (1 - sqrt(1 - pow(2 * $0, 2))) / 2 : (sqrt(1 - pow(-2 * $0 + 2, 2)) + 1) / 2 }
    ),
    ("inBack", { c3 * pow($0, 3) - c1 * $0 * $0 }), ("outBack", { 1 + c3 * pow($0 - 1, 3) + c1 * pow($0 - 1, 2) }),
    (
      "inOutBack",
      {
        $0 < 0.5
          ? pow(2 * $0, 2) * ((c2 + 1) * 2 * $0 - c2) / 2
          : (pow(2 * $0 - 2, 2) * ((c2 + 1) * ($0 * 2 - 2) + c2) + 2) / 2
      }
    ),
    ("inElastic", { $0 == 0 ? 0 : $0 == 1 ? 1 : -pow(2, 10 * $0 - 10) * sin(($0 * 10 - 10.75) * c4) }),
    ("outElastic", { $0 == 0 ? 0 : $0 == 1 ? 1 : pow(2, -10 * $0) * sin(($0 * 10 - 0.75) * c4) + 1 }),
    (
      "inOutElastic",
      {
        if $0 == 0 || $0 == 1 { return $0 }
        let swing = sin((20 * $0 - 11.125) * c5)
        return $0 < 0.5 ? -(pow(2, 20 * $0 - 10) * swing) / 2 : pow(2, -20 * $0 + 10) * swing / 2 + 1
      }
    ),
    ("inBounce", { 1 - outBounce(1 - $0) }), ("outBounce", outBounce),
    ("inOutBounce", { $0 < 0.5 ? (1 - outBounce(1 - 2 * $0)) / 2 : (1 + outBounce(2 * $0 - 1)) / 2 }),
    ("linear", { $0 }),
  ]
}()

@Test(arguments: published.map(\.name)) func aNamedEasingIsThePublishedOne(name: String) throws {
  let formula = try #require(published.first { $0.name == name }).formula
  let easing = try #require(Easing(name))
  #expect(grid.filter { abs(easing($0) - formula($0)) >= 1e-6 }.isEmpty)
}

@Test func everyNameHasItsFormulaHere() {
  let names = Set(Easing.named.map(\.name))
  let css: Set = ["ease", "ease-in", "ease-out", "ease-in-out", "step-start", "step-end"]
  #expect(names == css.union(published.map(\.name)))
}

@Test(arguments: published.map(\.name).filter { $0 != "linear" }) func theLongNameOfThePageWorksToo(name: String) {
  #expect(Easing("ease" + name.prefix(1).uppercased() + name.dropFirst()) == Easing(name))
}

/// x(s) and y(s) of CSS `cubic-bezier()`, solved by Newton's method and, where that fails, bisection.
private func bezier(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, at x: Double) -> Double {
  func polynomial(_ a: Double, _ b: Double, _ s: Double) -> Double {
    ((1 - 3 * b + 3 * a) * s + (3 * b - 6 * a)) * s * s + 3 * a * s
  }
  func slope(_ s: Double) -> Double { 3 * (1 - 3 * x2 + 3 * x1) * s * s + 2 * (3 * x2 - 6 * x1) * s + 3 * x1 }
  var s = x
  for _ in 0..<50 where abs(slope(s)) > 1e-7 { s -= (polynomial(x1, x2, s) - x) / slope(s) }
  if !(0...1).contains(s) || abs(polynomial(x1, x2, s) - x) > 1e-9 {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      s = (low + high) / 2
      if polynomial(x1, x2, s) < x { low = s } else { high = s }
    }
  }
  return polynomial(y1, y2, s)
}

private let beziers: [(text: String, points: [Double])] = [
  ("ease", [0.25, 0.1, 0.25, 1]), ("ease-in", [0.42, 0, 1, 1]), ("ease-out", [0, 0, 0.58, 1]),
  ("ease-in-out", [0.42, 0, 0.58, 1]), ("cubic-bezier(0.1, -0.6, 0.2, 0)", [0.1, -0.6, 0.2, 0]),
  ("cubic-bezier(0,0,1,1)", [0, 0, 1, 1]), ("cubic-bezier( 1 , 0 , 0 , 1 )", [1, 0, 0, 1]),
  ("cubic-bezier(.68,-0.55,.265,1.55)", [0.68, -0.55, 0.265, 1.55]), ("cubic-bezier(0, 1, 1, 0)", [0, 1, 1, 0]),
]

@Test(arguments: beziers) func aBezierIsSolvedAsCSSDefinesIt(curve: (text: String, points: [Double])) throws {
  let (text, points) = curve
  let easing = try #require(Easing(text))
  // Where a curve runs upright, x says s only to the third root of what a double tells apart.
  let stray = grid.filter { x in
    let tolerance = points == [1, 0, 0, 1] && abs(x - 0.5) < 1e-3 ? 1e-4 : 1e-6
    return abs(easing(x) - bezier(points[0], points[1], points[2], points[3], at: x)) >= tolerance
  }
  #expect(stray.isEmpty)
}

private let steps: [(text: String, values: [(Double, Double)])] = [
  // CSS Easing Functions 1, figure 3 (steps), by hand: the value before and from each jump on.
  ("steps(3, jump-start)", [(0, 1.0 / 3), (0.33, 1.0 / 3), (0.34, 2.0 / 3), (0.67, 1), (1, 1)]),
  ("steps(3, jump-end)", [(0, 0), (0.33, 0), (0.34, 1.0 / 3), (0.67, 2.0 / 3), (0.999, 2.0 / 3), (1, 1)]),
  ("steps(3, jump-none)", [(0, 0), (0.33, 0), (0.34, 0.5), (0.66, 0.5), (0.67, 1), (1, 1)]),
  ("steps(3, jump-both)", [(0, 0.25), (0.33, 0.25), (0.34, 0.5), (0.67, 0.75), (0.999, 0.75), (1, 1)]),
  ("steps(4)", [(0, 0), (0.25, 0.25), (0.5, 0.5), (0.75, 0.75), (1, 1)]),
  ("steps(2, start)", [(0, 0.5), (0.5, 1)]), ("steps(2, end)", [(0, 0), (0.5, 0.5), (1, 1)]),
  ("step-start", [(0, 1), (0.5, 1), (1, 1)]), ("step-end", [(0, 0), (0.999, 0), (1, 1)]),
]

@Test(arguments: steps) func stepsJumpWhereCSSSays(sample: (text: String, values: [(Double, Double)])) throws {
  let easing = try #require(Easing(sample.text))
  for (x, y) in sample.values { #expect(abs(easing(x) - y) < 1e-12, "at \(x)") }
}

private let stops: [(text: String, values: [(Double, Double)])] = [
  // CSS Easing Functions 2, section 2.2, and its examples.
  ("linear(0, 1)", [(0, 0), (0.3, 0.3), (1, 1)]),
  ("linear(0, 0.25, 1)", [(0, 0), (0.25, 0.125), (0.5, 0.25), (0.75, 0.625), (1, 1)]),
  ("linear(0, 0.25 75%, 1)", [(0, 0), (0.375, 0.125), (0.75, 0.25), (0.875, 0.625), (1, 1)]),
  ("linear(0 0%, 0.5 20% 60%, 1)", [(0.1, 0.25), (0.2, 0.5), (0.4, 0.5), (0.6, 0.5), (0.8, 0.75)]),
  ("linear(0, 0.5 25% 75%, 1)", [(0.125, 0.25), (0.25, 0.5), (0.5, 0.5), (0.75, 0.5), (1, 1)]),
  // Places that go back are held at the largest so far.
  ("linear(0, 0.5 50%, 0.8 20%, 1)", [(0.25, 0.25), (0.5, 0.8), (0.75, 0.9), (1, 1)]),
  // The outer pieces are continued.
  ("linear(0 20%, 1 80%)", [(0, -1.0 / 3), (0.5, 0.5), (1, 4.0 / 3)]),
  ("linear(0% 0, 100% 1)", [(0.5, 0.5)]),
  ("linear(1 0%, 0 100%)", [(0.25, 0.75)]),
]

@Test(arguments: stops) func linearRunsThroughItsStops(sample: (text: String, values: [(Double, Double)])) throws {
  let easing = try #require(Easing(sample.text))
  for (x, y) in sample.values { #expect(abs(easing(x) - y) < 1e-12, "\(easing(x)) at \(x)") }
}

@Test(arguments: [
  "", "easee", "cubic-bezier(1,2,3)", "cubic-bezier(2,0,0,1)", "cubic-bezier(0,0,-0.1,1)", "cubic-bezier(a,0,0,1)",
  "cubic-bezier(0,0,0,inf)", "cubic-bezier(0,nan,0,1)", "steps()", "steps(0)", "steps(-1)", "steps(1, jump-none)",
  "steps(3, middle)", "steps(3, end, 2)", "steps(1.5)", "steps(99999999999999999999)", "linear()", "linear(0%, 1)",
  "linear(0 1, 1)", "linear(0 1% 2% 3%, 1)", "linear(0, inf)", "linear(0, 1 nan%)", "steps(3", "(", ")(", "ease()",
])
func whatIsNoEasingIsRefused(text: String) {
  #expect(Easing(text) == nil)
}

@Test(arguments: [
  "linear(0 0%, 1e308 50%, -1e308 100%)", "linear(0 99.9999999999999%, 1 100%)", "cubic-bezier(0, 1e308, 1, 1e308)",
  "linear(0 0%, 1 1e-300%)", "linear(-1e9, 1e9)",
])
func noEasingLeavesTheNumbersThatCanBeDrawn(text: String) {
  guard let easing = Easing(text) else { return }
  #expect(grid.allSatisfy { abs(easing($0)) <= 1e6 })
}

@Test func easingsAreReadBackFromTheirNames() throws {
  let texts = [
    "steps(3, jump-both)", "cubic-bezier(0.1, -0.6, 0.2, 0)", "linear(0, 0.25 75%, 1)", "steps(1, end)", "easeOutBack",
  ]
  for easing in Easing.named.map(\.easing) + texts.compactMap({ Easing($0) }) {
    #expect(Easing(easing.canonicalName) == easing)
  }
  #expect(try #require(Easing("cubic-bezier(0.25, 0.1, 0.25, 1)")).canonicalName == "ease")
}
