import Foundation
import Graph

/// What is done with made-up bytes, and what is claimed of it whatever they are. A claim that fails ends the process.
protocol Harness {
  static var name: String { get }
  /// Inputs to begin with: what the code reads in real life, small.
  static func seeds() throws -> [[UInt8]]
  /// What means something inside an input.
  static var words: [String] { get }

  init() throws
  func take(_ input: [UInt8])
}

enum Harnesses {
  static var all: [any Harness.Type] {
    [
      RecipeHarness.self, GraphHarness.self, WorkerHarness.self, HostHarness.self, PostHarness.self, BundleHarness.self,
      MediaHarness.self, ReaderHarness.self, CaptionsHarness.self, CubeHarness.self, SVGHarness.self,
      TextHarness.self, TimelineHarness.self,
    ]
  }

  static func named(_ name: String) -> (any Harness.Type)? { all.first { $0.name == name } }
}

extension Harness {
  static var words: [String] { [] }

  /// The words as libFuzzer reads them.
  static var dictionary: String {
    words.map { word in
      let bytes = word.utf8.map { byte in
        let digits = String(byte, radix: 16)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
      }
      return "\"\(bytes.joined())\""
    }.joined(separator: "\n")
  }

  static func writeSeeds(to folder: String) throws {
    for seed in try seeds() {
      let path = "\(folder)/\(Digest(of: seed))"
      guard let file = fopen(path, "w") else { throw Unmade(what: path) }
      fwrite(seed, 1, seed.count, file)
      fclose(file)
    }
  }
}

/// A seed that cannot be made here.
struct Unmade: Error {
  var what: String
}

/// Says what does not hold, and stops where libFuzzer notices.
func claim(_ holds: Bool, _ what: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("claim broken: \(what())\n".utf8))
  abort()
}
