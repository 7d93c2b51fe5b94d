internal import CConfinement
internal import Codec
internal import Confinement
internal import Draw
internal import FoundationEssentials
internal import Glibc
internal import Speech

/// The program `media-worker`: a nursery of processes that read one file each, set texts in one post's fonts, or
/// speak.
package enum MediaWorkerProgram {
  /// Serves the host at descriptor 0 until it is gone.
  package static func run() -> Int32 {
    FFmpeg.prepare()
    SVGPicture.prepare()
    return nursery_run { MediaWorkerProgram.work() }
  }

  /// What a copy does: hears what it is for, gives up all but that, and only then reads a byte that others wrote.
  private static func work() {
    let port = WorkerPort()
    guard let bytes = port.receive(), let opening = try? JSONDecoder().decode(Opening.self, from: Data(bytes)),
      let protection = confine(opening), port.send(Greeting(protection).bytes)
    else { _exit(3) }
    FFmpeg.bound(memory: opening.limits.memory)
    let answer = desk(opening, port)
    while let bytes = port.receive(), answer(bytes) {}
    _exit(0)
  }

  /// Nil if a step fails that every machine can take.
  private static func confine(_ opening: Opening) -> Protection? {
    let memory = UInt64(clamping: opening.limits.memory)
    var protections: UInt32 = 0
    let isDone =
      switch opening {
      case .media: confine_media_worker(memory, &protections)
      case .type(let fonts, _):
        withCStrings(fonts.map(\.path) + Typesetter.dictionaries) {
          confine_type_worker(memory, $0, $0.count, &protections)
        }
      case .speech: confineSpeech(memory, &protections)
      }
    return isDone ? Protection(rawValue: protections) : nil
  }

  private static func confineSpeech(_ memory: UInt64, _ protections: inout UInt32) -> Bool {
    Speaker.prepare()
    return confine_type_worker(memory, nil, 0, &protections)
  }

  private static func withCStrings<R>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> R) -> R {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies.map { UnsafePointer($0) })
  }

  /// What answers a host's requests; false ends it.
  private static func desk(_ opening: Opening, _ port: WorkerPort) -> ([UInt8]) -> Bool {
    switch opening {
    case .media(let path, let size, let limits):
      let desk = Desk(InputFile(descriptor: Int32(MEDIA_FILE), size: size, path: path, limits: limits), port)
      return { desk.answer($0) }
    case .type(let fonts, _):
      let desk = TypeDesk(fonts: fonts)
      return { port.send(desk.answer($0)) }
    case .speech:
      let desk = SpeechDesk()
      return { port.send(desk.answer($0)) }
    }
  }
}
