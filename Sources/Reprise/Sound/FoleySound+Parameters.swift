import Foley
import Graph
import Recipe

extension SoundParameters {
  /// The effect that a node's parameters say. They were checked against the language's table.
  var effect: any FoleySound {
    let seed = UInt64(amount("seed"))
    let strength = amount("strength")
    return switch text("sound") {
    case "impact":
      Impact(
        body("material"), against: self["against"]?.text.map { Body(Material($0), size: amount("size")) },
        strength: strength, seed: seed)
    case "knock":
      Knock(
        on: Material(text("material")), count: Int(amount("count")), pace: amount("pace"), strength: strength,
        seed: seed)
    case "roll":
      Roll(
        body("material"), on: Material(text("floor")), speed: amount("speed"), seconds: seconds,
        slows: self["slows"] == .flag(true),
        seed: seed)
    case "scrape":
      Scrape(body("material"), speed: amount("speed"), roughness: amount("roughness"), seconds: seconds, seed: seed)
    case "footsteps":
      Footsteps(
        on: Material(text("material")), pace: amount("pace"), seconds: seconds, weight: amount("weight"), seed: seed)
    case "creak": Creak(of: Material(text("material")), seconds: seconds, pitch: amount("pitch"), seed: seed)
    case "splash": Splash(size: amount("size"), strength: strength, seed: seed)
    case "drip": Drip(size: amount("size"), strength: strength, seed: seed)
    case "whoosh":
      Whoosh(
        seconds: seconds, pitch: amount("pitch"), sharpness: amount("sharpness"), pan: amount("pan"), seed: seed)
    case "explosion": Explosion(size: amount("size"), strength: strength, seed: seed)
    case "thunder": Thunder(distance: amount("distance"), strength: strength, seed: seed)
    case "zap": Zap(seconds: seconds, pitch: amount("pitch"), strength: strength, seed: seed)
    case "riser": Riser(seconds: seconds, pitch: amount("pitch"), seed: seed)
    case "contacts":
      Contacts(
        list("contacts").compactMap(\.record).map(Foley.Contact.init), duration: self["length"]?.time ?? .zero,
        seed: seed)
    case "cue": Cue(Cue.Kind(rawValue: text("kind")) ?? .click, pitch: amount("pitch"), strength: strength, seed: seed)
    default: Ambience(Ambience.Kind(rawValue: text("kind")) ?? .room, activity: amount("activity"), seed: seed)
    }
  }

  private func amount(_ name: String) -> Double { number(name) ?? 0 }

  private var seconds: Double { self["length"]?.time?.seconds ?? 0 }

  private func body(_ name: String) -> Body {
    Body(Material(text(name)), size: amount("size"), damping: self["damping"]?.number ?? 1)
  }
}

extension Foley.Contact {
  fileprivate init(_ said: [String: Setting]) {
    let size = min(max(said.number("size") ?? 0.2, Body.sizes.lowerBound), Body.sizes.upperBound)
    self.init(
      at: said["at"]?.time ?? .zero, Body(Material(said.text("body")), size: size),
      // What is struck is as large as a floor, or as the thing itself.
      Body(Material(said.text("other")), size: max(size, 0.6)), impulse: said.number("impulse") ?? 0,
      speed: said.number("speed"), pan: said.number("pan") ?? 0)
  }
}

extension Material {
  fileprivate init(_ name: String) { self = Material(rawValue: name) ?? .wood }
}
