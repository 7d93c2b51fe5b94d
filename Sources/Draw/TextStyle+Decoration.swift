extension TextStyle {
  /// Straight sRGB, 8 bits each; alpha 0 is clear, 255 opaque.
  package struct Color: Hashable, Codable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    package var alpha: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
      (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
    }

    package static let white = Color(red: 255, green: 255, blue: 255)
    package static let black = Color(red: 0, green: 0, blue: 0)
  }

  /// A line around the letters, with round corners. Emoji have none: they are pictures, not shapes.
  package struct Outline: Hashable, Codable, Sendable {
    /// Seen outside the letters.
    package var width: Double
    package var color: Color

    package init(width: Double, color: Color = .black) {
      (self.width, self.color) = (width, color)
    }
  }

  /// A shadow of the letters and their outline, not of the background. Translucent letters cast a weaker one.
  package struct Shadow: Hashable, Codable, Sendable {
    /// To the right.
    package var dx: Double
    /// Downwards.
    package var dy: Double
    /// Twice the standard deviation of the Gaussian, as in CSS.
    package var blur: Double
    package var color: Color

    package init(
      dx: Double = 0, dy: Double = 4, blur: Double = 12, color: Color = Color(red: 0, green: 0, blue: 0, alpha: 160)
    ) {
      (self.dx, self.dy, self.blur, self.color) = (dx, dy, blur, color)
    }
  }

  /// A box behind the text. Its padding is part of the text's logical box.
  package struct Background: Hashable, Codable, Sendable {
    package var color: Color
    package var padding: Double
    /// Of the corners; at most half of the shorter side is used.
    package var radius: Double

    package init(color: Color, padding: Double = 16, radius: Double = 12) {
      (self.color, self.padding, self.radius) = (color, padding, radius)
    }
  }
}
