import Draw
import Media

/// An SVG picture of some elements.
func svg(_ content: String, _ root: String = "viewBox=\"0 0 100 100\"") -> [UInt8] {
  Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(content)</svg>".utf8)
}

/// What it looks like.
func drawn(_ content: String, _ root: String = "viewBox=\"0 0 100 100\"", scale: Double = 1) throws -> Picture {
  try drawn(svg(content, root), scale: scale)
}

func drawn(_ bytes: [UInt8], scale: Double = 1) throws -> Picture {
  Picture(DrawnText(frame: try SVGPicture(bytes).draw(scale: scale), x: 0, y: 0))
}

/// What is said of a picture that is not drawn; nil if it is.
func refusal(_ bytes: [UInt8]) -> SVGError? {
  do throws(SVGError) {
    _ = try SVGPicture(bytes)
    return nil
  } catch {
    return error
  }
}

func refusal(_ content: String, _ root: String = "viewBox=\"0 0 100 100\"") -> SVGError? { refusal(svg(content, root)) }
