internal import CConfinement
internal import Codec
internal import Confinement
internal import Glibc

/// The program `media-worker`: a nursery of processes that read one file each.
package enum MediaWorkerProgram {
  /// Serves the host at descriptor 0 until it is gone.
  package static func run() -> Int32 {
    FFmpeg.prepare()
    return nursery_run { memory in MediaWorkerProgram.work(memory: memory) }
  }

  /// What a copy does: gives up all but its file and its port, and only then reads a byte of the file.
  private static func work(memory: UInt64) {
    var protections: UInt32 = 0
    guard confine_media_worker(memory, &protections) else { _exit(3) }
    FFmpeg.bound(memory: Int(clamping: memory))
    let port = WorkerPort()
    guard let greeting = try? Reply.ready(Protection(rawValue: protections)).message(), port.send(greeting),
      let first = port.receive(), case .open(let opening)? = try? Request(first)
    else { _exit(3) }
    let desk = Desk(opening, port)
    while let bytes = port.receive(), desk.answer(bytes) {}
    _exit(0)
  }
}
