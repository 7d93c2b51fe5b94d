/// Why a scene was not simulated.
package enum PhysicsError: Error, Equatable, CustomStringConvertible {
  case outOfMemory
  /// More things, figures' parts or sheets than there may be.
  case tooMany(Int, of: String, limit: Int)
  /// Longer than there may be, in seconds.
  case tooLong(Double, limit: Double)
  /// A link or a deed names what is not there.
  case unknown(String, place: String)
  /// A number that is not one, or is beyond its range.
  case outOfRange(place: String, value: String, wanted: String)
  /// So many bodies move so fast that it would take too long; at this time of the scene, in seconds.
  case tooMuchWork(at: Double)

  package var description: String {
    switch self {
    case .outOfMemory:
      "physics got no memory, wanted a few MB; use fewer things, or close other programs"
    case .tooMany(let count, let what, let limit):
      "the scene has \(count) \(what), at most \(limit) can move at once; leave some out"
    case .tooLong(let seconds, let limit):
      "the scene lasts \(seconds) s, at most \(limit) s can be simulated; make it of several shots"
    case .unknown(let name, let place):
      "\(place): there is no thing or figure “\(name)”; use a name of the scene's things and figures"
    case .outOfRange(let place, let value, let wanted):
      "\(place): \(value) given, wanted \(wanted)"
    case .tooMuchWork(let seconds):
      "after \(seconds) s too much moves too fast; use fewer or larger things, lower speeds, or a shorter scene"
    }
  }
}
