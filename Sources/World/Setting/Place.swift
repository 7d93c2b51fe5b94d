/// Where a scene is: it decides the ground, what stands about, and what is heard.
package enum Place: String, CaseIterable, Sendable {
  case studio, court, pitch, street, park, forest, beach, sea, lake, pool, desert, snowfield, mountain, room, kitchen
  case gym, stage, bar, space
}
