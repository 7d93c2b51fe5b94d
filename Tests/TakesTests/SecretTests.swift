import Claims
import Foundation
import Testing

@testable import Takes

private let secret = "sk-Ab1/+x_Zq9?&\"\\%7"

@Suite struct KeyTests {
  @Test func aKeyHasNoFormInWhichItCouldBeSeen() throws {
    struct Settings {
      let name = "films"
      let key: Key
    }
    let key = try Key(secret, from: "the test")
    var dumped = ""
    dump([Settings(key: key)], to: &dumped)
    let settings = Settings(key: key)
    let shown = [
      "\(key)", String(describing: key), String(reflecting: key), "\(settings)", String(reflecting: settings), dumped,
      "\(Optional(key) as Any)", "\([key])", "\(["a": key])", "\(Mirror(reflecting: key).children.map(\.value))",
      "\(Mirror(reflecting: key).descendant("secret") as Any)",
    ]
    for text in shown { #expect(!text.contains("Ab1") && !text.contains("Zq9"), "\(text)") }
    #expect(!(key as Any is any Encodable))
    #expect(key.reveal { $0 } == secret)
  }

  @Test(arguments: [
    "", "short", "with a space", "line\nbreak-in-it", "schlüssel-lang", String(repeating: "x", count: 5000),
  ])
  func whatIsNoKeyIsRefusedAndNotShown(text: String) {
    let error = #expect(throws: TakeError.self) { try Key(text, from: "FILMS_KEY") }
    #expect(text.isEmpty || error?.description.contains(text) == false)
  }

  @Test func aFileOfKeysIsTheOwnersAlone() throws {
    let scratch = try Scratch()
    try scratch.write("  \(secret)\n", to: "key")
    let path = scratch.folder + "/key"
    for mode in [0o644, 0o640, 0o604, 0o660, 0o610] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = #expect(throws: TakeError.self) { try Key(file: path) }
      #expect(error?.code == .unsafeKey && error?.remedy == "chmod 600 \(path)")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try Key(file: path)?.reveal { $0 } == secret)
    #expect(try Key(file: path + ".not") == nil)
    #expect(throws: TakeError.self) { try Key(file: scratch.folder) }
    if getuid() == 0 {
      chown(path, 1, 1)
      #expect(throws: TakeError(.unsafeKey, path, "belongs to another user", remedy: "use a file of your own")) {
        try Key(file: path)
      }
    }
  }

  @Test func aKeyComesFromTheEnvironment() throws {
    setenv("REPRISE_TEST_KEY", secret, 1)
    let key = try #require(try Key(environment: "REPRISE_TEST_KEY"))
    #expect(key.reveal { $0 } == secret)
    #expect("\(key)" == "(key from the environment's REPRISE_TEST_KEY)")
    #expect(try Key(environment: "REPRISE_NO_SUCH_KEY") == nil)
  }
}

@Suite struct RedactionTests {
  /// Every form that a server, a library or a shell may give it, by Foundation.
  private static func forms(_ draws: inout Draws) -> String {
    let before = String(repeating: "u", count: draws.int(0...5))
    let around = Data((before + ":" + secret + "!").utf8).base64EncodedString()
    let percent = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let json = (try? JSONEncoder().encode(secret)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return draws.one(of: [
      secret, percent,
      percent.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "", json, around,
      around.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
      around.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "",
      secret.utf8.map { String(format: "%02x", $0) }.joined(),
      secret.utf8.map { String(format: "%%%02X", $0) }.joined(),
      secret.utf8.map { String(format: "\\u%04x", $0) }.joined(),
    ])
  }

  @Test func noSecretIsLeftInAnyText() throws {
    let redaction = Redaction([try Key(secret, from: "the test"), try Key("another-key", from: "the test")])
    try always(runs: 150) { draws in
      (
        RedactionTests.forms(&draws),
        draws.one(of: ["", "Authorization: Bearer ", "https://a/?key=", "é\u{202e}{\"k\":"])
      )
    } holds: { form, before in
      let clean = redaction.clean(before + form + " and on", atMost: 5000)
      return clean.contains("[key]") && clean.hasSuffix(" and on") && RedactionTests.hides(clean)
    }
  }

  /// Whether neither the text nor what can be decoded from it holds the secret, or much of it.
  private static func hides(_ text: String) -> Bool {
    let decoded = text.removingPercentEncoding ?? ""
    let words = (text + " " + decoded).split { " :\"=?".contains($0) }.map(String.init)
    let bytes = words.compactMap {
      Data(base64Encoded: $0.padding(toLength: ($0.count + 3) / 4 * 4, withPad: "=", startingAt: 0))
    }
    let all =
      [text, decoded, decoded.removingPercentEncoding ?? ""] + bytes.map { String(decoding: $0, as: UTF8.self) }
    return all.allSatisfy { !$0.contains(secret.prefix(8)) && !$0.contains(secret.suffix(8)) }
  }

  @Test func halfAKeyIsLeftOutToo() throws {
    let redaction = Redaction([try Key("sk-Zq8vX2mN4pL7", from: "the test")])
    #expect(redaction.redact("incorrect key: sk-Zq8vX2mN4pL7!") == "incorrect key: [key]!")
    #expect(redaction.redact("key sk-Zq8vX***, or ***vX2mN4pL7") == "key [key]***, or ***[key]")
    #expect(redaction.redact("sk-Zq8v is seven, ü too") == "sk-Zq8v is seven, ü too")
  }

  @Test func whatHoldsNoSecretStaysAsItIs() throws {
    let redaction = Redaction([try Key(secret, from: "the test")])
    for text in [
      "", "the server is busy", "100 %", "\\", "%", "%4", "\\u00", "é 🌊", "sk-", String(repeating: "a ", count: 4000),
    ] {
      #expect(redaction.redact(text) == text)
    }
  }

  @Test func aSecretAtTheCutIsNotCutInTwo() throws {
    let redaction = Redaction([try Key(secret, from: "the test")])
    for shift in stride(from: 0, through: secret.utf8.count + 1, by: 4) {
      let text = String(repeating: "x ", count: 8192).dropLast(shift) + " " + secret + " y"
      #expect(!redaction.redact(String(text)).contains("sk-"))
    }
  }
}

@Suite struct SecretTests {
  /// A server that tells everything it knows, in every field that it has.
  private struct Gossip: Backend {
    let name = "films"
    let capabilities = Capabilities(
      [.video], parameters: ["prompt": .anything, "seconds": .anything, "size": .anything])
    let fault: Int

    func price(of request: Request) throws(TakeError) -> Money { .free }

    func submit(_ request: Request, key: Ticket.ID, _ call: Call) throws(Fault) -> JobID {
      switch fault {
      case 0: throw .rejected("no such key: \(secret)")
      case 1: throw .refused("not for \(secret)")
      case 2: throw .lost("GET /?key=\(secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
      default: return .named("job")
      }
    }

    func poll(_ job: JobID, _ call: Call) throws(Fault) -> Report {
      switch fault {
      case 3: Report(.failed("key \(secret)"))
      case 4: Report(.refused(Data("u:\(secret)".utf8).base64EncodedString()))
      default: Report(.done(Receipt(model: secret, version: secret, provenance: ["key \(secret)": secret])))
      }
    }

    func fetch(_ job: JobID, into path: String, _ call: Call) throws(Fault) -> Announcement {
      _ = FileManager.default.createFile(atPath: path, contents: Data("film".utf8))
      return Announcement(byteCount: 4, type: "video/\(secret)")
    }
  }

  @Test(arguments: 0..<6) func noSecretGetsIntoTheLedgerOrAnError(fault: Int) throws {
    let scratch = try Scratch()
    let buyer = Buyer(
      ledger: try scratch.ledger(), shelf: RehearsedShelf(), clock: RehearsedClock(),
      redaction: Redaction([try Key(secret, from: "the test")]), check: { _, _ in })
    var told = ""
    do {
      told = "\(try buyer.buy(.film(), from: Gossip(fault: fault), for: Purpose()))"
    } catch {
      told = "\(error)"
    }
    for text in [told] + (try scratch.lines) {
      #expect(!text.contains("Ab1") && !text.contains("Zq9"), "\(text)")
    }
  }
}
