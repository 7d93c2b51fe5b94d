import GRDB
package import Graph

/// A line of a list of posts. For showing: what it says was not verified.
package struct PostEntry: Hashable, Sendable {
  package let id: Digest
  package let name: String
  package let title: String
  /// The author's name.
  package let author: String
  /// When it came into this store, in seconds since 1970.
  package let published: Int64
}

extension PostEntry {
  /// Enters a post.
  static func insert(_ post: Post, published: Int64, in db: Database) throws {
    let manifest = post.manifest
    try db.execute(
      sql: "INSERT OR IGNORE INTO posts (id, name, title, author, published) VALUES (?, ?, ?, ?, ?)",
      arguments: ["\(post.id)", manifest.name, manifest.title, manifest.author?.name ?? "", published])
    for (place, parent) in manifest.parents.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO lineage (child, place, parent) VALUES (?, ?, ?)",
        arguments: ["\(post.id)", place, "\(parent)"])
    }
  }

  /// Reads entries with a query that gives the columns of `posts`.
  static func fetch(_ db: Database, _ sql: String, _ arguments: StatementArguments = []) throws -> [PostEntry] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, name, title, author, published FROM \(sql)", arguments: arguments)
    return rows.compactMap { row in
      guard let id = Digest(hexadecimal: row["id"] as String) else { return nil }
      return PostEntry(
        id: id, name: row["name"], title: row["title"], author: row["author"], published: row["published"])
    }
  }
}
