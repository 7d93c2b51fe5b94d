internal import Foundation
internal import Graph
internal import Media
internal import Speech
internal import Synchronization
package import Takes

/// A program of the host's that makes videos: it reads an order as JSON from its input, and writes a file.
///
/// The order says where: `output`. Finished videos lie in a folder by their keys, so that they are found after a restart;
/// what was running then is over, and is asked for anew.
package final class VideoProgram: VideoMaking {
  package let offer: VideoOffer
  /// What has a key runs once at a time, and is not made again once it is there.
  package let recall = Recall.key(lasting: .seconds(1_000_000_000))
  private let arguments: [String]
  private let folder: String
  private let time: Duration
  private let videoLimit: Int
  /// Those that run, and how others ended that gave nothing.
  private let jobs = Mutex<[String: Progress]>([:])

  private enum Progress {
    case running(Cancellation)
    case ended(Job.State)

    /// Of one that runs.
    var stop: Cancellation? { if case .running(let stop) = self { stop } else { nil } }
  }

  /// - Parameters:
  ///   - arguments: The program's path, and what it is told.
  ///   - folder: Where it writes, and where videos stay until they are cancelled. It is there.
  ///   - time: For one video.
  ///   - videoLimit: Of a video, in bytes; looked at when the program is done.
  package init(
    _ arguments: [String], folder: String, offer: VideoOffer, time: Duration = .seconds(3600), videoLimit: Int = 2 << 30
  ) {
    (self.arguments, self.folder, self.offer) = (arguments, folder, offer)
    (self.time, self.videoLimit) = (time, videoLimit)
  }

  /// Its calls do not wait for the program.
  package func bounded(by patience: Duration) -> VideoProgram { self }

  /// Starts the program, in a thread of its own. A key that runs or is done already is not started again.
  package func submit(
    _ order: VideoOrder, key: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> Job {
    try offer.check(order)
    try checkKey(key)
    guard !isWhole(key) else { return Job(key, .done(until: nil)) }
    let stop = Cancellation()
    if begin(key, stop) {
      let input = Array(order.json(key: key, output: path(key, "part")).text.utf8)
      Thread.detachNewThread { [self] in
        let failure = run(input, key, stop)
        jobs.withLock { $0[key] = failure.map { .ended($0) } }
      }
    }
    return Job(key, .running(progress: nil))
  }

  /// False if it runs already.
  private func begin(_ key: String, _ stop: Cancellation) -> Bool {
    jobs.withLock { jobs in
      if case .running = jobs[key] { return false }
      jobs[key] = .running(stop)
      return true
    }
  }

  package func find(key: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job? {
    try checkKey(key)
    return state(of: key).map { Job(key, $0) }
  }

  package func poll(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) -> Job {
    try checkKey(id)
    return Job(id, state(of: id) ?? .failed(reason: "it ended before it was done, with whoever had started it"))
  }

  /// Nil if it does not run, and there is nothing of it.
  private func state(of key: String) -> Job.State? {
    switch jobs.withLock({ $0[key] }) {
    case .running: .running(progress: nil)
    case .ended(let state): state
    case nil: isWhole(key) ? .done(until: nil) : nil
    }
  }

  package func fetch(
    _ id: String, into path: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> VideoFile {
    try checkKey(id)
    guard isWhole(id) else { throw .expired }
    do {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: self.path(id, "done"), toPath: path)
    } catch {
      throw .file(path: path, problem: "it cannot be written")
    }
    return try VideoFile(at: path, of: arguments[0], wanted: ["video/", "image/"])
  }

  package func cancel(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) {
    try checkKey(id)
    let progress = jobs.withLock { $0[id] }
    if case .running(let stop) = progress { stop.cancel() } else { jobs.withLock { $0[id] = nil } }
    for ending in ["part", "done"] { unlink(path(id, ending)) }
  }

  /// Ends what runs, and waits until it is gone.
  package func leave() {
    for stop in running { stop.cancel() }
    while !running.isEmpty { usleep(10_000) }
  }

  private var running: [Cancellation] { jobs.withLock { jobs in jobs.values.compactMap(\.stop) } }

  /// - Returns: How it ended, if there is no video.
  private func run(_ input: [UInt8], _ key: String, _ stop: Cancellation) -> Job.State? {
    do {
      _ = try Program.output(of: arguments, given: input, within: time, atMost: 1 << 20) { stop.isCancelled }
      let made = try VideoFile(at: path(key, "part"), of: arguments[0], wanted: ["video/", "image/"])
      guard made.byteCount <= videoLimit else { throw BackendError.tooLarge(what: "the video", limit: videoLimit) }
      guard !stop.isCancelled, rename(path(key, "part"), path(key, "done")) == 0 else { throw BackendError.cancelled }
      return nil
    } catch {
      unlink(path(key, "part"))
      let reason = (error as? Program.Failure)?.reason ?? "\(error)"
      return stop.isCancelled ? .cancelled : .failed(reason: reason)
    }
  }

  private func isWhole(_ key: String) -> Bool { access(path(key, "done"), R_OK) == 0 }

  private func path(_ key: String, _ ending: String) -> String { "\(folder)/\(key).\(ending)" }
}
