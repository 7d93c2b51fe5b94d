internal import Media
internal import World

/// Lamps that stand in the scene shine.
extension SceneDraft {
  /// In candela; the light comes from just below what glows, which would shade it.
  private static let strengths = ["streetlamp": 420.0, "lamp": 60, "candle": 9]
  /// As many as a table may name.
  private static let most = 16

  mutating func shine(_ word: ThingWord, _ parts: [Part], in pose: Pose) {
    guard let strength = Self.strengths[word.name], scene.light.lamps.count < Self.most,
      let part = parts.first(where: { $0.material.surface.glow > 0 }), let glow = Bounds([part], in: pose)
    else { return }
    let place = glow.center - Vector(0, glow.size.y / 2 + 0.06, 0)
    scene.light.lamps.append(
      Lighting.Lamp(at: place, color: part.material.surface.color, strength: strength, radius: 0.05))
  }
}
