internal import World

/// Lengths of a standing body as parts of its stature.
///
/// The adult's are Drillis and Contini's (1966; in Winter, "Biomechanics and Motor Control of Human Movement", figure 4.1), but for the
/// head, which is an eighth higher than life (0.870): a face must be read from across a street. The child's
/// are those of a six-year-old (Snyder and others, "Anthropometry of infants, children, and youths", 1977): a larger head,
/// shorter legs.
struct Proportions {
  /// Heights of joints above the ground.
  var ankle: Double
  var knee: Double
  var hip: Double
  var shoulder: Double
  var chin: Double
  var upperArm: Double
  var forearm: Double
  var hand: Double
  var foot: Double
  /// Half of the way between the joints of both sides.
  var hips: Double
  var shoulders: Double
  /// In kg/m²: the mass of a body over the square of its stature.
  var massIndex: Double

  static let adult = Proportions(
    ankle: 0.039, knee: 0.285, hip: 0.530, shoulder: 0.818, chin: 0.854, upperArm: 0.186, forearm: 0.146, hand: 0.108,
    foot: 0.152, hips: 0.050, shoulders: 0.108, massIndex: 22.5)
  static let child = Proportions(
    ankle: 0.040, knee: 0.262, hip: 0.490, shoulder: 0.770, chin: 0.806, upperArm: 0.170, forearm: 0.135, hand: 0.100,
    foot: 0.150, hips: 0.052, shoulders: 0.105, massIndex: 15.5)

  var head: Double { 1 - chin }
}

/// Masses of a body's segments as parts of its mass: de Leva, "Adjustments to Zatsiorsky-Seluyanov's segment inertia
/// parameters", 1996, the mean of women and men.
enum Share {
  static let head = 0.0681
  static let chest = 0.1571
  static let belly = 0.1549
  static let pelvis = 0.1182
  static let upperArm = 0.0263
  static let forearm = 0.0150
  static let hand = 0.0059
  static let thigh = 0.1447
  static let shin = 0.0457
  static let foot = 0.0133
}
