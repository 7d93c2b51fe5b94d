import Graph
import Media

extension Recipe {
  /// The recipe of a video that a prompt describes. What is nil is left to whoever makes it.
  ///
  /// - Parameters:
  ///   - model: The host's name for the model that makes it; nil for the world inside.
  ///   - quality: For the world: `draft`, `standard` or `fine`.
  public init(
    prompt: String, by model: String? = nil, seconds: Double? = nil, seed: Int? = nil, size: Size? = nil,
    quality: String? = nil
  ) {
    var members: [(name: String, value: String)] = []
    if let model { members.append(("by", Lua.text(model))) }
    if let seconds { members.append(("seconds", Lua.number(seconds))) }
    if let seed { members.append(("seed", "\(seed)")) }
    if let quality { members.append(("quality", Lua.text(quality))) }
    if let size, model != nil { members.append(("size", Lua.text("\(size)"))) }
    let canvas = model == nil ? size.map { "canvas { \($0.width), \($0.height) }\n" } : nil
    self.init(
      source: (canvas ?? "") + "return generate \(Lua.table([Lua.text(prompt)], members))\n", name: "prompt")
  }
}
