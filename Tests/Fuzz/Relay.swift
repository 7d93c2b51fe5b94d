import CRecipeWorker
import Confinement
import Glibc
@testable import Worker

/// Stands between a host and a worker on a thread, and keeps what each says.
final class Relay: Runner {
  /// Written by the relay's thread, read when it has ended.
  nonisolated(unsafe) private(set) var fromHost: [[UInt8]] = []
  nonisolated(unsafe) private(set) var fromWorker: [[UInt8]] = []
  private let (host, worker): (Int32, Int32)
  private let runner: OpaquePointer?
  private var thread = pthread_t()

  /// - Parameter host: The socket at whose other end the host is.
  init(host: Int32) throws(WorkerFailure) {
    let (ours, theirs) = try connectedSockets()
    (self.host, worker, runner) = (host, ours, recipe_thread_start(theirs))
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      guard let context else { return nil }
      Unmanaged<Relay>.fromOpaque(context).takeUnretainedValue().run()
      return nil
    }
    // Safe because `end` waits for the thread, and is called before this goes.
    pthread_create(&thread, nil, start, Unmanaged.passUnretained(self).toOpaque())
  }

  private func run() {
    while let said = pass(from: worker, to: host) {
      fromWorker.append(said)
      guard let answer = pass(from: host, to: worker) else { break }
      fromHost.append(answer)
    }
    close(worker)
    close(host)
  }

  /// Passes one message on; nil at the end of the conversation.
  private func pass(from source: Int32, to sink: Int32) -> [UInt8]? {
    guard let head = bytes(4, from: source) else { return nil }
    let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard let body = bytes(length, from: source) else { return nil }
    _ = send(sink, head + body, head.count + body.count, Int32(MSG_NOSIGNAL))
    return body
  }

  private func bytes(_ count: Int, from source: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return recv(source, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
  }

  func ending() -> String { "the relay ended" }

  func end() {
    pthread_join(thread, nil)
    if let runner { recipe_thread_join(runner) }
  }
}

extension Relay {
  /// What host and worker say to each other over each recipe of the gallery.
  static func conversations() throws -> [Relay] {
    try RecipeHarness.gallery().map { source in
      let (ours, theirs) = try connectedSockets()
      let relay = try Relay(host: theirs)
      let stage = Stage(channel: ours, runner: relay)
      stage.play(source)
      return relay
    }
  }
}
