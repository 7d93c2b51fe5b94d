/// Width and height of a picture, in pixels.
public struct Size: Hashable, Codable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  public var area: Int { width * height }
}

extension Size: CustomStringConvertible {
  public var description: String { "\(width)x\(height)" }
}
