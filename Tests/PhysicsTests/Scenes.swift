import Media
import World

@testable import Physics

// Small scenes, said shortly.

extension Material {
  static func of(
    density: Double = 1000, friction: Double = 0.5, rolling: Double = 0, restitution: Double = 0, sound: String = "wood"
  ) -> Material {
    Material(
      name: "matter",
      substance: Substance(
        density: density, friction: friction, rolling: rolling, restitution: restitution, sound: sound),
      surface: Surface(.white))
  }

  static let floor = Material.of(restitution: 1)
}

extension Scene {
  static func of(
    _ things: [Thing], seconds: Double = 2, ground: Material = .floor, water: Water? = nil, links: [Link] = [],
    sheets: [Sheet] = [], figures: [Figure] = [], deeds: [Deed] = [], gravity: Vector = Vector(0, -9.81, 0),
    weather: Weather = Weather(), seed: UInt64 = 0
  ) -> Scene {
    Scene(
      duration: .at(seconds), seed: seed, ground: Ground(ground), water: water, weather: weather, gravity: gravity,
      things: things, links: links, sheets: sheets, figures: figures, deeds: deeds,
      shots: [Shot(from: Shot.View(eye: Vector(0, 1, 5), target: .zero))])
  }

  func play(_ performances: [String: any Performance] = [:]) throws -> Motion {
    try Simulation(self, performances: performances).run()
  }
}

extension Thing {
  static func ball(
    _ name: String = "ball", _ radius: Double = 0.1, at place: Vector, velocity: Vector = .zero, spin: Vector = .zero,
    _ material: Material = .of()
  ) -> Thing {
    Thing(name, [Part(.sphere(radius: radius), of: material)], at: Pose(place), velocity: velocity, spin: spin)
  }

  static func box(
    _ name: String = "box", _ size: Vector, at place: Vector, turn: Rotation = .none, velocity: Vector = .zero,
    motion: Motion = .free, _ material: Material = .of()
  ) -> Thing {
    Thing(
      name, [Part(.box(size: size), of: material)], at: Pose(place, turn), velocity: velocity, motion: motion)
  }
}

extension Time {
  static func at(_ seconds: Double) -> Time { Time(seconds: seconds) ?? .zero }
}

extension Motion {
  /// Where the first part of a thing is.
  func place(_ name: String = "ball", at seconds: Double) -> Vector {
    pose(name, at: seconds)?.position ?? Vector(repeating: .nan)
  }

  func pose(_ name: String, at seconds: Double) -> Pose? {
    guard let prop = stage.props.firstIndex(where: { $0.owner == name }) else { return nil }
    return instant(at: .at(seconds)).poses[prop]
  }

  /// By the difference over a hundredth of a second.
  func velocity(_ name: String = "ball", at seconds: Double) -> Vector {
    (place(name, at: seconds + 0.005) - place(name, at: seconds - 0.005)) / 0.01
  }

  /// At all kept times.
  func places(_ name: String = "ball") -> [Vector] {
    guard let prop = stage.props.firstIndex(where: { $0.owner == name }) else { return [] }
    return (0...duration.ticks(rate: Motion.recordsPerSecond)).map { tick in
      instant(at: Time(ticks: tick, rate: Motion.recordsPerSecond)).poses[prop]?.position ?? Vector(repeating: .nan)
    }
  }

  func hits(_ first: String? = nil, _ second: String? = nil) -> [Contact] {
    contacts.filter {
      $0.kind == .hit && (first == nil || [$0.first, $0.second].contains(first ?? ""))
        && (second == nil || [$0.first, $0.second].contains(second ?? ""))
    }
  }
}

/// Whether a number is another, but for a part of it.
func near(_ value: Double, _ wanted: Double, _ part: Double) -> Bool { abs(value - wanted) <= part * abs(wanted) }
