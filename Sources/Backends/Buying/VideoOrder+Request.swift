internal import Graph
internal import Media
internal import Takes

extension VideoOrder {
  /// What a request asks for, with what goes along taken from where it lies. Inputs are controls by their roles, but for
  /// `reference`.
  ///
  /// - Throws: `.unsupported` for a size that is none; `.file` for what is not there.
  init(_ request: Request, _ materials: (Digest) throws -> Material) throws(BackendError) {
    var settings = request.parameters
    let prompt = settings.removeValue(forKey: "prompt")?.asText ?? ""
    let size = settings.removeValue(forKey: "size")?.asText
    let seconds = settings.removeValue(forKey: "seconds")?.asWhole
    let seed = settings.removeValue(forKey: "seed")?.asNumber.flatMap { UInt64(exactly: $0) }
    self.init(prompt, size: try size.map(Size.init(asked:)), seconds: seconds, seed: seed, settings: settings)
    for input in request.inputs { try add(input, materials) }
  }

  private mutating func add(
    _ input: Request.Input, _ materials: (Digest) throws -> Material
  ) throws(BackendError) {
    let material: Material
    do { material = try materials(input.object) } catch {
      throw .file(path: "the \(input.role) \("\(input.object)".prefix(12))", problem: "\(error)")
    }
    if input.role == "reference" { reference = material } else { controls[input.role] = material }
  }
}

extension Size {
  fileprivate init(asked text: String) throws(BackendError) {
    let sides = text.split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2, sides.allSatisfy({ $0 > 0 }) else {
      throw .unsupported(parameter: "size", value: text, wanted: "use one like 1280x720")
    }
    self.init(width: sides[0], height: sides[1])
  }
}
