internal import World

/// Somebody or something that the prompt speaks of, under one name from its first word to the last.
struct Role {
  enum Kind {
    case thing(ThingWord)
    case figure(FigureWord)
  }

  var name: String
  /// What the scene's table calls it: a name of its word.
  var noun: String
  var kind: Kind
  var count = 1
  var formation: Formation?
  var colors: [String] = []
  var material: String?
  var size = 1.0
  var massFactor = 1.0
  var mass: Double?
  var friction: Double?
  var bounce: Double?
  var weight: Double?
  /// Where it is, with respect to another role, or the water.
  var relation: (Relation, Anchor)?
  var holder: Int?
  /// It has been set in motion, and what follows is nature's.
  var isMoved = false
  /// What it does of its own accord at the start.
  var opening: Opening?
  var velocity = Vector.zero
  var spin = Vector.zero
  /// When it comes and goes.
  var from: Double?
  var till: Double?
  /// Its lowest middle point, once it is arranged.
  var place = Vector.zero
  var facing: String?
  /// It faces to the right, where it goes.
  var facesCourse = false
  /// It is in the water, wherever it is placed.
  var swims = false
  /// It is a cloth that lies flat in the air, and falls.
  var isSpread = false
  /// Of a crowd, which.
  var rank: Rank?

  struct Rank: Hashable {
    var leader: Int
    var number: Int
    var count: Int
  }

  enum Anchor: Equatable {
    case role(Int)
    case water
  }

  /// In the air above where it stands, or on top of a ramp.
  enum Opening { case aloft, afloat, hovering }

  var isFigure: Bool {
    if case .figure = kind { true } else { false }
  }

  /// Several that were built up.
  var isPile: Bool { count > 1 && formation != nil }

  var isAnimal: Bool {
    if case .figure(let word) = kind { [.dog, .cat, .horse, .bird].contains(word.kind) } else { false }
  }

  var word: ThingWord? {
    if case .thing(let word) = kind { word } else { nil }
  }
}

/// Something that happens, in the order of the telling.
struct Beat {
  var doing: Doing
  var subject: Int
  var object: Int?
  var target: Int?
  var relation: Relation?
  var isIntoWater = false
  /// Who is in the way of it, and does not stop it.
  var keeper: Int?
  var outcome: OutcomeWord?
  var pace = 1.0
  var text = ""
  /// When the prompt says it is, or how long after what was before.
  var at: Double?
  var after: Double?
  var seconds: Double?
  /// It goes along with the one before.
  var isTogether = false
  var shot = 0
}
