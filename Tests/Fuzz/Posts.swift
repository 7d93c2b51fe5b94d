import Graph
@testable import Store

/// A small lineage, the same each time.
struct Posts {
  static let asset: [UInt8] = Array("an asset".utf8)
  let key: AuthorKey
  let draft: Post
  let parent: Post
  let child: Post

  init() throws {
    key = try AuthorKey(seed: Array(repeating: 7, count: 32))
    let author = Manifest.Author(name: "Ann", key: key.publicKey)
    draft = try Post(draft: Self.manifest("draft", nil, remixing: []))
    parent = try Post(sealing: Self.manifest("parent", author, remixing: []), with: key)
    child = try Post(sealing: Self.manifest("child", author, remixing: [parent.id]), with: key)
  }

  private static func manifest(_ name: String, _ author: Manifest.Author?, remixing parents: [Digest]) -> Manifest {
    Manifest(
      name: name, title: "Ä \(name)", author: author, licence: "CC-BY-4.0", recipe: "return text \"\(name)\"\n",
      params: ["line": .text("hä\n"), "size": .number(0.1), "on": .flag(true)], parents: parents,
      pins: .init(
        assets: ["a.mp4": Digest(of: asset)], fonts: [Digest(of: asset)],
        posts: Dictionary(uniqueKeysWithValues: parents.map { ("parent@\("\($0)".prefix(8))", $0) })),
      graph: Digest(of: name.utf8))
  }

  var all: [Post] { [draft, parent, child] }
}
