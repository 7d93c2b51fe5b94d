internal import Codec
import Glibc
import Media

/// A worker's view of its one file: answers what the host asks of it.
final class Desk {
  /// A message has room for this much of a unit of coded pictures.
  private static let piece = 1 << 20

  private let input: InputFile
  private let port: WorkerPort
  private let places = SharedPlaces()
  private var file: (any Recording)?
  private var video: (any PictureSource)?
  private var audio: (layout: ChannelLayout, source: any SoundSource)?
  private var last: Frame?
  private var shape: (value: PictureShape, message: [UInt8])?

  init(_ input: InputFile, _ port: WorkerPort) { (self.input, self.port) = (input, port) }

  /// - Returns: False if the host is gone, or speaks nonsense.
  func answer(_ bytes: [UInt8]) -> Bool {
    guard let request = try? Request(bytes), let message = try? reply(to: request) else { return false }
    return port.send(message)
  }

  private func reply(to request: Request) throws -> [UInt8] {
    do {
      if case .picture(let time, let place) = request { return try picture(at: time, place) }
      if case .drawing(let scale, let place) = request { return try put(opened().drawing(scale: scale), place) }
      return try answer(to: request).message()
    } catch {
      let error = error as? CodecError ?? CodecError(.failed, input.path, "cannot be read: \(error)")
      return try Reply.failed(error).message()
    }
  }

  private func answer(to request: Request) throws -> Reply {
    switch request {
    case .look: return .profile(try opened().profile())
    case .know(let profile):
      file = try input.opened(profile: profile)
      return .done
    case .sound(let layout, let start, let count):
      return .samples(try sound(in: layout).read(from: start, frameCount: Int(count)).bytes)
    case .tag(let name): return .text(try MediaFile.tag(name, of: input))
    case .groups:
      try PictureGroups.read(input) { send($0) }
      return .done
    case .picture, .drawing: throw Message.Malformed.unknown
    }
  }

  private func opened() throws -> any Recording {
    if let file { return file }
    let file = try input.opened()
    self.file = file
    return file
  }

  private func picture(at time: Time, _ place: SharedPlace) throws -> [UInt8] {
    let video = try self.video ?? opened().pictures()
    self.video = video
    let frame = try video.frame(at: time)
    return frame === last ? try Reply.same.message() : try put(frame, place)
  }

  private func put(_ frame: Frame, _ place: SharedPlace) throws -> [UInt8] {
    let needed = UInt64(FrameLayout(size: frame.size, format: frame.format).byteCount)
    guard needed <= place.length else { return try Reply.needs(needed).message() }
    guard places.put(frame, at: place) else { throw CodecError(.failed, input.path, "there is no room for a picture") }
    last = frame
    return try message(of: PictureShape(frame))
  }

  /// Pictures of one file are mostly alike.
  private func message(of value: PictureShape) throws -> [UInt8] {
    if let shape, shape.value == value { return shape.message }
    let message = try Reply.picture(value).message()
    shape = (value, message)
    return message
  }

  /// One reader is kept, since a host stays with the layout that it first asked for.
  private func sound(in layout: ChannelLayout) throws -> any SoundSource {
    if let audio, audio.layout == layout { return audio.source }
    let source = try opened().sound(in: layout)
    audio = (layout, source)
    return source
  }

  private func send(_ unit: PictureGroups.Unit) {
    var (rest, isFirst) = (unit.bytes, unit.isFirst)
    repeat {
      let message = try? Reply.unit(isFirst: isFirst, rest.prefix(Self.piece)).message()
      guard let message, port.send(message) else { _exit(0) }
      (rest, isFirst) = (rest.dropFirst(Self.piece), false)
    } while !rest.isEmpty
  }
}

extension AudioBlock {
  fileprivate var bytes: ArraySlice<UInt8> { samples.withUnsafeBytes { ArraySlice($0) } }
}
