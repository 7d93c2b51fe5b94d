import Codec
import Confinement
import Foundation
import Media

@testable import MediaWorker

/// What a media worker gone bad answers, and what one is asked: what is understood is written as what means the same, and
/// what a host would use is within bounds.
struct ReaderHarness: Harness {
  static let name = "reader"

  static func seeds() throws -> [[UInt8]] {
    let replies = try [Footage.make(only: "c.mp4"), Footage.make(only: "a.png"), Footage.make(only: "a.wav")]
      .flatMap { $0 }.flatMap(Self.replies)
    let requests: [Request] = [
      .look, .groups, .tag("synopsis"), .sound(start: -1, count: 9), .picture(.zero, SharedPlace(offset: 0, length: 9)),
    ]
    return try replies.map { try $0.message() } + requests.map { try $0.message() }
  }

  private static func replies(of file: [UInt8]) throws -> [Reply] {
    let scratch = ScratchFile(file)
    let media = try MediaFile(path: scratch.path)
    let shape = try? Reply.picture(PictureShape(VideoReader(media).frame(at: .zero)))
    let simple: [Reply] = [
      .done, .same, .needs(9), .samples([1, 2]), .text("a"), .text(nil), .unit(isFirst: true, [1]),
      .failed(CodecError(.damaged, "a.mp4", "is damaged", remedy: "send it again")),
    ]
    return try [.profile(media.profile())] + (shape.map { [$0] } ?? []) + simple
  }

  func take(_ input: [UInt8]) {
    if let reply = try? Reply(input) {
      check(reply)
      claim(means(reply.message, the: Reply.init), "a reply means something else when it is written again")
    }
    if let request = try? Request(input) {
      claim(means(request.message, the: Request.init), "a request means something else when it is written again")
    }
  }

  /// What can be read can be written, and what was written reads as the same.
  private func means<T>(_ message: () throws -> [UInt8], the read: ([UInt8]) throws -> T) -> Bool {
    guard let bytes = try? message(), let again = try? read(bytes) else { return false }
    return !"\(again)".isEmpty
  }

  private func check(_ reply: Reply) {
    switch reply {
    case .picture(let shape) where shape.isPlausible:
      claim(FrameLayout(size: shape.size, format: shape.format).byteCount > 0, "a picture of no bytes: \(shape)")
    case .profile(let profile) where profile.info.isPlausible:
      claim((profile.info.duration ?? .zero) >= .zero, "a strange duration: \(profile.info)")
      guard let video = profile.info.video else { return }
      claim(FrameLayout(size: video.codedSize, format: video.format).byteCount > 0, "pictures of no bytes: \(video)")
      claim(video.frameRate.frames(before: video.duration) >= 0, "fewer pictures than none: \(video)")
    case .failed(let error): claim(!"\(error)".isEmpty, "an error says nothing")
    default: break
    }
  }
}
