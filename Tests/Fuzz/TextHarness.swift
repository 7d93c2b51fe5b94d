import Graph
import Interchange
import Media
import Recipe

/// The short texts that we read ourselves: paths, colours, easings, times, and the names of files. The first letter says
/// which. What is accepted is within bounds, and reads as the same when it is written again.
struct TextHarness: Harness {
  static let name = "text"

  private enum Kind: Character { case path = "p", color = "c", easing = "e", time = "t", file = "f" }

  static func seeds() throws -> [[UInt8]] {
    [
      "pM1 2 L3 4 H5 V6 Zm1-1.5.5t3e1,4", "pM0 0 C1 1 2 2 3 3 S5 5 6 6Q1 1 2 0T4 0",
      "pM1 1a2 2 30 0110 10A1 9 0 1 0 9 9",
      "c#f80", "c#12345678", "cTomato", "ctransparent", "eease-in-out", "eeaseOutBack", "ecubic-bezier(.1, -2, 1, 3)",
      "esteps(4, jump-none)", "elinear(0, 0.5 20% 70%, 1.5, 1)", "t1:02:03.5", "t-0.25", "t90", "fa%20b.mp4",
      "ffile:///cut/in/%C3%A4.mov", "f../in/./x/../a.mp4", "fhttps://example.org/a.mp4", "f..\\a.mp4",
    ].map { Array($0.utf8) }
  }

  static let words =
    Easing.named.map(\.name)
    + [
      "cubic-bezier(", "steps(", "linear(", "jump-start", "jump-both", "%", "1e6", "-1e6", "1e-9", "0x1p3", "nan",
      "inf",
      "#", "rebeccapurple", "file:///", "file://localhost/", "../", "/..", "%2F", "%2E%2E", "%00", "\\", "://",
      "\u{301}",
      "A1e6 2e-9 0 0 1 ", "a", "s", "t", "z",
    ]

  func take(_ input: [UInt8]) {
    guard let first = input.first, let kind = Kind(rawValue: Character(Unicode.Scalar(first))),
      let text = String(validating: input.dropFirst(), as: UTF8.self)
    else { return }
    switch kind {
    case .path: takePath(text)
    case .color: takeColor(text)
    case .easing: takeEasing(text)
    case .time: takeTime(text)
    case .file: Neighbours.claimBeside(FilePlace(cut: "/cut/in", recipe: "/cut").name(of: text).name)
    }
  }

  private func takePath(_ text: String) {
    var reader = PathReader(text)
    do throws(PathReader.Mistake) {
      let path = try reader.read()
      let bounds = path.bounds
      claim((bounds == nil) == path.elements.isEmpty, "a path without bounds")
      claim(path.reach.isFinite, "an endless path")
      var again = PathReader(path.data)
      claim((try? again.read()) == path, "a path reads differently when it is written again: \(path.data)")
    } catch {
      claim((1...text.utf8.count + 1).contains(error.position), "the mistake lies outside: \(error)")
      claim(!error.problem.isEmpty, "a mistake says nothing")
    }
  }

  private func takeColor(_ text: String) {
    guard let color = Color(text) else { return }
    claim(Color(color.hexadecimal) == color, "a colour has two texts: \(color.hexadecimal)")
  }

  private func takeEasing(_ text: String) {
    guard let easing = Easing(text) else { return }
    let name = easing.canonicalName
    claim(Easing(name)?.canonicalName == name, "an easing has two texts: \(name)")
    for percent in 0...100 {
      claim(abs(easing(Double(percent) / 100)) <= 1e6, "an easing swings to \(easing(Double(percent) / 100))")
    }
  }

  private func takeTime(_ text: String) {
    guard let time = TimeText.time(text) else { return }
    claim(abs(time.seconds) <= Time.limit.seconds, "a time out of bounds: \(time)")
    claim(text.hasPrefix("-") || TimeText.time("-" + text) == -time, "times below zero are others: \(time)")
  }
}
