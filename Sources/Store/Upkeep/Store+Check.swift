extension Store {
  /// Reads everything, and compares it with what its place says. What is damaged is moved aside, where that is
  /// possible; an index that differs from the posts is made anew.
  ///
  /// - Parameter progress: Told after each file how many bytes of how many were read.
  /// - Returns: What was found; empty if all is well.
  package func check(
    progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws(StoreError) -> [Finding] {
    var inspection = Inspection(of: self, total: try size().total.bytes, progress: progress)
    try inspection.objects()
    for kind in CacheKey.Kind.allCases { try inspection.drawings(kind) }
    try inspection.posts()
    try inspection.lists()
    try inspection.index()
    return inspection.findings
  }

  /// Makes the index anew from the posts.
  ///
  /// - Returns: How many posts there are.
  package func repair() throws(StoreError) -> Int {
    try index.rebuild()
    return try allPosts().count
  }
}
