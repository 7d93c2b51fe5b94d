internal import Graph
package import Journal
package import Store

/// What holds at present: every grant and revocation that is known, and the latest time.
///
/// A value, and the same whatever the order in which things were added.
package struct Standing: Sendable {
  private var cameos: [Cameo: Dealings] = [:]
  /// A clock that shows less was turned back.
  package private(set) var latest = Moment(milliseconds: 0)

  package init() {}

  package mutating func add(_ grant: Signed<Grant>) {
    cameos[grant.statement.cameo, default: Dealings()].add(grant)
  }

  package mutating func add(_ revocation: Signed<Revocation>) {
    cameos[revocation.statement.cameo, default: Dealings()].add(revocation.statement.target)
  }

  /// Notes that it is so late. Only a clock of one's own proves that: what statements say of times does not.
  package mutating func pass(_ now: Moment) {
    latest = max(latest, now)
  }

  /// Those that are neither revoked nor replaced, by their numbers. What they allow may still be over.
  package func grants(of cameo: Cameo) -> [Signed<Grant>] { dealings(with: cameo).standing }

  /// The number for the cameo's next grant.
  ///
  /// - Throws: `.tooLarge` if there is none left.
  package func nextNumber(for cameo: Cameo) throws(StoreError) -> Int {
    let last = dealings(with: cameo).highestNumber
    guard last < Grant.highestNumber else {
      throw StoreError(.tooLarge, "grant: number", "there is none after \(last)")
    }
    return last + 1
  }

  func dealings(with cameo: Cameo) -> Dealings { cameos[cameo] ?? Dealings() }
}

/// What the owner of one cameo has said.
struct Dealings: Sendable {
  private(set) var grants: [Digest: Signed<Grant>] = [:]
  private(set) var withdrawn: Set<Revocation.Target> = []
  private(set) var highestNumber = 0
  /// Grants with smaller numbers are replaced.
  private var floor = 0

  mutating func add(_ grant: Signed<Grant>) {
    grants[grant.id] = grant
    highestNumber = max(highestNumber, grant.statement.number)
    if grant.statement.replacesEarlier { floor = max(floor, grant.statement.number) }
  }

  mutating func add(_ target: Revocation.Target) {
    withdrawn.insert(target)
  }

  var isWithdrawn: Bool { withdrawn.contains(.cameo) }

  /// Why a grant does not hold any more, whatever is asked; nil if it does.
  func lapse(of grant: Signed<Grant>) -> Refusal.Reason? {
    if isWithdrawn { return .cameoWithdrawn }
    if withdrawn.contains(.grant(grant.id)) { return .grantWithdrawn }
    return grant.statement.number < floor ? .replaced : nil
  }

  var standing: [Signed<Grant>] {
    grants.values.filter { lapse(of: $0) == nil }.sorted(by: Dealings.precedes)
  }

  static func precedes(_ a: Signed<Grant>, _ b: Signed<Grant>) -> Bool {
    (a.statement.number, a.id) < (b.statement.number, b.id)
  }
}
