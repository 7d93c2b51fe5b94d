import CPixels
package import Media

/// A shader's picture.
final class ShadeRows: MadeRows {
  let bounds: Area
  let solid: Area
  var isOpaque: Bool { program.isOpaque }
  private let program: ShadeProgram
  /// From the canvas to the pixels of the clip.
  private let inverse: Affine
  private let looks: [Look?]
  private let registers: UnsafeMutablePointer<Float>
  private var row: Int?
  private let us, vs: UnsafeMutablePointer<Int32>
  private let sampled: RowMemory

  /// A picture that the shader reads, and how pixels of the clip lie in it.
  fileprivate struct Look {
    let texture: Texture
    let places: [Float]
  }

  /// Nil if nothing shows.
  ///
  /// - Parameters:
  ///   - seconds: Of the clip's own clock.
  ///   - inputs: Pictures as they lie on the canvas.
  ///   - frame: From the pixels of the clip to the canvas.
  init?(_ program: ShadeProgram, seconds: Double, inputs: [Cel], frame: Affine, in canvas: Area) {
    guard let inverse = frame.inverse, !canvas.isEmpty else { return nil }
    (self.program, self.inverse, bounds) = (program, inverse, canvas)
    solid = program.isOpaque ? canvas : .nothing
    looks = inputs.prefix(program.inputCount).map { Look($0, frame, in: canvas) }
    let run = Int(PIXELS_RUN)
    // With four more, for channels that nobody reads.
    let count = (program.registerCount + 4) * run
    registers = UnsafeMutableRawPointer.allocate(byteCount: 4 * count, alignment: 64).bindMemory(
      to: Float.self, capacity: count)
    registers.initialize(repeating: 0, count: count)
    (us, vs) = (.allocate(capacity: run), .allocate(capacity: run))
    sampled = RowMemory(width: 4 * run, rowCount: 1)
    for (register, number) in program.constants { fill(register, number) }
    if let time = program.time { fill(time, Float(seconds)) }
    take(.picture, 0)
  }

  deinit {
    registers.deallocate()
    us.deallocate()
    vs.deallocate()
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    begin(row)
    for first in stride(from: columns.lowerBound, to: columns.upperBound, by: Int(PIXELS_RUN)) {
      let count = min(Int(PIXELS_RUN), columns.upperBound - first)
      ramp(program.x, (inverse.a, inverse.c, inverse.tx), from: first, row)
      if inverse.b != 0 { ramp(program.y, (inverse.b, inverse.d, inverse.ty), from: first, row) }
      take(.run, count)
      let color = program.color.map(register)
      pixels_shaded(
        pixels.dropping(first - columns.lowerBound).kernelRow, color[0], color[1], color[2], color[3], count)
    }
    return columns
  }

  private func begin(_ row: Int) {
    guard row != self.row else { return }
    self.row = row
    if inverse.b == 0 { ramp(program.y, (0, inverse.d, inverse.ty), from: 0, row) }
    take(.row, 0)
  }

  /// Numbers that change evenly from pixel to pixel: `across` for each column, `down` for each row, counted from middles.
  private func ramp(_ slot: Int?, _ line: (across: Double, down: Double, start: Double), from first: Int, _ row: Int) {
    guard let slot else { return }
    let start = line.across / 2 + line.down * (Double(row) + 0.5) + line.start
    pixels_ramp(register(slot), Float(start), Float(line.across), 0, 0, first, 0, Int(PIXELS_RUN))
  }

  private func take(_ stage: ShadeProgram.Stage, _ count: Int) {
    let course = program.course(stage)
    course.steps.withUnsafeBufferPointer { steps in
      for piece in course.pieces {
        switch piece {
        case .steps(let range): pixels_shade(registers, steps.baseAddress.map { $0 + range.lowerBound }, range.count)
        case .sample(let sample): look(sample, count)
        }
      }
    }
  }

  private func look(_ sample: ShadeProgram.Sample, _ count: Int) {
    let channels = (0..<4).map { register(sample.channels[$0] ?? program.registerCount + $0) }
    guard sample.input < looks.count, let look = looks[sample.input] else {
      for channel in channels { channel.update(repeating: 0, count: count) }
      return
    }
    pixels_points(us, vs, register(sample.x), register(sample.y), look.places, count)
    look.texture.sample(at: us, vs, into: sampled.row(0), count)
    pixels_unpacked(channels[0], channels[1], channels[2], channels[3], sampled.row(0), count)
  }

  private func fill(_ slot: Int, _ number: Float) { register(slot).update(repeating: number, count: Int(PIXELS_RUN)) }

  private func register(_ slot: Int) -> UnsafeMutablePointer<Float> { registers + slot * Int(PIXELS_RUN) }
}

extension ShadeRows.Look {
  /// Nil if nothing of the picture shows.
  fileprivate init?(_ cel: Cel, _ frame: Affine, in canvas: Area) {
    // With a margin of nothing, except where the canvas ends: there its edge goes on.
    let origin = cel.bounds.grown(2, 2).intersection(canvas)
    guard !origin.isEmpty else { return nil }
    texture = Texture(cel, area: origin)
    let (left, top) = (Double(origin.columns.lowerBound) + 0.5, Double(origin.rows.lowerBound) + 0.5)
    places = [frame.a, frame.c, frame.tx - left, frame.b, frame.d, frame.ty - top].map { Float($0) }
  }
}

extension Cel {
  /// Every pixel of the canvas by a formula.
  ///
  /// - Parameters:
  ///   - seconds: Of the clip's own clock.
  ///   - inputs: What the formula reads, as it lies on the canvas.
  ///   - frame: From the pixels of the clip to the canvas.
  package init(_ program: ShadeProgram, seconds: Double, inputs: [Cel], frame: Affine, in canvas: Area) {
    rows = ShadeRows(program, seconds: seconds, inputs: inputs, frame: frame, in: canvas)
  }
}
