import Codec
import FoundationEssentials

/// What a media worker answers.
enum Reply {
  case done
  case profile(MediaProfile)
  /// The picture lies at its place.
  case picture(PictureShape)
  /// The picture is the one that was handed over last.
  case same
  /// The picture takes so many bytes, and the place has fewer.
  case needs(UInt64)
  /// 32-bit floating-point numbers, channel after channel.
  case samples(ArraySlice<UInt8>)
  case text(String?)
  /// A stretch of the coded pictures; whether a group begins with it.
  case unit(isFirst: Bool, ArraySlice<UInt8>)
  case failed(CodecError)
}

extension Reply: WorkerReply {
  var failure: (any Error)? {
    guard case .failed(let error) = self else { return nil }
    return error.shortened
  }

  func message() throws -> [UInt8] {
    var message = Message(type)
    switch self {
    case .profile(let profile): message.put(rest: try JSONEncoder().encode(profile))
    case .picture(let shape): message.put(rest: try JSONEncoder().encode(shape))
    case .needs(let count): message.put(count)
    case .samples(let bytes): message.put(rest: bytes)
    case .text(let text): message.put(rest: try JSONEncoder().encode(text))
    case .unit(let isFirst, let bytes):
      message.put(isFirst ? 1 : 0 as UInt8)
      message.put(rest: bytes)
    case .failed(let error): message.put(rest: try JSONEncoder().encode(error))
    case .done, .same: break
    }
    return message.bytes
  }

  init(_ bytes: [UInt8]) throws {
    var message = try Message(bytes)
    func decoded<T: Decodable>(_ type: T.Type) throws -> T {
      try JSONDecoder().decode(type, from: Data(message.rest()))
    }
    switch message.type {
    case 2: self = .done
    case 3: self = .profile(try decoded(MediaProfile.self))
    case 4: self = .picture(try decoded(PictureShape.self))
    case 5: self = .same
    case 6: self = .needs(try message.number())
    case 7: self = .samples(message.rest())
    case 8: self = .text(try decoded(String?.self))
    case 9: self = .unit(isFirst: try message.number(UInt8.self) != 0, message.rest())
    case 10: self = .failed(try decoded(CodecError.self))
    default: throw Message.Malformed.unknown
    }
    try message.end()
  }

  private var type: UInt8 {
    switch self {
    case .done: 2
    case .profile: 3
    case .picture: 4
    case .same: 5
    case .needs: 6
    case .samples: 7
    case .text: 8
    case .unit: 9
    case .failed: 10
    }
  }
}

extension CodecError {
  /// Without trust in the length of its words.
  fileprivate var shortened: CodecError {
    func short(_ text: String) -> String { String(text.prefix(1000)) }
    return CodecError(code, short(place), short(problem), remedy: remedy.map(short), cause: cause)
  }
}
