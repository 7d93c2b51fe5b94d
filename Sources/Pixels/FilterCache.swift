import Synchronization

/// Filter tables of late, so that a scale that stands still costs nothing from frame to frame. Any thread may ask.
enum FilterCache {
  private static let tables = Mutex<[FilterTable.Line: FilterTable]>([:])
  /// A zoom makes new tables for every frame and never asks again; then all are dropped together.
  private static let capacity = 64

  static func table(_ line: FilterTable.Line) -> FilterTable {
    if let found = tables.withLock({ $0[line] }) { return found }
    let made = FilterTable(line)
    tables.withLock {
      if $0.count >= capacity { $0.removeAll(keepingCapacity: true) }
      $0[line] = made
    }
    return made
  }
}
