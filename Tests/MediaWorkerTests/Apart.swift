import Codec
import Confinement
import Foundation
import Media
import Props

@testable import MediaWorker

/// Files that only workers look into.
enum Apart {
  static let nursery = Nursery.of(program: Products.path("media-worker"))

  static func source(
    _ path: String, _ limits: MediaLimits = MediaLimits(), from nursery: Nursery = nursery, required: Protection = []
  ) throws -> ConfinedSource {
    ConfinedSource(try InputFile(path: path, limits: limits), nursery: nursery, required: required)
  }

  static func file(_ path: String, _ limits: MediaLimits = MediaLimits()) throws -> ConfinedFile {
    try ConfinedFile(source(path, limits))
  }

  /// A nursery of workers that play a part: see `Tests/Impostor`.
  static func impostors(_ role: String, in workshop: Workshop) throws -> Nursery {
    let path = workshop.path("impostor-\(role)")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: Products.path("impostor"))
    return Nursery.of(program: path)
  }
}

extension Frame {
  /// All samples, without what lies between the rows.
  var samples: [UInt8] {
    (0..<format.planeCount).flatMap { plane in
      let extent = format.extent(ofPlane: plane, size: size)
      return withPlane(plane) { bytes, stride in
        (0..<extent.rows).flatMap { bytes[$0 * stride..<$0 * stride + extent.bytesPerRow] }
      }
    }
  }
}
