package import Media

/// What a recipe came to: a canvas, and nodes that lead to a result. Immutable; equal recipes give equal graphs.
package struct Graph: Hashable, Sendable {
  package let canvas: Canvas
  /// Each node after its inputs, in the order of a first walk from the result; no two are equal.
  package let nodes: [Node]

  package init(canvas: Canvas, nodes: [Node]) {
    precondition(!nodes.isEmpty, "a graph has a result")
    (self.canvas, self.nodes) = (canvas, nodes)
  }

  /// The place of the node whose pictures and sound are the video.
  package var root: Int { nodes.count - 1 }
  package var duration: Time { nodes[root].duration }
  /// How many pictures the video has.
  package var frameCount: Int64 { canvas.frameRate.frames(before: duration) }

  /// One node a line, so that two graphs can be compared by eye; without the line ends it is RFC 8785.
  package var text: String {
    let lines = nodes.map { "\n" + $0.json.text }.joined(separator: ",")
    return "{\"canvas\":\(canvas.json.text),\"language\":\(Language.version),\"nodes\":[\(lines)\n]}\n"
  }

  package var digest: Digest {
    Digest(of: text.utf8.filter { $0 != UInt8(ascii: "\n") })
  }
}
