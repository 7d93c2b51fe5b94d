/// Why the store cannot do what was asked: place, what came, what was wanted, and what to do about it.
package struct StoreError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// No such object, post or file.
    case missing
    /// Bytes that do not match their digest, or a file that is not what its place says. It was moved aside.
    case damaged
    /// The folder or the disk may only be read.
    case readOnly
    case full
    /// The system refuses for another reason.
    case unreachable
    /// Other processes kept the index to themselves for too long.
    case busy
    /// A manifest, seal, bundle, key or reference that is not written as it has to be.
    case malformed
    /// More bytes, posts or pins than the bounds allow.
    case tooLarge
    /// Made by a newer Reprise.
    case tooNew
    /// A post, or one of those that it remixes, is not what its author sealed.
    case unverified
    /// An author's key that others may read.
    case unsafeKey
    /// A file that is not what it was when its digest was taken.
    case changed
  }

  package let code: Code
  /// A path, a digest, a field: `manifest: licence`.
  package let place: String
  /// What came, as a clause: `has no end`.
  package let came: String
  package let wanted: String?
  /// What to do about it, as a clause: `make room, or use another store`.
  package let remedy: String?

  package init(_ code: Code, _ place: String, _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.code, self.place, self.came, self.wanted, self.remedy) = (code, place, came, wanted, remedy)
  }
}

extension StoreError: CustomStringConvertible {
  /// `manifest: name: is "Hello"; wanted lower-case letters, digits and dashes; choose another name`
  package var description: String {
    "\(place): \(came)" + (wanted.map { "; wanted \($0)" } ?? "") + (remedy.map { "; \($0)" } ?? "")
  }
}
