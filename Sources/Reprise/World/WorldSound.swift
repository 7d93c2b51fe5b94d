import Foley
import Graph
import Media
import Physics
import Recipe
import World

/// What is heard in a film, as sounds that a recipe might have asked for: of every contact, of the place, of the weather.
struct WorldSound {
  let film: Film

  func sounds() -> [WorldMeasure.Sound] { blows() + rolls() + splashes() + surroundings() }

  // MARK: Contacts

  /// Blows and steps, two seconds of them in one sound, so that a change is heard in what comes after it alone.
  private func blows() -> [WorldMeasure.Sound] {
    let cell = Time(flicks: 2 * Time.flicksPerSecond)
    let blows = film.motion.contacts.filter { $0.kind == .hit || $0.kind == .step }
    return Dictionary(grouping: blows) { $0.time.flicks / cell.flicks }.sorted { $0.key < $1.key }.map {
      number, blows in
      let start = cell * number
      // Beyond so many in two seconds the softest are not heard.
      let loudest = blows.sorted { $0.impulse > $1.impulse }.prefix(400).sorted { $0.time < $1.time }
      return WorldMeasure.Sound(
        .foley,
        [
          "sound": .text("contacts"), "length": .time(cell + Time(flicks: 3 * Time.flicksPerSecond)),
          "seed": .number(Double(film.scene.seed % 1_000_000)),
          "contacts": .list(loudest.map { setting($0, after: start) }),
        ], at: start)
    }
  }

  private func setting(_ contact: World.Contact, after start: Time) -> Setting {
    let (pan, nearness) = heard(contact.place, at: contact.time)
    return .record([
      "at": .time(contact.time - start), "body": .text(contact.firstSound), "other": .text(contact.secondSound),
      "size": .number(held(contact.size, 0.02...3)), "impulse": .number(contact.impulse * nearness * nearness),
      "speed": .number(contact.speed), "pan": .number(pan),
    ])
  }

  /// Each stretch in which a thing rolls or slides on another.
  private func rolls() -> [WorldMeasure.Sound] {
    let gliding = film.motion.contacts.filter { $0.kind == .roll || $0.kind == .slide }
    let pairs = Dictionary(grouping: gliding) { "\($0.kind) \($0.first) \($0.second)" }
    let stretches = pairs.sorted { $0.key < $1.key }.flatMap { $0.value.stretches }
    return stretches.sorted { $0.loudness > $1.loudness }.prefix(24).compactMap(roll)
  }

  private func roll(_ stretch: ArraySlice<World.Contact>) -> WorldMeasure.Sound? {
    guard let first = stretch.first, let last = stretch.last else { return nil }
    let length = held((last.time - first.time).seconds, 0.1...60)
    let speed = stretch.reduce(0) { $0 + $1.speed } / Double(stretch.count)
    guard speed > 0.02 else { return nil }
    let (pan, nearness) = heard(stretch[stretch.startIndex + stretch.count / 2].place, at: first.time)
    let size = held(first.size, 0.02...3)
    var parameters: SoundParameters = [
      "material": .text(first.firstSound), "size": .number(size), "seed": .number(1),
      "length": .time(Time(seconds: length) ?? .zero),
    ]
    if first.kind == .roll {
      parameters.merge([
        "sound": .text("roll"), "floor": .text(first.secondSound), "speed": .number(held(speed, 0.05...10)),
        "slows": .flag(last.speed < first.speed / 2),
      ]) { $1 }
    } else {
      parameters.merge([
        "sound": .text("scrape"), "speed": .number(held(speed, 0.02...5)), "roughness": .number(0.4),
      ]) { $1 }
    }
    return WorldMeasure.Sound(.foley, parameters, at: first.time, volume: held(0.5 * nearness, 0.02...1), pan: pan)
  }

  private func splashes() -> [WorldMeasure.Sound] {
    film.motion.contacts.filter { $0.kind == .splash }.sorted { $0.impulse > $1.impulse }.prefix(40).map { contact in
      let (pan, nearness) = heard(contact.place, at: contact.time)
      return WorldMeasure.Sound(
        .foley,
        [
          "sound": .text("splash"), "size": .number(held(contact.size, 0.02...2)),
          "strength": .number(held(contact.speed / 6, 0.1...1)), "seed": .number(Double(contact.time.flicks % 1000)),
        ], at: contact.time, volume: held(nearness, 0.05...1), pan: pan)
    }
  }

  // MARK: The place

  private func surroundings() -> [WorldMeasure.Sound] {
    let weather = film.scene.weather
    var beds: [(kind: String, activity: Double, volume: Double)] = []
    if let bed = Self.bed(of: film.scene.place, isNight: film.scene.light.elevation < 0) { beds.append(bed) }
    if weather.rain > 0 { beds.append(("rain", weather.rain, 0.5)) }
    if weather.wind.length > 3 { beds.append(("wind", held(weather.wind.length / 20, 0.2...1), 0.35)) }
    return beds.map { bed in
      WorldMeasure.Sound(
        .foley,
        [
          "sound": .text("ambience"), "kind": .text(bed.kind), "activity": .number(held(bed.activity, 0...1)),
          "seed": .number(Double(film.scene.seed % 1_000_000)),
        ], at: .zero, volume: bed.volume)
    }
  }

  private static func bed(of place: Place, isNight: Bool) -> (kind: String, activity: Double, volume: Double)? {
    switch place {
    case .forest, .mountain, .park: isNight ? ("night", 0.5, 0.25) : ("forest", 0.5, 0.25)
    case .pitch, .court: isNight ? ("night", 0.3, 0.15) : ("wind", 0.2, 0.15)
    case .street: ("city", 0.4, 0.25)
    case .beach, .sea: ("sea", 0.5, 0.4)
    case .lake: ("stream", 0.2, 0.2)
    case .desert, .snowfield: ("wind", 0.5, 0.3)
    case .room, .kitchen, .pool, .gym, .stage: ("room", 0.3, 0.2)
    case .bar: ("crowd", 0.4, 0.25)
    case .studio, .space: nil
    }
  }

  // MARK: The ear

  /// Where something is heard from the camera, −1 to 1, and how near it is: 1 within two metres.
  func heard(_ place: Vector, at time: Time) -> (pan: Double, nearness: Double) {
    let (eye, right) = film.camera(at: time)
    let way = place - eye
    guard way.isFinite, way.length > 0.01 else { return (0, 1) }
    return (held(0.9 * way.normalized.dot(right), -1...1), min(1, (2 / way.length).squareRoot()))
  }

  private func held(_ number: Double, _ range: ClosedRange<Double>) -> Double {
    number.isNaN ? range.lowerBound : min(max(number, range.lowerBound), range.upperBound)
  }
}

extension [World.Contact] {
  /// Parted where nothing is heard for a fifth of a second.
  fileprivate var stretches: [ArraySlice<World.Contact>] {
    let gap = Time(flicks: Time.flicksPerSecond / 5)
    var stretches: [ArraySlice<World.Contact>] = []
    var start = 0
    for index in indices.dropFirst() where self[index].time - self[index - 1].time > gap {
      stretches.append(self[start..<index])
      start = index
    }
    return stretches + [self[start...]]
  }
}

extension ArraySlice<World.Contact> {
  fileprivate var loudness: Double { reduce(0) { $0 + $1.impulse } }
}
