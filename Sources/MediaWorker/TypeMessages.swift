import Draw
import FoundationEssentials
import Media

/// What a host asks of a worker that sets type.
enum TypeRequest: Codable {
  /// Asks for `.measured`.
  case measure(String, TextStyle)
  /// To be put into the shared memory: asks for `.drawn` or `.needs`.
  case draw(String, TextStyle, scale: Double, SharedPlace)
  /// The same for its pieces: asks for `.drawnPieces` or `.needs`.
  case drawPieces(String, TextStyle, by: TextPiece, scale: Double, SharedPlace)
  /// Captions that will be asked for by a number: asks for `.done`.
  case learn(Int, Subtitles)
  /// What shows of them after so many milliseconds: asks for `.drawn`, `.same` or `.needs`.
  case show(Int, at: Int, scale: Double, SharedPlace)
}

/// What it answers.
enum TypeReply: Codable, WorkerReply {
  case measured(TypesetText)
  /// The picture lies at its place; where its corner lies is said as in `DrawnText`.
  case drawn(PictureShape, x: Int, y: Int)
  /// The picture of all pieces lies at its place.
  case drawnPieces(PictureShape, [DrawnPieces.Piece])
  /// The captions are those that were handed over last.
  case same
  case done
  /// The picture takes so many bytes, and the place has fewer.
  case needs(UInt64)
  case failed(DrawError)

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(TypeReply.self, from: Data(bytes)) }

  var failure: (any Error)? {
    guard case .failed(let error) = self else { return nil }
    return error
  }
}
