import Graph

extension Manifest {
  /// Reads a manifest. Every bound is checked here, and nowhere else: what is written is read back before it is sealed.
  ///
  /// - Throws: `.malformed` with the field; `.tooLarge`; `.tooNew` for a format of the future.
  package init(parsing bytes: [UInt8]) throws(StoreError) {
    var fields = try Fields(parsing: bytes, as: Manifest.format, of: "manifest")
    name = try fields.text("name", TextRule(atMost: 64, .slug))
    title = try fields.text("title", TextRule(atMost: 1000, mayBeEmpty: true))
    author = fields.has("author") ? try Author(fields.json("author")) : nil
    licence = try fields.text("licence", TextRule(atMost: 1000))
    isRemixable = try fields.flag("remixable")
    language = try fields.whole("language", 1...1_000_000)
    recipe = try fields.text("recipe", TextRule(atMost: 128 << 10, .page))
    params = try fields.dictionary("params", atMost: 1000, Value.init)
    parents = try fields.digests("parents", atMost: 1000)
    pins = try Pins(fields.json("pins"))
    graph = try fields.digest("graph")
    try fields.end()
    try checkCanonical(bytes)
  }

  private func checkCanonical(_ bytes: [UInt8]) throws(StoreError) {
    let canonical = self.bytes
    guard bytes != canonical else { return }
    let offset = zip(bytes, canonical).prefix { $0 == $1 }.count
    throw StoreError(.malformed, "manifest", "is not canonical JSON (byte \(offset))", wanted: "RFC 8785")
  }
}

extension Manifest.Author {
  fileprivate init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "manifest: author")
    name = try fields.text("name", TextRule(atMost: 1000))
    key = try fields.publicKey("key")
    try fields.end()
  }
}

extension Manifest.Value {
  fileprivate init(_ fields: Fields, _ json: CanonicalJSON, _ name: String) throws(StoreError) {
    switch json {
    case .string: self = .text(try fields.text(json, name, TextRule(atMost: 64 << 10, .page, mayBeEmpty: true)))
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .flag(flag)
    default: throw fields.mistake(name, "is neither a text, a number, true nor false")
    }
  }
}

extension Manifest.Pins {
  /// Pins of all kinds together.
  static let most = 10_000

  fileprivate init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "manifest: pins")
    let digest = { (fields: Fields, json, name) throws(StoreError) in try fields.digest(json, name) }
    assets = try fields.dictionary("assets", atMost: Self.most, digest)
    fonts = try Set(fields.digests("fonts", atMost: Self.most))
    posts = try fields.dictionary("posts", atMost: Self.most, digest)
    try fields.end()
    guard count <= Self.most else {
      throw StoreError(.tooLarge, "manifest: pins", "has \(count) entries", wanted: "at most \(Self.most)")
    }
  }
}
