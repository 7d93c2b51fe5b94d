internal import CRays
internal import Media
internal import World

extension Place {
  var enclosure: CREnclosure {
    switch self {
    case .studio: CRBackdrop
    case .room, .kitchen, .gym, .stage, .bar: CRRoom
    case .space: CRVoid
    default: CROpen
    }
  }

  var isIndoors: Bool { enclosure != CROpen }

  var horizon: CRHorizon {
    switch self {
    case .court, .pitch, .park, .forest, .pool: CRTrees
    case .street: CRHouses
    case .lake, .snowfield: CRHills
    case .mountain: CRMountains
    case .desert: CRDunes
    default: CRNoHorizon
    }
  }

  /// What walls are made of; at a pool, what its basin is.
  var wall: Surface {
    func rgb(_ code: UInt32) -> Color { Color(rgba: code << 8 | 0xff) }
    return switch self {
    case .kitchen: Surface(rgb(0xe9e4d8), second: rgb(0xb9b2a4), pattern: .tiles, scale: 0.15, roughness: 0.25)
    case .gym: Surface(rgb(0xc9c3b6), second: rgb(0x9d968a), pattern: .brick, scale: 0.4, roughness: 0.8)
    case .stage: Surface(rgb(0x4a1015), second: rgb(0x2a070b), pattern: .stripes, scale: 0.3, roughness: 0.9)
    case .bar: Surface(rgb(0x5b3a24), second: rgb(0x33200f), pattern: .planks, scale: 0.3, roughness: 0.4)
    case .pool: Surface(rgb(0xbfe3ec), second: rgb(0xf0f7f8), pattern: .tiles, scale: 0.3, roughness: 0.2)
    default: Surface(rgb(0xd8cfc0), roughness: 0.9)
    }
  }

  var waterColor: Color {
    switch self {
    case .pool, .kitchen, .room, .gym: Color(red: 0.25, green: 0.72, blue: 0.8)
    case .sea, .beach: Color(red: 0.08, green: 0.35, blue: 0.42)
    default: Color(red: 0.12, green: 0.3, blue: 0.3)
    }
  }
}

extension Scene {
  /// A room that holds all that is in it and the camera, within 4 to 40 m.
  var room: Vector {
    let views = shots.flatMap { [$0.from.eye, $0.to.eye] }
    let places = things.map(\.pose.position) + figures.map(\.place) + views
    func half(_ width: (Vector) -> Double, least: Double) -> Double {
      let widest = places.map { abs(width($0)) }.filter(\.isFinite).max() ?? 0
      return min(max(widest + 1.2, least), 40)
    }
    let isHall = place == .gym || place == .stage
    let height = (places.map(\.y).filter(\.isFinite).max() ?? 0) + 0.8
    return Vector(
      half(\.x, least: isHall ? 10 : 3), min(max(height, isHall ? 7 : 2.7), 40), half(\.z, least: isHall ? 10 : 3))
  }

  /// Where the ground's lines begin and which way they face: under a hoop's ring, in a goal's mouth.
  var marking: (place: Vector, heading: Vector) {
    let words = ground.marks == .court ? "hoop" : "goal"
    let thing = things.first { $0.name.lowercased().contains(words) }
    guard let thing else {
      return (
        .zero, ground.marks == .road ? Vector(1, 0, 0) : ground.marks == .lane ? Vector(0, 0, -1) : Vector(0, 0, 1)
      )
    }
    let heading = thing.pose.rotation(Vector(0, 0, 1)) * Vector(1, 0, 1)
    return (thing.ringPlace * Vector(1, 0, 1), heading.length > 0.1 ? heading.normalized : Vector(0, 0, 1))
  }
}

extension Thing {
  /// In the world: of a hoop its ring, else its own.
  fileprivate var ringPlace: Vector {
    for part in parts {
      if case .ring = part.solid { return pose(part.pose.position) }
    }
    return pose.position
  }
}
