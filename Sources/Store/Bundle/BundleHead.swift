package import Graph

/// The first file of a bundle: what it is, and which post it is about.
package struct BundleHead: Hashable, Sendable {
  /// What comes along with the posts.
  package enum Carries: String, Hashable, Sendable {
    /// Everything that they pin.
    case everything
    /// Nothing: assets and fonts have to be there already.
    case recipes
  }

  package let post: Digest
  package let carries: Carries

  package static let name = "reprise-bundle"
  private static let format = "reprise-bundle/1"

  init(post: Digest, carries: Carries) {
    (self.post, self.carries) = (post, carries)
  }

  /// Reads the beginning of a bundle, and no more.
  package init(of source: some ByteSource) throws(StoreError) {
    var reader = TarReader(source)
    self = try reader.head()
  }

  fileprivate init(parsing bytes: [UInt8]) throws(StoreError) {
    var fields = try Fields(parsing: bytes, as: BundleHead.format, of: "bundle")
    post = try fields.digest("post")
    let word = try fields.text("carries", TextRule(atMost: 100))
    guard let carries = Carries(rawValue: word) else {
      throw fields.mistake("carries", "is \"\(word)\"", wanted: "\"everything\" or \"recipes\"")
    }
    self.carries = carries
    try fields.end()
    guard bytes == self.bytes else { throw fields.mistake("form", "is not canonical JSON", wanted: "RFC 8785") }
  }

  var bytes: [UInt8] {
    let json = CanonicalJSON.object([
      "format": .string(BundleHead.format), "post": .digest(post), "carries": .string(carries.rawValue),
    ])
    return Array(json.text.utf8)
  }
}

extension TarReader {
  /// Reads the first file.
  mutating func head() throws(StoreError) -> BundleHead {
    guard try next()?.name == BundleHead.name else { throw mistake("it does not begin like a bundle") }
    let bytes = try content(atMost: 1000)
    return try BundleHead(parsing: bytes)
  }
}
