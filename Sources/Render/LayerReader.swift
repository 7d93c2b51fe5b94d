import Graph
import Media
import Pixels
import Plan

/// Turns layers into painters: fetches their pictures and settles where they lie. Belongs to one thread.
final class LayerReader {
  let footage: any Footage
  let output: Area
  /// What pixels count while they are put together.
  let light: Light
  private let readers = ReaderPool<any PictureSource>()
  private var programs: [ProgramKey: ShadeProgram] = [:]

  init(footage: any Footage, output: Size, light: Light) {
    (self.footage, self.output, self.light) = (footage, Area(output), light)
  }

  func painters(for layers: [Layer]) throws -> [Painter] {
    try layers.compactMap(painter)
  }

  /// The painter of a layer; nil if nothing of it shows.
  private func painter(for layer: Layer) throws -> Painter? {
    let opacity = Opacity(layer.opacity)
    guard !opacity.isClear || layer.blend.composite.reachesBeyond else { return nil }
    let cel = try layer.steps.reduce(cel(of: layer)) { try finish($0, $1) }
    let painter = Painter(cel, opacity: opacity, blend: layer.blend, clip: output)
    return painter.bounds.isEmpty ? nil : painter
  }

  func cel(of layers: [Layer]) throws -> Cel { Cel(group: try painters(for: layers)) }

  /// The picture of a layer as it lies on the output, before anything is done to it there.
  private func cel(of layer: Layer) throws -> Cel {
    if let corners = layer.corners { return try pinned(layer, to: corners) }
    switch layer.source {
    case .group(let layers):
      let group = try cel(of: layers)
      guard layer.crop != Layer.Crop(layer.box) else { return group }
      return group.cut(to: Rectangle(layer.crop), transform: layer.transform, clip: output)
    case .dissolve(let first, let second, let weight):
      return Cel(from: try cel(of: first), to: try cel(of: second), weight: Opacity(weight))
    case .reveal(let first, let second, let veil):
      let both = try reveal(try cel(of: first), try cel(of: second), veil)
      // What moves in it may leave the canvas of the join.
      return both.cut(to: Rectangle(layer.crop), transform: layer.transform, clip: output)
    case .mean(let moments): return Cel(meanOf: try moments.map(cel(of:)))
    case .solid, .gradient:
      guard let fill = Fill(layer.source, box: layer.box) else { return Cel(group: []) }
      return Cel(fill, in: Rectangle(layer.crop), transform: layer.transform, clip: output).counted(in: light)
    case .shade(let shader, let time):
      let shaded = shaded(shader, at: time, inputs: [], frame: layer.transform)
      return shaded.cut(to: Rectangle(layer.crop), transform: layer.transform, clip: output).counted(in: light)
    case .movingText(let text, let time): return Cel(group: try painters(for: text, at: time, of: layer))
    case .video, .image, .text, .subtitles, .shape:
      let picture = try picture(of: layer)
      return Cel(
        picture.frame, crop: picture.crop, transform: picture.transform, resampling: layer.resampling,
        reading: reading(of: layer), clip: output)
    }
  }

  /// A formula over the whole output.
  func shaded(_ shader: Shader, at time: Time, inputs: [Cel], frame: Affine) -> Cel {
    Cel(
      program(of: shader, isUpright: frame.b == 0), seconds: time.seconds, inputs: inputs, frame: frame, in: output)
  }

  private struct ProgramKey: Hashable {
    var shader: Shader
    var isUpright: Bool
  }

  private func program(of shader: Shader, isUpright: Bool) -> ShadeProgram {
    let key = ProgramKey(shader: shader, isUpright: isUpright)
    if let known = programs[key] { return known }
    // Few show at once; a recipe may have thousands one after another.
    if programs.count >= 32 { programs = [:] }
    let program = ShadeProgram(shader, isUpright: isUpright)
    programs[key] = program
    return program
  }

  /// A picture whose corners are put somewhere; what is made in working pixels is drawn as a picture first.
  private func pinned(_ layer: Layer, to corners: Corners) throws -> Cel {
    var flat = layer
    (flat.corners, flat.transform) = (nil, Rectangle(layer.crop).toUnitSquare)
    guard let toCorners = Projection(unitSquareTo: corners) else { return Cel(group: []) }
    func cel(_ picture: Picture) -> Cel {
      Cel(
        picture.frame, crop: picture.crop, projection: Projection(picture.transform).then(toCorners),
        resampling: layer.resampling, reading: reading(of: layer), clip: output)
    }
    switch layer.source {
    case .video, .image, .text, .subtitles, .shape:
      return cel(try picture(of: flat, scale: LayerReader.scale(of: layer)))
    case .solid, .gradient, .shade, .movingText:
      flat.transform = flat.transform.then(.scale(Double(output.width), Double(output.height)))
      let frame = try self.cel(of: flat).picture(of: output, in: light)
      let whole = Rectangle(frame.size)
      return cel(Picture(frame: frame, crop: whole, transform: whole.toUnitSquare))
    case .group, .dissolve, .reveal, .mean:
      // Its layers lie on the output already, the whole box on all of it.
      flat.crop = Layer.Crop(layer.box)
      let part = Rectangle(layer.crop).transformed(by: layer.transform)
      let frame = try self.cel(of: flat).picture(of: output, in: light)
      return cel(Picture(frame: frame, crop: part, transform: part.toUnitSquare))
    }
  }

  /// A screen is told from what stands before it by chroma, which therefore must be smooth.
  private func reading(of layer: Layer) -> Reading {
    Reading(light, smoothsChroma: layer.steps.contains { $0.effect.looksAtChroma })
  }

  /// The frame of a layer that covers the output as it is: same size, same colours, nothing done to it.
  func untouchedFrame(of layer: Layer) throws -> Frame? {
    guard case .video = layer.source, layer.isPlain else { return nil }
    let picture = try picture(of: layer)
    let frame = picture.frame
    let isOutput = frame.format == .yuv420p8 && frame.color.hasCanvasCodes
    let isWhole =
      picture.crop == Rectangle(frame.size) && frame.size.width == output.width && frame.size.height == output.height
    return isOutput && isWhole && picture.transform == .identity ? frame : nil
  }

  /// A frame, the part of it that shows, and where it lies on the output.
  private struct Picture {
    var frame: Frame
    var crop: Rectangle
    var transform: Affine
  }

  /// - Parameter scale: How many times its own size it is drawn, if it is drawn; as its transform says if left out.
  private func picture(of layer: Layer, scale: Double? = nil) throws -> Picture {
    let scale = scale ?? LayerReader.scale(of: layer)
    switch layer.source {
    case .video(let asset, let time):
      let frame = try readers.reader(of: asset, near: time) { try footage.pictures(of: asset) }.frame(at: time)
      return place(frame, footage.orientation(of: asset), layer)
    case .image(let asset):
      guard let artwork = footage.artwork(asset) else {
        return place(try footage.still(asset), footage.orientation(of: asset), layer)
      }
      let scale = min(scale, artwork.largestScale)
      return place(TextPicture(frame: try artwork.draw(scale), x: 0, y: 0), scale, layer)
    case .text(let node): return place(try footage.text(node, scale: scale), scale, layer)
    case .subtitles(let node, let time):
      // libass knows whole lines alone.
      let height = Double(layer.box.height)
      let scale = (height * min(scale, layer.box.largestScale) - 1e-6).rounded(.up) / height
      return place(try footage.subtitles(node, at: time, scale: scale), scale, layer)
    case .shape(let node): return place(try footage.shape(node, scale: scale), scale, layer)
    case .solid, .gradient, .shade, .group, .dissolve, .reveal, .mean, .movingText:
      preconditionFailure("these are made in working pixels")
    }
  }

  /// Stretches a frame, turned upright, over the layer's box.
  private func place(_ frame: Frame, _ orientation: Orientation, _ layer: Layer) -> Picture {
    let upright = orientation.upright(frame.size)
    let toBox = orientation.upright(from: frame.size).then(
      .scale(Double(layer.box.width) / Double(upright.width), Double(layer.box.height) / Double(upright.height)))
    return Picture(
      frame: frame, crop: layer.crop.rectangle(through: toBox), transform: toBox.then(layer.transform).settled)
  }

  /// A text, a shape or a drawing that was drawn at the scale that it will have, so that it is sharp.
  private func place(_ text: TextPicture, _ scale: Double, _ layer: Layer) -> Picture {
    let toBox = Affine.translation(text.x, text.y).then(.scale(1 / scale, 1 / scale))
    let transform = toBox.then(layer.transform).onWholePixels(if: layer.isStill)
    let isWhole = layer.crop == Layer.Crop(layer.box)
    let crop = isWhole ? Rectangle(text.frame.size) : layer.crop.rectangle(through: toBox)
    return Picture(frame: text.frame, crop: crop, transform: transform)
  }

  /// How many times its own size a layer is drawn. One that moves keeps to quarter octaves above, so that few are drawn.
  static func scale(of layer: Layer) -> Double {
    let t = layer.corners?.affine(from: layer.box) ?? layer.transform
    let scale = max((t.a * t.a + t.b * t.b).squareRoot(), (t.c * t.c + t.d * t.d).squareRoot())
    let bounded = min(max(scale, 1.0 / 64), 64)
    guard !layer.isStill else { return bounded }
    var step = 1.0 / 64
    while step < bounded { step *= 1.189_207_115_002_721 }
    return min(step, 64)
  }
}

extension Layer.Crop {
  /// The same part in the pixels of a frame that `toBox` maps onto the box.
  fileprivate func rectangle(through toBox: Affine) -> Rectangle {
    guard let back = toBox.inverse else { return Rectangle(left: 0, top: 0, right: 0, bottom: 0) }
    let (a, b) = (back(x, y), back(x + width, y + height))
    return Rectangle(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y)).settled
  }
}

extension Rectangle {
  /// From the rectangle to 0 ... 1 along both axes.
  fileprivate var toUnitSquare: Affine {
    Affine(a: 1 / width, d: 1 / height, tx: -left / width, ty: -top / height)
  }

  /// Edges that miss a whole line by rounding alone are put on it.
  fileprivate var settled: Rectangle {
    func settle(_ edge: Double) -> Double { abs(edge - edge.rounded()) < 1e-6 ? edge.rounded() : edge }
    return Rectangle(left: settle(left), top: settle(top), right: settle(right), bottom: settle(bottom))
  }
}

extension Affine {
  /// Moved to whole pixels, where it is asked for and nothing else is done to the picture.
  func onWholePixels(if isStill: Bool) -> Affine {
    guard isStill, abs(a - 1) < 1e-9, abs(d - 1) < 1e-9, b == 0, c == 0 else { return self }
    return Affine(a: a, b: b, c: c, d: d, tx: tx.rounded(), ty: ty.rounded())
  }

  /// The identity, where rounding alone keeps it from being that.
  fileprivate var settled: Affine {
    let isNear = [a - 1, b, c, d - 1, tx, ty].allSatisfy { abs($0) < 1e-9 }
    return isNear ? .identity : self
  }
}
