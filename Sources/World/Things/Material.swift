/// What a part is made of.
package struct Material: Hashable, Sendable {
  package var name: String
  package var substance: Substance
  package var surface: Surface

  package init(name: String, substance: Substance, surface: Surface) {
    self.name = name
    self.substance = substance
    self.surface = surface
  }
}
