import GRDB
import Glibc

extension StoreError {
  /// Runs something of GRDB's, and says what it throws in our words. `.damaged` is an index to be made anew.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, at: path)
    } catch {
      throw StoreError(.unreachable, path, "\(error)")
    }
  }

  private init(_ error: DatabaseError, at path: String) {
    let words = error.message ?? "SQLite says \(error.resultCode.rawValue)"
    switch error.resultCode {
    // Our statements are fixed, so an error in one means tables that are not ours.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
      self.init(.damaged, path, words)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, path, "other processes keep it to themselves", remedy: "try again when they are done")
    case .SQLITE_FULL: self.init(system: ENOSPC, at: path)
    case .SQLITE_READONLY: self.init(system: EROFS, at: path)
    default: self.init(.unreachable, path, words)
    }
  }
}
