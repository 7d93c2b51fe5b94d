import Codec
import Draw
import Graph
import Media
import Recipe
import Render
import Synchronization

/// The files that one evaluation found, by the digest of their content, and the fonts of the machine.
///
/// Any thread may ask.
final class Shelf: Sendable {
  private struct Item {
    var file: MediaFile
    var info: MediaInfo
  }

  private let items = Mutex<[Digest: Item]>([:])
  private let stills = Mutex<[Digest: Frame]>([:])
  let typesetting: Typesetting

  init(typesetting: Typesetting) {
    self.typesetting = typesetting
  }

  /// Opens a file and remembers it by its content.
  func add(path: String, as name: String) throws(RepriseError) -> (digest: Digest, info: MediaInfo) {
    do {
      let digest = try LocalFile.digest(of: path, kind: "media")
      if let known = items.withLock({ $0[digest] }) { return (digest, known.info) }
      let file = try MediaFile(path: path)
      let info = try file.info()
      items.withLock { $0[digest] = Item(file: file, info: info) }
      return (digest, info)
    } catch let error as CodecError {
      throw RepriseError(
        .recipe, code: error.code.rawValue, came: "\"\(name)\": \(error.problem)", remedy: error.remedy)
    } catch let error as RepriseError {
      throw error
    } catch {
      throw RepriseError(.machine, code: "unreadable", came: "\"\(name)\": \(error)")
    }
  }

  private func item(_ asset: Digest) throws(RepriseError) -> Item {
    guard let item = items.withLock({ $0[asset] }) else {
      throw RepriseError(.machine, code: "missingAsset", came: "no file with the digest \(asset) is at hand")
    }
    return item
  }
}

extension Shelf: Footage {
  func pictures(of asset: Digest) throws -> any PictureSource {
    try VideoReader(item(asset).file)
  }

  func sound(of asset: Digest) throws -> any SoundSource {
    try AudioReader(item(asset).file)
  }

  func still(_ asset: Digest) throws -> Frame {
    if let known = stills.withLock({ $0[asset] }) { return known }
    let frame = try VideoReader(item(asset).file).frame(at: .zero)
    stills.withLock { $0[asset] = frame }
    return frame
  }

  func orientation(of asset: Digest) -> Orientation {
    items.withLock { $0[asset]?.info.video?.orientation } ?? .up
  }

  func text(_ node: Node, scale: Double) throws -> TextPicture {
    try typesetting.draw(node.parameters, scale: scale)
  }
}
