import FoundationEssentials
import Media
import Speech

/// What a host asks of a worker that speaks.
enum SpeechRequest: Codable {
  /// Asks for `.said`.
  case say(Utterance)
  /// The sound of what was said last, from a sample on: asks for `.samples`.
  case samples(from: Int)
}

/// What it answers.
enum SpeechReply: WorkerReply {
  case said(sampleCount: Int, sampleRate: Int, Speech.Timing)
  /// At most `piece` of them.
  case samples([Int16])
  case failed(SpeechError)

  /// 2 MiB, of the 16 that a message may have.
  static let piece = 1 << 20

  private struct Said: Codable {
    var sampleCount: Int
    var sampleRate: Int
    var timing: Speech.Timing
  }

  func bytes() throws -> [UInt8] {
    var message: Message
    switch self {
    case .said(let count, let rate, let timing):
      message = Message(1)
      message.put(rest: try JSONEncoder().encode(Said(sampleCount: count, sampleRate: rate, timing: timing)))
    case .samples(let samples):
      message = Message(2)
      message.put(rest: samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
    case .failed(let error):
      message = Message(3)
      message.put(rest: try JSONEncoder().encode(error))
    }
    return message.bytes
  }

  init(_ bytes: [UInt8]) throws {
    var message = try Message(bytes)
    let rest = message.rest()
    switch message.type {
    case 1:
      let said = try JSONDecoder().decode(Said.self, from: Data(rest))
      self = .said(sampleCount: said.sampleCount, sampleRate: said.sampleRate, said.timing)
    case 2:
      self = .samples(
        stride(from: rest.startIndex, to: rest.endIndex - 1, by: 2).map {
          Int16(bitPattern: UInt16(rest[$0]) | UInt16(rest[$0 + 1]) << 8)
        })
    case 3: self = .failed(try JSONDecoder().decode(SpeechError.self, from: Data(rest)))
    default: throw Message.Malformed.unknown
    }
  }

  var failure: (any Error)? {
    guard case .failed(let error) = self else { return nil }
    return error
  }
}
