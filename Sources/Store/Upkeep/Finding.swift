package import Graph

/// Something in the store that is not as it should be.
package struct Finding: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case object(Digest)
    case drawn(CacheKey)
    case post(Digest)
    /// A list of pictures that were drawn of a post.
    case pictures(Digest)
    case index
  }

  package let subject: Subject
  /// A clause: `its bytes do not match its digest`.
  package let problem: String

  init(subject: Subject, problem: String) {
    (self.subject, self.problem) = (subject, problem)
  }

  init(_ subject: Subject, _ error: StoreError) {
    self.init(subject: subject, problem: error.place == "\(subject)" ? error.came : "\(error)")
  }

  static func damaged(_ subject: Subject) -> Finding {
    Finding(subject: subject, problem: "is damaged; it was moved aside")
  }
}

extension Finding: CustomStringConvertible {
  package var description: String { "\(subject): \(problem)" }
}

extension Finding.Subject: CustomStringConvertible {
  package var description: String {
    switch self {
    case .object(let digest): "object sha256:\(digest)"
    case .drawn(let key): "drawn \(key)"
    case .post(let id): "post \(id)"
    case .pictures(let digest): "pictures \(digest)"
    case .index: "index"
    }
  }
}
