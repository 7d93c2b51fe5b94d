import Consent
import Foundation
import Graph
import Journal

@testable import Store

/// Somebody with a key, the same in each run.
struct Person: Sendable {
  let key: AuthorKey
  var id: PublicKey { key.publicKey }

  init(_ number: Int) throws {
    key = try AuthorKey(seed: [UInt8](repeating: UInt8(number), count: 32))
  }
}

/// Those who appear in tests: Ana, whose cup and dog and self they are; the others want to use them.
struct Cast: Sendable {
  let (ana, ben, carl, dora): (Person, Person, Person, Person)
  let cup: Cameo

  init() throws {
    (ana, ben, carl, dora) = (try Person(1), try Person(2), try Person(3), try Person(4))
    cup = try Cameo(enrolment: Digest(of: "cup".utf8), owner: ana.id, kind: .object)
  }

  /// Ana as a child; Dora is her guardian.
  var child: Cameo {
    get throws { try Cameo(enrolment: Digest(of: "child".utf8), owner: ana.id, kind: .minor(guardian: dora.id)) }
  }

  func grant(_ number: Int = 1, to audience: Audience, _ change: (inout Grant) -> Void = { _ in }) throws
    -> Signed<Grant>
  {
    var grant = Grant(cup, number: number, to: audience, issued: .start)
    change(&grant)
    return try Signed(grant, by: ana.key)
  }

  func revocation(_ target: Revocation.Target) throws -> Signed<Revocation> {
    try Signed(Revocation(target, of: cup, issued: .start), by: ana.key)
  }

  /// Ben's own post with the cup.
  func use(_ change: (inout Use) -> Void = { _ in }) -> Use {
    var use = Use(of: cup, in: .post(0), by: ben.id, executedBy: nil, at: .start)
    change(&use)
    return use
  }
}

extension Digest {
  static func post(_ number: Int) -> Digest { Digest(of: "post \(number)".utf8) }
}

extension Moment {
  static let start = Moment(milliseconds: 1_795_370_000_000)

  func after(hours: Int) -> Moment { Moment(milliseconds: milliseconds + hours * 3_600_000) }
}

extension Standing {
  init(_ grants: [Signed<Grant>], _ revocations: [Signed<Revocation>] = []) {
    self.init()
    for revocation in revocations { add(revocation) }
    for grant in grants { add(grant) }
  }

  func reason(against use: Use) -> Refusal.Reason? {
    guard case .refused(let refusal) = verdict(on: use) else { return nil }
    return refusal.reason
  }
}

/// A folder of a test's own, gone when the test is over. In memory where that can be.
final class Scratch {
  let folder: String

  init() throws {
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : FileManager.default.temporaryDirectory.path
    folder = place + "/reprise-consent-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func registry(remembering head: Head? = nil) throws -> Registry {
    try Registry(at: folder + "/consent", remembering: head)
  }

  func audit(remembering head: Head? = nil) throws -> [Audit.Fault] {
    try Audit(ofLogIn: folder + "/consent", remembering: head).faults
  }

  var log: URL { URL(fileURLWithPath: folder + "/consent/consent.jsonl") }

  /// The log as lines, without their ends.
  var lines: [Data] {
    get throws { try Data(contentsOf: log).split(separator: 0x0a) }
  }

  func write(lines: [Data]) throws {
    try lines.reduce(into: Data()) { $0 += $1 + [0x0a] }.write(to: log)
  }
}
