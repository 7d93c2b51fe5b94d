package import World

/// A thing of the dictionary: how it is called, and what it is made of.
package struct ThingWord: Hashable, Sendable {
  /// The first is what a scene's table calls it.
  package var names: [String]
  /// Of the first name, where it follows no rule.
  package var plural: String?
  /// What it is a kind of: "the ball" may be a basketball.
  package var family: String?
  package var material: String
  package var color: String?
  package var pieces: [Piece]
  /// In kg at its usual size, for what is hollow; nil: as volumes and densities make it.
  package var mass: Double?
  /// Factor of gravity's pull; below 0 it rises, which stands for the air that carries it.
  package var weight: Double
  /// Nothing moves it: it stands in the ground, or is the ground's.
  package var isFixed: Bool
  /// Other bodies that belong to it, and what holds them.
  package var bodies: [Body]
  package var ties: [Tie]
  /// It is a cloth or a jelly, and `pieces` only say how large it is.
  package var sheet: Sheet.Kind?

  /// - Parameter names: With bars between them: `mug|cup`.
  package init(
    _ names: String, family: String? = nil, of material: String, color: String? = nil, mass: Double? = nil,
    weight: Double = 1, isFixed: Bool = false, _ pieces: [Piece], bodies: [Body] = [], ties: [Tie] = [],
    sheet: Sheet.Kind? = nil
  ) {
    self.names = names.split(separator: "|").map(String.init)
    self.family = family
    (self.material, self.color, self.pieces) = (material, color, pieces)
    (self.mass, self.weight, self.isFixed) = (mass, weight, isFixed)
    (self.bodies, self.ties, self.sheet) = (bodies, ties, sheet)
  }

  package var name: String { names.first ?? "thing" }

  /// A body beside the main one: the balls of a cradle, the wheels of a car.
  package struct Body: Hashable, Sendable {
    package var name: String
    package var pieces: [Piece]
    package var mass: Double?
    package var isFixed: Bool

    package init(_ name: String, mass: Double? = nil, isFixed: Bool = false, _ pieces: [Piece]) {
      (self.name, self.mass, self.isFixed, self.pieces) = (name, mass, isFixed, pieces)
    }
  }

  /// What holds two bodies of the thing: 0 is the main one, and 1 the first of `bodies`. The main body moves freely if it does.
  package struct Tie: Hashable, Sendable {
    package var kind: Kind
    package var first: Int
    package var second: Int
    /// Where on each, with y = 0 where the thing stands.
    package var firstPlace: Vector
    package var secondPlace: Vector

    package init(_ kind: Kind, _ first: Int, _ second: Int, at place: Vector, to other: Vector? = nil) {
      (self.kind, self.first, self.second) = (kind, first, second)
      (firstPlace, secondPlace) = (place, other ?? place)
    }

    package enum Kind: Hashable, Sendable {
      case weld, ball
      case hinge(axis: Vector)
      case rope(thickness: Double)
      /// In N/m and N·s/m.
      case spring(stiffness: Double, damping: Double)
    }
  }
}
