package import Takes

/// What makes videos from orders: a server, or a program.
///
/// Calls block, and end at once when they are cancelled.
package protocol VideoMaking: Sendable {
  var offer: VideoOffer { get }
  /// How an order is found again whose answer was lost on the way.
  var recall: Recall { get }

  /// The same with calls that take no longer than this.
  func bounded(by patience: Duration) -> Self

  /// Asks for a video. This is the call that costs.
  ///
  /// - Parameter key: Another for each purchase; the same when it is not known whether the first call arrived. From 1 to
  ///   200 letters, digits and dashes.
  /// - Throws: `.unsupported`, before anything is asked, for what the offer does not have. After an error whose
  ///   `mayHaveBeenDone` is true, `find` may know.
  func submit(_ order: VideoOrder, key: String, _ cancellation: Cancellation?) throws(BackendError) -> Job
  /// What was asked for with a key; nil if the back end cannot tell, or was never asked.
  func find(key: String, _ cancellation: Cancellation?) throws(BackendError) -> Job?
  /// How it stands. Changes nothing.
  ///
  /// - Throws: `.expired` if the back end does not know it.
  func poll(_ id: String, _ cancellation: Cancellation?) throws(BackendError) -> Job
  /// Brings what is done to a file, which is there when it is whole. Can be repeated until it expires.
  ///
  /// - Throws: `.expired` if the server no longer has it; `.nonsense` if it is no video.
  func fetch(_ id: String, into path: String, _ cancellation: Cancellation?) throws(BackendError) -> VideoFile
  /// Ends it, and has the back end forget it, also what is done. What is gone already is no error.
  func cancel(_ id: String, _ cancellation: Cancellation?) throws(BackendError)
  /// Ends what cannot go on without us. Servers can.
  func leave()
}

extension VideoMaking {
  package func leave() {}

  /// A key goes into headers, and into names of files.
  func checkKey(_ key: String) throws(BackendError) {
    let isName =
      (1...200).contains(key.utf8.count) && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard isName else {
      throw .unsupported(parameter: "the key", value: "", wanted: "use 1 to 200 letters, digits and dashes")
    }
  }
}
