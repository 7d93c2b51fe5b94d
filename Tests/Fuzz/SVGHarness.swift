import Foundation
import Graph
import Media
import Props

@testable import Draw

/// A picture made of shapes: what is left of it reads as the same again, holds the words that are drawn and no others, and
/// is drawn the same twice; or it is refused with a line and a reason.
struct SVGHarness: Harness {
  static let name = "svg"

  static func seeds() throws -> [[UInt8]] {
    let whole = """
      <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"
      width="4mm" viewBox="0 0 80 60"><style>.a,#r{fill:#f80;opacity:.5}</style><!-- c --><title>&lt;</title><defs>
      <linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient><mask id="m"><path
      d="M0 0h80v60z" fill="white"/></mask><clipPath id="c"><circle cx="40" cy="30" r="20"/></clipPath></defs><g class="a"
      mask="url(#m)"><rect id="r" width="50" height="40" rx="5" fill="url(#g)" transform="rotate(9)"/></g><use l:href="#r"
      x="9" clip-path="url('#c')"/><path d="M1 1C2 3 4 5 60 40z" style="stroke:#00f;stroke-width:3;fill:none"/></svg>
      """
    let small = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z' fill='red'/></svg>"
    return try [
      [UInt8](Data(contentsOf: URL(filePath: "recipes/media/compass.svg"))), Array(whole.utf8), Array(small.utf8),
    ]
  }

  static let words = openings + settings + others

  private static let openings = (SVGWords.elements.sorted() + SVGWords.refused.keys.sorted()).map { "<\($0) " }
  private static let settings =
    SVGWords.attributes.sorted().map { " \($0)=\"" }
    + SVGWords.properties.sorted().flatMap { [" \($0)=\"", ";\($0):"] }
  private static let others = [
    "<style>", "</style>", "</g>", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE", " id=\"a\"",
    " href=\"#a\"", "url(#a)", "url(", "data:", "xmlns:x=\"\"", " xmlns=\"", " style=\"", " class=\"", "&amp;", "&#x",
    "/*", "*/", "!important", "@import", "\\", "1e9", "-", "%", "nan", "px", "em", "matrix(1 0 0 1 0 0)", "scale(",
    "userSpaceOnUse", "objectBoundingBox", "xMidYMid slice", "multiply", "\u{301}", "\u{200D}", "\u{FFFF}", "e\u{301}",
    "é",
  ]

  func take(_ input: [UInt8]) {
    do throws(SVGError) {
      let text = try written(input)
      check(text)
      // A sheet may make much of little, and then there is too much to be read.
      let isReadable = text.utf8.count <= SVGLimits.bytes
      claim(!isReadable || (try? written(Array(text.utf8))) == text, "it is written otherwise again: \(text)")
      guard let picture = try? SVGPicture(input) else { return claim(false, "librsvg does not take it: \(text)") }
      try draw(picture)
    } catch {
      let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
      claim(error.line.map((1...lines).contains) != false, "a mistake outside of the file: \(error)")
      claim(!error.problem.isEmpty, "a mistake says nothing")
    }
  }

  /// What librsvg would get to see.
  private func written(_ input: [UInt8]) throws(SVGError) -> String {
    let elements = try SVGReader(input).elements
    var scale = SVGScale(elements)
    try scale.weigh()
    return try SVGWriter(elements, SVGBox(elements[0])).text
  }

  private static let attributes =
    SVGWords.attributes.union(SVGWords.properties).union(["xmlns", "href", "style", "id", "width", "height"])

  /// Looks for words without any knowledge of how they were written. In values there are no pointed brackets.
  private func check(_ text: String) {
    for tag in text.unicodeScalars.split(separator: "<") {
      let name = String(tag.drop { $0 == "/" }.prefix { !" />".unicodeScalars.contains($0) })
      claim(SVGWords.elements.contains(name), "an element <\(name)> was let through")
      var parts = tag.split(separator: "\"", omittingEmptySubsequences: false)[...]
      while parts.count > 1 {
        let name = parts.removeFirst().split(separator: " ").last.map { String($0.dropLast()) } ?? ""
        check(name, String(parts.removeFirst()))
      }
    }
  }

  private func check(_ name: String, _ value: String) {
    claim(Self.attributes.contains(name), "an attribute \(name) was let through")
    claim(name != "href" || value.utf8.first == UInt8(ascii: "#"), "a link out was let through: \(value)")
    let links = value.lowercased().unicodeScalars.split(
      separator: Array("url(".unicodeScalars), omittingEmptySubsequences: false)
    claim(name == "id" || links.dropFirst().allSatisfy { $0.first == "#" }, "a reference out was let through: \(value)")
  }

  /// At the size of a thumbnail.
  private func draw(_ picture: SVGPicture) throws(SVGError) {
    let side = Double(max(picture.size.width, picture.size.height))
    let scale = max(TextStyle.Limits.scale.lowerBound, min(1, 64 / side))
    let frame = try picture.draw(scale: scale)
    claim(frame.size == SVGPicture.pixels(of: picture.size, scale: scale), "a drawing of another size: \(frame.size)")
    claim(try picture.draw(scale: scale).digest == frame.digest, "it is drawn otherwise the second time")
  }
}
