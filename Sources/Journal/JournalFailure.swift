/// What a journal throws: an error of whoever keeps it.
package protocol JournalFailure: Error {
  /// A system call that failed with this number.
  init(system number: Int32, at path: String)
  /// A file that can no longer be relied on.
  ///
  /// - Parameter came: What happened to it, as a clause.
  init(lost path: String, _ came: String)
}
