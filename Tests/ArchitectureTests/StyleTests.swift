import Foundation
import Testing

private let swift = Sources.files(in: "Sources", ending: ".swift")
private let all = swift + [".c", ".h"].flatMap { Sources.files(in: "Sources", ending: $0) }

@Test func noSourceFileIsLongerThanFourHundredLines() throws {
  for path in all {
    #expect(try Sources.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path)")
  }
}

@Test(arguments: ["try!", "fatalError", "as!", "unsafeBitCast", "assertionFailure", "print("])
func whatCouldTrapOrTalkIsNowhere(word: String) throws {
  // The command line is there to talk.
  let quiet = word == "print(" ? swift.filter { !$0.hasPrefix("Sources/reprise-cli/") } : swift
  for path in quiet {
    for (index, line) in try Sources.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      #expect(!holds(Sources.code(line), word), "\(path):\(index + 1): \(word)")
    }
  }
}

/// Whether a word stands in a line, and not as the end of a longer one.
private func holds(_ line: String, _ word: String) -> Bool {
  line.ranges(of: word).contains { range in
    guard range.lowerBound > line.startIndex else { return true }
    let before = line[line.index(before: range.lowerBound)]
    return !(before.isLetter || before.isNumber || before == "_" || before == ".")
  }
}

@Test func nothingIsUnwrappedByForce() throws {
  // A letter, digit or bracket, then ! and no =.
  let forced = /[\w\)\]]!(?![=\w])/
  for path in swift {
    for (index, line) in try Sources.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      #expect(Sources.code(line).firstMatch(of: forced) == nil, "\(path):\(index + 1)")
    }
  }
}

@Test func everyUncheckedPromiseSaysWhyItHolds() throws {
  for path in swift {
    let text = try Sources.text(of: path)
    guard text.split(separator: "\n").contains(where: { Sources.code($0).contains("@unchecked Sendable") }) else {
      continue
    }
    #expect(text.contains("Sendable because"), "\(path)")
  }
}
