package import Media

/// A person or an animal: parts that joints hold together, and that move by will.
package struct Figure: Hashable, Sendable {
  package var name: String
  package var kind: Kind
  /// From the ground to the top of the head, in metres.
  package var height: Double
  /// Where it stands when the scene begins: the ground between its feet.
  package var place: Vector
  /// Where it looks, in radians about y: 0 is towards the viewer (z), a quarter turn is to the right (x).
  package var heading: Double
  package var colors: Colors
  /// A voice of the module Speech, or of the host.
  package var voice: String?

  package init(
    _ name: String, _ kind: Kind, height: Double, at place: Vector, heading: Double = 0, colors: Colors = Colors(),
    voice: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.height = height
    self.place = place
    self.heading = heading
    self.colors = colors
    self.voice = voice
  }

  package enum Kind: String, CaseIterable, Sendable {
    case person, child, robot, dog, cat, horse, bird
  }

  package struct Colors: Hashable, Sendable {
    /// Skin, or fur, or plumage.
    package var skin: Color
    package var hair: Color
    package var top: Color
    package var bottom: Color
    package var shoes: Color

    package init(
      skin: Color = Color(rgba: 0xd9a4_7eff), hair: Color = Color(rgba: 0x3b2a_20ff),
      top: Color = Color(rgba: 0xc039_2bff), bottom: Color = Color(rgba: 0x2c3e_50ff),
      shoes: Color = Color(rgba: 0x2222_22ff)
    ) {
      self.skin = skin
      self.hair = hair
      self.top = top
      self.bottom = bottom
      self.shoes = shoes
    }
  }
}
