package import Graph
package import Media

/// A video that is wished for. What is nil is left to the back end.
package struct VideoOrder: Hashable, Sendable {
  package var prompt: String
  package var size: Size?
  /// Whole ones, for no server takes others.
  package var seconds: Int?
  package var seed: UInt64?
  /// What the video begins with, or looks like: a picture, or a video to go on from.
  package var reference: Material?
  /// What holds the video in shape, by kind: `depth`, `edge`, `seg`.
  package var controls: [String: Material]
  /// Whatever else the back end has, by its own names.
  package var settings: [String: CanonicalJSON]

  /// A picture or a clip on this machine.
  package struct Material: Hashable, Sendable {
    package var path: String
    /// `image/png`, `video/mp4`.
    package var type: String

    package init(path: String, type: String) { (self.path, self.type) = (path, type) }

    /// A file whose type is told by how it begins.
    ///
    /// - Throws: `.file` for what cannot be read or begins like nothing that is known.
    package init(at path: String) throws(BackendError) {
      guard let type = VideoFile.type(of: VideoFile.beginning(of: path).head) else {
        throw .file(path: path, problem: "it begins like no picture and no video")
      }
      self.init(path: path, type: type)
    }

    /// A name for the server, which says nothing about this machine.
    func fileName(_ name: String) -> String {
      let ending = type.split(separator: "/").last.map { $0 == "jpeg" ? "jpg" : String($0) } ?? "bin"
      return ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? "\(name).\(ending)" : name
    }
  }

  package init(
    _ prompt: String, size: Size? = nil, seconds: Int? = nil, seed: UInt64? = nil, reference: Material? = nil,
    controls: [String: Material] = [:], settings: [String: CanonicalJSON] = [:]
  ) {
    (self.prompt, self.size, self.seconds, self.seed) = (prompt, size, seconds, seed)
    (self.reference, self.controls, self.settings) = (reference, controls, settings)
  }
}
