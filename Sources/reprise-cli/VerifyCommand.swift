import ArgumentParser
import Reprise

/// `reprise verify`: whether a post, and all that it remixes, is what its authors signed.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a post and everything that it remixes, to the last byte.",
    discussion: """
      Says each check, and which failed. A bundle or a video that is not what it should \
      be is refused before anything of it is used.

      Examples:

        reprise verify missed-shot@9f2c41d8
        reprise verify card.mp4
      """)

  @OptionGroup var post: PostArguments

  func run() throws {
    let (post, store) = try post.open()
    let found = try store.verify(post.id)
    let lines = found.checks.map { check in
      ([check.failures.isEmpty ? "good: \(check.claim)" : "FAILED: \(check.claim)"] + check.failures.map { "  \($0)" })
        .joined(separator: "\n")
    }
    let sum = "\(post.reference): \(found.postCount == 1 ? "1 post" : "\(found.postCount) posts") looked at"
    try self.post.console.show(
      (lines + [sum]).joined(separator: "\n").printable,
      .object([
        ("post", .post(post)), ("valid", .bool(found.isValid)), ("checks", .array(found.checks.map(JSON.check))),
      ]))
    guard found.isValid else { throw ExitCode(1) }
  }
}

extension JSON {
  fileprivate static func check(_ check: PostVerification.Check) -> JSON {
    .object([("name", .string(check.name)), ("failures", .array(check.failures.map { .string($0) }))])
  }
}
