import Draw
import Testing

@Suite struct BadInputTests {
  static let badNumbers: [@Sendable (inout TextStyle, Double) -> Void] = [
    { $0.size = $1 }, { $0.lineSpacing = $1 }, { $0.letterSpacing = $1 }, { $0.wrapWidth = $1 },
    { $0.outline = .init(width: $1) }, { $0.shadow = .init(dx: $1) }, { $0.shadow = .init(dy: $1) },
    { $0.shadow = .init(blur: $1) }, { $0.background = .init(color: .black, padding: $1) },
    { $0.background = .init(color: .black, radius: $1) },
  ]

  @Test func noNumberMayBeHugeOrNotANumber() throws {
    let typesetter = try typesetter()
    for set in Self.badNumbers {
      for number in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
        var style = TextStyle()
        set(&style, number)
        #expect(throws: DrawError.self) { try typesetter.measure("a", style) }
        #expect(throws: DrawError.self) { try typesetter.draw("a", style) }
      }
    }
  }

  @Test(arguments: [0, -1, 0.5, 2049])
  func aSizeOutOfRangeSaysWhatIsAllowed(size: Double) throws {
    let error = DrawError.outOfRange(name: "size", value: size, allowed: 1...2048)
    #expect(throws: error) { try typesetter().measure("a", TextStyle(size: size)) }
    #expect(error.description == "text: size is \(size); use 1.0 to 2048.0")
  }

  @Test(arguments: [0, -1, .nan, .infinity, 65] as [Double])
  func aScaleOutOfRangeIsAnError(scale: Double) throws {
    #expect(throws: DrawError.self) { try typesetter().draw("a", TextStyle(), scale: scale) }
  }

  @Test(arguments: [Int.min, 0, 99, 1001, Int.max])
  func aWeightOutOfRangeIsAnError(weight: Int) throws {
    #expect(throws: DrawError.self) { try typesetter().measure("a", TextStyle(weight: weight)) }
  }

  @Test func hundredKilobytesAreRefused() throws {
    let text = String(repeating: "ten bytes ", count: 10_000)
    #expect(throws: DrawError.tooLong(characters: 100_000, limit: 16_384)) {
      try typesetter().measure(text, TextStyle(size: 10))
    }
  }

  @Test func asManyCharactersAsAreAllowedAreSet() throws {
    let text = String(repeating: "word ", count: 3_276)
    let measured = try typesetter().measure(text, TextStyle(size: 20, wrapWidth: 1000))
    #expect(measured.height > 1000)
    _ = try typesetter().draw(text, TextStyle(size: 20, wrapWidth: 1000))
  }

  @Test func aParagraphThatLayoutCannotCountIsRefused() throws {
    let text = String(repeating: "a", count: 16_384)
    #expect(throws: DrawError.paragraphTooWide(pixels: 16_384 * 80, limit: 16_384 * 64)) {
      try typesetter().measure(text, TextStyle(size: 64, letterSpacing: 16))
    }
  }

  @Test func aPictureTooLargeForAFrameIsRefused() throws {
    let typesetter = try typesetter()
    #expect(throws: DrawError.self) { try typesetter.draw("HHHHHHHHHHHH", TextStyle(size: 2048)) }
    #expect(throws: DrawError.self) { try typesetter.draw("HHHHHH", TextStyle(size: 1000), scale: 8) }
  }

  /// Glyphs of many em, letters that pull together, widths of one pixel: whatever comes, an answer or an error.
  @Test func extremesDoNotTrap() throws {
    let typesetter = try typesetter()
    let texts = [
      String(repeating: "\u{FDFD}", count: 256), String(repeating: "\u{301}", count: 256), "a\tb\t\tc",
      String(repeating: "\u{202E}a", count: 100), "\u{FEFF}\u{200D}\u{200D}", "\u{1}\u{7F}\u{85}\u{2028}\u{2029}",
    ]
    let styles = [
      TextStyle(size: 300), TextStyle(size: 1, wrapWidth: 1), TextStyle(size: 100, letterSpacing: -100),
      TextStyle(families: ["", ",", "a,b", String(repeating: "x", count: 10_000)], size: 30),
    ]
    for text in texts {
      for style in styles {
        _ = try? typesetter.measure(text, style)
        _ = try? typesetter.draw(text, style)
      }
    }
  }
}
