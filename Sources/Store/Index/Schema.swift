import GRDB
import Graph

/// The tables of the index, and how they are filled.
struct Schema: Sendable {
  let posts: PostFiles
  let shown: DigestFolder

  /// Brings a database up to date. New tables are filled in the transaction that makes them, so a file whose tables are
  /// there is complete.
  ///
  /// - Throws: `.damaged` for a database that is not an index; `.tooNew` for one that a newer Reprise has made.
  func prepare(_ database: DatabaseQueue) throws(StoreError) {
    try StoreError.translating(database.path) {
      let migrator = migrator
      let isReady = try database.read { db in
        try check(db, database.path)
        guard try !migrator.hasBeenSuperseded(db) else { throw tooNew(database.path) }
        return try migrator.hasCompletedMigrations(db)
      }
      if !isReady { try migrator.migrate(database) }
    }
  }

  /// Refuses a database of somebody else's: ours are marked, and new ones have nothing but the migrator's own table,
  /// which comes first.
  private func check(_ db: Database, _ path: String) throws {
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
    let tables = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
    guard mark == Schema.mark || tables == 0 else { throw StoreError(.damaged, path, "is not an index of ours") }
  }

  private func tooNew(_ path: String) -> StoreError {
    StoreError(.tooNew, path, "was made by a newer Reprise", remedy: "use that one, or another store")
  }

  /// "Rprs".
  private static let mark = 0x5270_7273

  private var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("posts, lineage and pictures") { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(Schema.mark);

          CREATE TABLE posts (
            id TEXT NOT NULL PRIMARY KEY,    -- 64 hexadecimal digits, as everywhere below
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            author TEXT NOT NULL,
            published INTEGER NOT NULL       -- seconds since 1970, by the clock of this machine
          ) WITHOUT ROWID;
          CREATE INDEX posts_by_name ON posts (name, id);

          CREATE TABLE lineage (
            child TEXT NOT NULL,
            place INTEGER NOT NULL,          -- 0 is the parent, others are further posts that it remixes
            parent TEXT NOT NULL,
            PRIMARY KEY (child, place)
          ) WITHOUT ROWID;
          CREATE INDEX lineage_by_parent ON lineage (parent, child);

          CREATE TABLE pictures (
            digest TEXT NOT NULL,            -- of an encoded group of pictures
            post TEXT NOT NULL,
            PRIMARY KEY (digest, post)
          ) WITHOUT ROWID;
          """)
      try fill(db)
    }
    return migrator
  }

  /// Enters what the folders hold. What cannot be read is passed over; `Store.check` says so.
  private func fill(_ db: Database) throws {
    for seal in try posts.seals.entries() {
      guard let post = try? posts.post(seal.name), post.seal != nil else { continue }
      try PostEntry.insert(post, published: seal.status.modified / 1_000_000_000, in: db)
    }
    for list in try shown.entries() {
      guard let pictures = try? ShownPictures(list.name, in: shown) else { continue }
      try pictures.insert(in: db)
    }
  }
}
