/// The manner in which a scene is drawn.
package enum Look: String, CaseIterable, Sendable {
  case plain, clay, toon, noir, neon, paper
}
