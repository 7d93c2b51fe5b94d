import Graph
import Media

extension Entry {
  /// Size, rate and ground, as we write them.
  func canvas() throws(CutError) -> Canvas {
    let size = Size(width: try side("width"), height: try side("height"))
    let rate = try member("fps"), parts = try rate.text().split(separator: "/").map { Int($0) ?? 0 }
    guard let frameRate = FrameRate(parts.first ?? 0, parts.count == 2 ? parts[1] : 1), parts.count <= 2 else {
      throw CutError(.outOfRange, at: rate.place, "it is no rate", wanted: "a fraction such as 30000/1001")
    }
    let background = self["background"]?.json.asText.flatMap(Color.init), light = self["light"]?.json.asText
    return Canvas(
      size: size, frameRate: frameRate, background: background ?? .black,
      light: light.flatMap(Light.init) ?? .coded)
  }

  private func side(_ name: String) throws(CutError) -> Int {
    let entry = try member(name), number = try entry.number()
    guard let side = Int(exactly: number), (16...8192).contains(side), side % 2 == 0 else {
      throw CutError(
        .outOfRange, at: entry.place, "it is \(CanonicalJSON.form(of: number))",
        wanted: "an even number from 16 to 8192")
    }
    return side
  }
}
