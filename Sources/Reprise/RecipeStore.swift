import FoundationEssentials
import Glibc
import Graph
import Store
import Synchronization

/// A folder in which posts, what they are made of, and what was drawn are kept.
///
/// Any number of threads and processes may use one folder at once. A video takes from it what was drawn before, by whomever
/// and for whichever post. Opening costs microseconds.
public final class RecipeStore: Sendable {
  let store: Store
  private let isTemporary: Bool
  /// Whether it was said already that the store takes nothing more.
  private let complaint = Mutex<RepriseError?>(nil)

  /// Opens a store, or makes one.
  ///
  /// - Parameter folder: Made if it is missing. Where it may only be read, what is there is used, and nothing is added.
  /// - Throws: if it is no folder, or cannot be made.
  public convenience init(folder: String = RecipeStore.standardFolder) throws(RepriseError) {
    try self.init(folder: folder, isTemporary: false)
  }

  private init(folder: String, isTemporary: Bool) throws(RepriseError) {
    self.isTemporary = isTemporary
    do {
      store = try Store(at: folder)
    } catch {
      throw RepriseError(error)
    }
  }

  /// A store that goes when nobody holds it any more: for several renderings that share what they draw.
  public static func temporary() throws(RepriseError) -> RecipeStore {
    let root = LocalFile.temporaryFolder
    var name = Array("\(root)/reprise-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw RepriseError(
        .machine, code: "unwritable", came: "\(root): \(String(cString: strerror(errno)))",
        remedy: "set TMPDIR to a folder that may be written")
    }
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(RepriseError) {
      return try RecipeStore(folder: folder, isTemporary: true)
    } catch {
      rmdir(folder)
      throw error
    }
  }

  deinit {
    if isTemporary { try? FileManager.default.removeItem(atPath: store.folder) }
  }

  /// `REPRISE_STORE`, else `reprise` in `XDG_DATA_HOME`, else `~/.local/share/reprise`.
  public static var standardFolder: String { Store.standardFolder }

  public var folder: String { store.folder }

  /// What was found wrong since this was last asked: files that were moved aside and are made again, and why nothing more
  /// is kept. Sentences for people.
  public func takeWarnings() -> [String] {
    let refused = complaint.withLock { $0.take() }
    return store.takeFindings().map { "the store: \($0)" }
      + (refused.map { ["what was drawn is not kept: \($0.message)"] } ?? [])
  }
}

extension RecipeStore: Cache {
  func bytes(for key: CacheKey) -> [UInt8]? { store.cached(key) }
  func known(among keys: [CacheKey]) -> Set<CacheKey> { store.cachedKeys(among: keys) }

  func keep(_ bytes: [UInt8], for key: CacheKey) {
    do throws(StoreError) {
      try store.keep(bytes, for: key)
    } catch {
      complain(error)
    }
  }

  /// Says with the next warnings why nothing more is kept.
  func complain(_ error: StoreError) {
    complaint.withLock { $0 = RepriseError(error) }
  }
}

extension RepriseError {
  init(_ error: StoreError) {
    let kind: Kind =
      switch error.code {
      case .full, .readOnly, .unreachable, .busy, .unsafeKey: .machine
      default: .recipe
      }
    self.init(
      kind, code: error.code.rawValue, came: "\(error.place): \(error.came)", wanted: error.wanted, remedy: error.remedy
    )
  }
}
