import Codec
import FoundationEssentials
import Media

/// What a host asks of a media worker.
enum Request {
  /// Look into the file: asks for `.profile`.
  case look
  /// Know this of the file, as another worker saw it: asks for `.done`.
  case know(MediaProfile)
  /// The picture on show, to be put into the shared memory: asks for `.picture`, `.same` or `.needs`.
  case picture(Time, SharedPlace)
  /// Samples from `start` on, for a listener with room for a layout: asks for `.samples`.
  case sound(ChannelLayout, start: Int64, count: UInt32)
  /// A sentence that travels with the file: asks for `.text`.
  case tag(String)
  /// The coded pictures, by groups: asks for `.unit`, many times, and `.done`.
  case groups
  /// The drawing at a scale, to be put into the shared memory: asks for `.picture`.
  case drawing(scale: Double, SharedPlace)
}

extension Request {
  func message() throws -> [UInt8] {
    var message = Message(type)
    switch self {
    case .know(let profile): message.put(rest: try JSONEncoder().encode(profile))
    case .picture(let time, let place):
      message.put(time.flicks)
      message.put(place.offset)
      message.put(place.length)
    case .sound(let layout, let start, let count):
      message.put(UInt8(layout.channelCount))
      message.put(start)
      message.put(count)
    case .tag(let name): message.put(rest: name.utf8)
    case .drawing(let scale, let place):
      message.put(scale.bitPattern)
      message.put(place.offset)
      message.put(place.length)
    case .look, .groups: break
    }
    return message.bytes
  }

  init(_ bytes: [UInt8]) throws {
    var message = try Message(bytes)
    switch message.type {
    case 1: self = .look
    case 2: self = .know(try JSONDecoder().decode(MediaProfile.self, from: Data(message.rest())))
    case 3:
      let time = Time(flicks: try message.number())
      self = .picture(time, SharedPlace(offset: try message.number(), length: try message.number()))
    case 4:
      guard let layout = ChannelLayout(channelCount: Int(try message.number(UInt8.self))) else {
        throw Message.Malformed.unknown
      }
      self = .sound(layout, start: try message.number(), count: try message.number())
    case 5: self = .tag(String(decoding: message.rest(), as: UTF8.self))
    case 6: self = .groups
    case 7:
      let scale = Double(bitPattern: try message.number())
      self = .drawing(
        scale: scale, SharedPlace(offset: try message.number(), length: try message.number()))
    default: throw Message.Malformed.unknown
    }
    try message.end()
  }

  private var type: UInt8 {
    switch self {
    case .look: 1
    case .know: 2
    case .picture: 3
    case .sound: 4
    case .tag: 5
    case .groups: 6
    case .drawing: 7
    }
  }
}
