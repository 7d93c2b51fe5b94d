import Graph
import Worker

extension Vocabulary {
  /// The language's words, as the worker is to know them.
  static let language = Vocabulary(
    functions: names(.function),
    kinds: [
      Kind(name: "clip", methods: names(.method), properties: names(.property), operators: [.concat]),
      Kind(
        name: Tracer.value,
        operators: [.add, .sub, .mul, .div, .mod, .pow, .idiv, .unm, .index, .eq, .lt, .le, .select]),
      Kind(name: Tracer.function, operators: [.call]), Kind(name: Tracer.picture, operators: [.call]),
      Kind(name: "progress", operators: [.call, .add, .sub, .mul, .div, .unm]),
    ])

  private static func names(_ form: Word.Form) -> [String] {
    Language.words.filter { $0.form == form }.map(\.name)
  }
}
