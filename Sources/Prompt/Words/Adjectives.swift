/// A number, or a word that stands for one.
package struct NumberWord: Hashable, Sendable {
  package var names: [String]
  package var value: Double

  package init(_ names: String, _ value: Double) {
    self.names = names.split(separator: "|").map(String.init)
    self.value = value
  }

  static let builtin: [NumberWord] =
    zip(
      [
        "zero", "one|single|a single", "two|a pair of|both|a couple of|pair of|couple of",
        "three|a few|few|some|trio of", "four",
        "five|several", "six|half a dozen|half dozen", "seven", "eight", "nine", "ten|a group of", "eleven",
        "twelve|a dozen|dozen|many|lots of|a lot of", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty|dozens of",
      ], 0...
    ).map { NumberWord($0, Double($1)) } + [
      NumberWord("thirty", 30), NumberWord("forty", 40), NumberWord("fifty", 50), NumberWord("sixty", 60),
      NumberWord("eighty", 80), NumberWord("hundred|a hundred|one hundred|hundreds of", 100),
      NumberWord("thousand|a thousand|one thousand|thousands of", 1000), NumberWord("half", 0.5),
    ]
}

/// A word that says how a thing is, in its size or its physics.
package struct QualityWord: Hashable, Sendable {
  package var names: [String]
  /// Factors of what is usual.
  package var size: Double
  package var mass: Double
  /// In place of the material's.
  package var friction: Double?
  package var bounce: Double?

  package init(_ names: String, size: Double = 1, mass: Double = 1, friction: Double? = nil, bounce: Double? = nil) {
    self.names = names.split(separator: "|").map(String.init)
    (self.size, self.mass, self.friction, self.bounce) = (size, mass, friction, bounce)
  }

  static let builtin = [
    QualityWord("tiny|miniature|minuscule", size: 0.4),
    QualityWord("small|little|short|mini", size: 0.65),
    QualityWord("medium sized|normal|ordinary|regular"),
    QualityWord("big|large|tall|long", size: 1.5),
    QualityWord("huge|great|enormous", size: 2.2),
    QualityWord("giant|gigantic|colossal|massive", size: 3),
    QualityWord("heavy|solid|dense|full", mass: 5),
    QualityWord("lightweight|hollow|empty", mass: 0.25),
    QualityWord("bouncy|springy|elastic", bounce: 0.92),
    QualityWord("dead|flat|unbouncy", bounce: 0.1),
    QualityWord("slippery|greasy|oily|smooth", friction: 0.03),
    QualityWord("rough|sticky|grippy", friction: 1.4),
  ]
}

/// How several of a kind stand together.
package enum Formation: String, CaseIterable, Sendable {
  case row, tower, pyramid, circle, heap
}

package struct FormationWord: Hashable, Sendable {
  package var names: [String]
  package var formation: Formation
  /// How many, unless a number is said.
  package var count: Int

  package init(_ names: String, _ formation: Formation, _ count: Int) {
    self.names = names.split(separator: "|").map(String.init)
    (self.formation, self.count) = (formation, count)
  }

  static let builtin = [
    FormationWord("row of|line of|chain of|rows of|line up of|queue of|series of", .row, 8),
    FormationWord("tower of|stack of|column of", .tower, 6),
    FormationWord("pyramid of|triangle of", .pyramid, 10),
    FormationWord("circle of|ring of", .circle, 8),
    FormationWord("crowd of|flock of|herd of|pack of|army of|gang of|team of", .heap, 9),
    FormationWord("pile of|heap of|bunch of|wall of|group of", .heap, 9),
  ]
}

/// A colour that prompts use, beside those of CSS.
package struct ColorWord: Hashable, Sendable {
  package var names: [String]
  package var color: String

  package init(_ names: String, _ color: String) {
    self.names = names.split(separator: "|").map(String.init)
    self.color = color
  }

  /// Pure colours of CSS look like plastic; these are the ones that paints have.
  static let builtin = [
    ColorWord("red|scarlet", "#d0342c"), ColorWord("crimson", "#a4161a"), ColorWord("orange", "#f2811d"),
    ColorWord("yellow", "#f6c915"), ColorWord("golden yellow|amber", "#f5a623"), ColorWord("green", "#3a9d3f"),
    ColorWord("dark green", "#1e5c2e"), ColorWord("light green|lime|mint", "#8fd694"), ColorWord("blue", "#2463c9"),
    ColorWord("light blue|sky blue|pale blue", "#8ec5f0"), ColorWord("dark blue|navy|navy blue", "#1b2a5c"),
    ColorWord("turquoise|teal|cyan|aqua", "#1fa3a3"), ColorWord("purple|violet", "#7b3fb5"),
    ColorWord("pink", "#f283b0"),
    ColorWord("magenta|fuchsia", "#d6249f"), ColorWord("brown", "#7a4e2d"), ColorWord("beige|cream|tan", "#e2d1b0"),
    ColorWord("white", "#f7f7f5"), ColorWord("black", "#1b1b1d"), ColorWord("grey|gray", "#8b8d90"),
    ColorWord("dark grey|dark gray|charcoal", "#3e4043"), ColorWord("light grey|light gray", "#c9cbcd"),
    ColorWord("olive", "#75782a"), ColorWord("maroon|burgundy", "#6d1a28"), ColorWord("lavender|lilac", "#b9a5e0"),
  ]

  /// What "colourful" things have in turn.
  static let colorful = ["#d0342c", "#f6c915", "#2463c9", "#3a9d3f", "#f2811d", "#7b3fb5"]
}
