import Glibc

/// Runs one harness under libFuzzer: `fuzz NAME [options and folders of libFuzzer's]`.
///
/// `fuzz seeds NAME FOLDER` writes what the harness starts from, `fuzz words NAME` what it may put into inputs.
@main enum Fuzz {
  static func main() throws {
    let words = CommandLine.arguments
    let (order, rest) = (words.dropFirst().first ?? "", words.dropFirst(2))
    guard let harness = Harnesses.named(order) ?? Harnesses.named(rest.first ?? "") else {
      print("usage: fuzz [seeds|words] \(Harnesses.all.map { $0.name }.joined(separator: "|")) …")
      exit(2)
    }
    if order == "words" { return print(harness.dictionary) }
    if order == "seeds" { return try harness.writeSeeds(to: rest.last ?? "") }
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
