package import Graph

/// The takes that a post plays, whatever the ledger of the machine has: by request and number.
///
/// In a manifest they stand under names, as assets do: `<digest of the request>/2`.
package struct PinnedTakes: Hashable, Sendable {
  private var objects: [Digest: [Int: Digest]] = [:]

  package init() {}

  /// - Throws: `.malformed` for a name that is none.
  package init(named: [String: Digest]) throws(TakeError) {
    for (name, object) in named.sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let request = Digest(hexadecimal: parts[0]), let number = Int(parts[1]), number > 0,
        name == "\(request)/\(number)"
      else {
        throw TakeError(.malformed, "pins: takes", "is \(name.shown(atMost: 80))", wanted: "64 digits, / and a number")
      }
      add(request, number, object)
    }
  }

  package var named: [String: Digest] {
    var named: [String: Digest] = [:]
    for (request, takes) in objects {
      for (number, object) in takes { named["\(request)/\(number)"] = object }
    }
    return named
  }

  package mutating func add(_ request: Digest, _ number: Int, _ object: Digest) {
    objects[request, default: [:]][number] = object
  }

  package func object(_ request: Digest, _ number: Int) -> Digest? { objects[request]?[number] }

  /// The highest number: what was the latest when it was pinned.
  package func latest(_ request: Digest) -> (number: Int, object: Digest)? {
    objects[request]?.max { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
