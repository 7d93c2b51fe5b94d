package import Media

/// A place or a weather, for as long as it is wanted: no loop, no end.
package struct Ambience: FoleySound {
  package enum Kind: String, CaseIterable, Sendable {
    case rain, wind, sea, stream, fire, forest, night, crowd, room, city
  }

  package static let activities = 0.0...1.0

  package let kind: Kind
  package let activity: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - activity: How much there is of it, 0 … 1: drizzle to downpour, breeze to storm, three guests to a full house.
  package init(_ kind: Kind, activity: Double = 0.5, seed: UInt64 = 0) {
    precondition(Ambience.activities.contains(activity), "activity is from 0 to 1")
    (self.kind, self.activity, self.seed) = (kind, activity, seed)
  }

  package var duration: Time? { nil }
  package func source() -> any SoundSource { bed.source() }

  private var bed: any EndlessSound {
    switch kind {
    case .rain: Rain(activity: activity, seed: seed)
    case .wind: Wind(activity: activity, seed: seed)
    case .sea: Sea(activity: activity, seed: seed)
    case .stream: Stream(activity: activity, seed: seed)
    case .fire: Fire(activity: activity, seed: seed)
    case .forest: Forest(activity: activity, seed: seed)
    case .night: Night(activity: activity, seed: seed)
    case .crowd: Crowd(activity: activity, seed: seed)
    case .room: Room(activity: activity, seed: seed)
    case .city: City(activity: activity, seed: seed)
    }
  }
}
