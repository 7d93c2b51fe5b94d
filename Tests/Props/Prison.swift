import Foundation

/// What became of a prisoner (`Tests/Prisoner`) that was confined like a worker and then tried something.
package struct Prison {
  package let end: Child.End
  package let output: String

  package init(like kind: String, attempt: String) throws {
    let workshop = try Workshop()
    var streams = Child.Streams()
    streams.output = workshop.path("output")
    // It may speak into a pipe, but not write files. A pipe holds all that it says.
    mkfifo(streams.output, 0o600)
    let pipe = FileHandle(fileDescriptor: open(streams.output, O_RDONLY | O_NONBLOCK), closeOnDealloc: true)
    end = try Child(Products.path("prisoner"), [kind, attempt], streams: streams).wait()
    output = String(decoding: try pipe.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// Whether the system ended it: SIGSYS; a 32-bit call where the kernel has none is SIGSEGV.
  package var wasStopped: Bool { [.signal(SIGSYS), .signal(SIGSEGV)].contains(end) }
  /// Whether it was told that it may not.
  package var wasRefused: Bool { end == .exit(1) }
  /// Whether it did what it tried.
  package var succeeded: Bool { end == .exit(0) }
}
