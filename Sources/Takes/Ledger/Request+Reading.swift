internal import Graph

extension Request {
  /// Reads the field `request`. Its digest is that of its bytes, because they are canonical.
  init(_ cursor: inout LineCursor, _ known: (Digest) -> Request?) throws(TakeError) {
    try cursor.need("request")
    let place = try cursor.skip()
    let digest = cursor.digest(of: place)
    if let request = known(digest) {
      self = request
    } else {
      var cursor = cursor.reading(place)
      try self.init(&cursor, digest)
    }
  }

  private init(_ cursor: inout LineCursor, _ digest: Digest) throws(TakeError) {
    try cursor.mark("{")
    let backend = try cursor.text("backend")
    guard try cursor.text("format") == "reprise-request/1" else {
      throw cursor.mistake("follows a format that we do not know; use a newer Reprise")
    }
    let inputs = try Input.list(&cursor)
    try cursor.need("kind")
    let kind: Kind = try cursor.word()
    let model = try cursor.text("model")
    try cursor.need("parameters")
    let parameters = try cursor.members { cursor throws(TakeError) in try cursor.value() }
    try cursor.mark("}")
    self.init(kind, backend: backend, model: model, parameters: parameters, inputs: inputs, digest: digest)
  }
}

extension Request.Input {
  fileprivate static func list(_ cursor: inout LineCursor) throws(TakeError) -> [Request.Input] {
    try cursor.need("inputs")
    try cursor.mark("[")
    var inputs: [Request.Input] = []
    while !cursor.take("]") {
      _ = cursor.take(",")
      try cursor.mark("{")
      try cursor.need("object")
      let object = try cursor.digest()
      inputs.append(Request.Input(role: try cursor.text("role"), object: object))
      try cursor.mark("}")
    }
    return inputs
  }
}

extension LineCursor {
  fileprivate mutating func text(_ name: StaticString) throws(TakeError) -> String {
    try need(name)
    return try text()
  }
}
