import Graph
import Recipe

/// Posts in memory. Each is published into the archive as it then is, so it knows the posts before it alone.
struct Archive: Library {
  /// Whose files these are: those of two owners have the same names, and other contents.
  var owner = ""
  private(set) var posts: [String: ParentPost] = [:]

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    var asset = try Shelf().asset(named: name, kind)
    if !owner.isEmpty { asset.digest = Digest(of: "\(owner)/\(name)".utf8) }
    return asset
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    var measure = try Shelf().measure(text)
    if !owner.isEmpty { measure.fonts = [Digest(of: "\(owner)'s font".utf8)] }
    return measure
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    try Shelf().bytes(of: name, atMost: limit)
  }

  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    try Shelf().measure(kind, sound)
  }

  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure { try Shelf().simulate(order) }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    try Shelf().listen(to: graph, question)
  }

  func post(named name: String) throws(RecipeError) -> ParentPost {
    guard let post = posts[name] else {
      throw RecipeError(.post, "there is no post \"\(name)\"", remedy: "import it first")
    }
    return post
  }

  /// Publishes a recipe and gives the name by which others remix it.
  @discardableResult
  mutating func publish(
    _ name: String, by author: String? = nil, licence: String = "CC-BY-4.0", settings: [String: ParamSetting] = [:],
    parents: [String] = [], mayBeRemixed: Bool = true, _ source: String
  ) -> String {
    var library = self
    if let author { library.owner = author }
    let title = name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
    let post = ParentPost(
      id: Digest(of: "\(name) \(source) \(settings.count)".utf8), name: name, title: title, author: author,
      licence: licence, isRemixable: mayBeRemixed, source: source, settings: settings,
      parents: parents.compactMap { posts[$0]?.id }, library: library)
    posts[name] = post
    return "\(name)@\("\(post.id)".prefix(8))"
  }

  /// What the examples of the reference remix.
  static var example: Archive {
    var archive = Archive()
    archive.publish("missed-shot@9f2c41d8", by: "Ann", parent)
    return archive
  }

  private static let parent = """
    local line = param.text { "line", default = "I meant to do that." }
    local shot = video("a.mp4"):part "shot"
    local card = text(line):part "card"
    return shot:layer(card, { from = 5, to = 8 })
    """
}
