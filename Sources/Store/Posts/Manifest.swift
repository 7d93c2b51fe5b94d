package import Graph

/// What a post says of itself: the recipe, and everything that it needs to play again.
///
/// Its bytes are canonical JSON (RFC 8785), so equal manifests have equal bytes, and their SHA-256 is the post's id.
package struct Manifest: Hashable, Sendable {
  package struct Author: Hashable, Sendable {
    package var name: String
    package var key: PublicKey

    package init(name: String, key: PublicKey) {
      (self.name, self.key) = (name, key)
    }
  }

  /// What a param was set to.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
  }

  /// What the recipe's names stood for when it was published.
  package struct Pins: Hashable, Sendable {
    /// By the name in the recipe.
    package var assets: [String: Digest] = [:]
    package var fonts: Set<Digest> = []
    /// Posts, by the name in the recipe.
    package var posts: [String: Digest] = [:]

    package init(assets: [String: Digest] = [:], fonts: Set<Digest> = [], posts: [String: Digest] = [:]) {
      (self.assets, self.fonts, self.posts) = (assets, fonts, posts)
    }

    var count: Int { assets.count + fonts.count + posts.count }
  }

  /// Lower-case letters, digits and dashes: what others write in front of `@`.
  package var name: String
  package var title: String
  /// Nil for a draft.
  package var author: Author?
  /// In words or as SPDX has it: `CC-BY-4.0`.
  package var licence: String
  package var isRemixable: Bool
  /// The version of the recipe language.
  package var language: Int
  package var recipe: String
  package var params: [String: Value]
  /// The posts that it remixes; the first is *the* parent.
  package var parents: [Digest]
  package var pins: Pins
  /// What the recipe came to.
  package var graph: Digest

  package init(
    name: String, title: String, author: Author? = nil, licence: String = "all rights reserved",
    isRemixable: Bool = true, language: Int = Language.version, recipe: String, params: [String: Value] = [:],
    parents: [Digest] = [], pins: Pins = Pins(), graph: Digest
  ) {
    (self.name, self.title, self.author, self.licence) = (name, title, author, licence)
    (self.isRemixable, self.language, self.recipe, self.params) = (isRemixable, language, recipe, params)
    (self.parents, self.pins, self.graph) = (parents, pins, graph)
  }

  static let format = "reprise-post/1"

  /// Posts that have to be there for it to play, and for its lineage to be told.
  package var neededPosts: Set<Digest> { Set(parents).union(pins.posts.values) }
  /// Objects that have to be there for it to play, beside posts.
  package var neededObjects: Set<Digest> { pins.fonts.union(pins.assets.values) }
}

extension Manifest {
  /// - Precondition: numbers are finite.
  package var bytes: [UInt8] { Array(json.text.utf8) }

  private var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "format": .string(Manifest.format), "name": .string(name), "title": .string(title),
      "licence": .string(licence), "remixable": .boolean(isRemixable), "language": .number(Double(language)),
      "recipe": .string(recipe), "params": .object(params.mapValues(\.json)),
      "parents": .array(parents.map(CanonicalJSON.digest)), "pins": pins.json, "graph": .digest(graph),
    ]
    members["author"] = author.map { .object(["name": .string($0.name), "key": .string($0.key.text)]) }
    return .object(members)
  }
}

extension Manifest.Value {
  fileprivate var json: CanonicalJSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .boolean(flag)
    }
  }
}

extension Manifest.Pins {
  fileprivate var json: CanonicalJSON {
    .object([
      "assets": .object(assets.mapValues(CanonicalJSON.digest)),
      "posts": .object(posts.mapValues(CanonicalJSON.digest)),
      "fonts": .array(fonts.map { "\($0)" }.sorted().map { .string("sha256:" + $0) }),
    ])
  }
}

extension CanonicalJSON {
  package static func digest(_ digest: Digest) -> CanonicalJSON { .string("sha256:\(digest)") }
}
