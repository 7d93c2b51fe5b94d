/// A word of the recipe language, declared once: its bindings in Lua, its validation, the node that it makes, and its
/// page in the reference all come from this entry.
package struct Word: Sendable {
  /// Where a recipe says it.
  package enum Form: Hashable, Sendable {
    /// `video("a.mp4")`
    case function
    /// `clip:trim(0, 2)`
    case method
    /// `clip.duration`
    case property
  }

  /// Pages of the reference, in teaching order.
  package enum Chapter: String, CaseIterable, Sendable {
    case sources = "Sources"
    case shapes = "Shapes"
    case text = "Text"
    case joining = "Joining"
    case time = "Time"
    case picture = "Picture"
    case compositing = "Compositing"
    case effects = "Effects"
    case shade = "Shade"
    case color = "Colour"
    case sound = "Sound"
    case madeSound = "Sounds that are made"
    case listening = "Listening"
    case world = "Worlds"
    case recipe = "The recipe itself"
    case remix = "Remix"
  }

  package let name: String
  package let form: Form
  package let chapter: Chapter
  package let parameters: [Parameter]
  /// How many clips it takes after those that are named, as a list: `sequence(a, b, c)`.
  package let takesClips: Bool
  package let summary: String
  package let example: String
  /// The kind and the version of the node it makes; nil where it makes other nodes, or none.
  package let node: NodeKind?

  package init(
    _ name: String, _ form: Form, _ chapter: Chapter, _ parameters: [Parameter] = [], takesClips: Bool = false,
    node: NodeKind? = nil, summary: String, example: String
  ) {
    (self.name, self.form, self.chapter, self.parameters) = (name, form, chapter, parameters)
    (self.takesClips, self.node, self.summary, self.example) = (takesClips, node, summary, example)
  }

  /// `clip:trim`, `video`, `clip.duration`: as the reference and the error messages say it.
  package var title: String {
    switch form {
    case .function: name
    case .method: "clip:\(name)"
    case .property: "clip.\(name)"
    }
  }
}
