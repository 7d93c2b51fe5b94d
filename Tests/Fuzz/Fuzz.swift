import Glibc

/// Runs one harness under libFuzzer: `fuzz NAME [options and folders of libFuzzer's]`.
///
/// `fuzz seeds NAME FOLDER` writes what the harness starts from.
@main enum Fuzz {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 4, words[1] == "seeds", let harness = Harnesses.named(words[2]) {
      return try harness.writeSeeds(to: words[3])
    }
    guard words.count > 1, let harness = Harnesses.named(words[1]) else {
      print("usage: fuzz [seeds] \(Harnesses.all.map { $0.name }.joined(separator: "|")) …")
      exit(2)
    }
    chosen = try harness.init()
    // libFuzzer's own arguments: all but the harness's name, which stands where the next word would.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    exit(drive(&count, &arguments, Fuzz.take))
  }

  /// Set once, before libFuzzer calls back on the same thread.
  nonisolated(unsafe) private static var chosen: (any Harness)?

  private static let take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { bytes, count in
    Fuzz.chosen?.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
}

/// libFuzzer's, for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
