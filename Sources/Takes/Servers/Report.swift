/// What a server says of a job.
package struct Report: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    /// With how many are before it, if that is told.
    case queued(place: Int?)
    /// With the part that is done, from 0 to 1, if that is told.
    case running(progress: Double?)
    case done(Receipt)
    case failed(String)
    /// The server will not make it, and says why.
    case refused(String)
    /// It was made, and is there no longer.
    case expired
    case cancelled
  }

  package let standing: Standing
  /// When the server wants to be asked again.
  package let again: Duration?

  package init(_ standing: Standing, again: Duration? = nil) {
    (self.standing, self.again) = (standing, again)
  }
}

/// What a server says of something that it made.
package struct Receipt: Hashable, Sendable {
  /// Nil if it does not say: then the quote counts.
  package var cost: Money?
  /// As the server calls them.
  package var model: String?
  package var version: String?
  /// How long it worked.
  package var work: Duration?
  /// What else is worth keeping: the host, the seed that it chose, the prompt as it was rewritten.
  package var provenance: [String: String]

  package init(
    cost: Money? = nil, model: String? = nil, version: String? = nil, work: Duration? = nil,
    provenance: [String: String] = [:]
  ) {
    (self.cost, self.model, self.version) = (cost, model, version)
    (self.work, self.provenance) = (work, provenance)
  }
}
