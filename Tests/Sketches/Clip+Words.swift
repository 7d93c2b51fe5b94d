package import Graph
package import Media

// What is said of one clip.
extension Sketch.Clip {
  private func wrap(_ kind: NodeKind, _ parameters: [String: Setting], _ duration: Time? = nil, size: Size? = nil)
    -> Sketch.Clip
  {
    sketch.add(
      kind, parameters, of: [self], duration ?? self.duration, size: size ?? node.size, hasSound: node.hasSound)
  }

  package func delayed(_ offset: Time) -> Sketch.Clip {
    wrap(.delay, ["seconds": .time(offset)], duration + offset)
  }

  package func trimmed(_ from: Time, _ to: Time) -> Sketch.Clip {
    wrap(.trim, ["from": .time(from), "to": .time(to)], to - from)
  }

  package func looped(_ length: Time) -> Sketch.Clip { wrap(.loop, ["seconds": .time(length)], length) }

  package func frozen(at moment: Time, _ length: Time) -> Sketch.Clip {
    sketch.add(
      .freeze, ["at": .time(moment), "seconds": .time(length)], of: [self], length, size: node.size, hasSound: false)
  }

  package func faster(_ factor: Double, keepsPitch: Bool = false) -> Sketch.Clip {
    let pitch: [String: Setting] = keepsPitch ? ["pitch": .text("keep")] : [:]
    return wrap(.speed, pitch.merging(["factor": .number(factor)]) { $1 }, duration.scaled(by: 1 / factor))
  }

  package func pitched(_ semitones: Double) -> Sketch.Clip { wrap(.pitch, ["semitones": .number(semitones)]) }

  package func faster(_ curve: Curve) -> Sketch.Clip {
    wrap(.speed, ["factor": .curve(curve)], Travel(curve).time(reaching: duration))
  }

  package func stepped(_ rate: Double, _ mode: String) -> Sketch.Clip {
    wrap(.frameRate, ["rate": .number(rate), "mode": .text(mode)])
  }

  package var reversed: Sketch.Clip { wrap(.reverse, [:]) }

  package func fit(_ mode: String) -> Sketch.Clip { wrap(.fit, ["mode": .text(mode)]) }

  package func crop(_ x: Double, _ y: Double, _ width: Int, _ height: Int) -> Sketch.Clip {
    let parameters: [String: Setting] = [
      "x": .number(x), "y": .number(y), "width": .number(Double(width)), "height": .number(Double(height)),
    ]
    return wrap(.crop, parameters, size: Size(width: width, height: height))
  }

  package func at(
    _ x: Curve, _ y: Curve, _ anchor: String = "center", within area: SafeArea? = nil
  ) -> Sketch.Clip {
    let inside = area.map { ["within": Setting.text($0.rawValue)] } ?? [:]
    return wrap(.at, ["x": .curve(x), "y": .curve(y), "anchor": .text(anchor)].merging(inside) { $1 })
  }

  package func at(
    _ x: Double, _ y: Double, _ anchor: String = "center", within area: SafeArea? = nil
  ) -> Sketch.Clip {
    at(.constant(x), .constant(y), anchor, within: area)
  }

  package func scaled(_ x: Double, _ y: Double? = nil) -> Sketch.Clip {
    wrap(.scale, ["x": .number(x)].merging(y.map { ["y": .number($0)] } ?? [:]) { $1 })
  }

  package func rotated(_ degrees: Double) -> Sketch.Clip { wrap(.rotate, ["degrees": .number(degrees)]) }

  package func opacity(_ value: Curve) -> Sketch.Clip { wrap(.opacity, ["value": .curve(value)]) }

  package func skewed(_ degrees: Double) -> Sketch.Clip { wrap(.skew, ["x": .number(degrees)]) }

  /// - Parameter corners: x and y of each, clockwise from the left top one.
  package func pinned(_ corners: [Double]) -> Sketch.Clip {
    let names = (1...4).flatMap { ["x\($0)", "y\($0)"] }
    return wrap(.pin, Dictionary(uniqueKeysWithValues: zip(names, corners.map(Setting.number))))
  }

  package var motionBlurred: Sketch.Clip { wrap(.motionblur, ["shutter": .number(180), "samples": .number(8)]) }

  package func blended(_ mode: String) -> Sketch.Clip { wrap(.blend, ["mode": .text(mode)]) }

  package var isolated: Sketch.Clip { wrap(.isolate, [:]) }

  package func blurred(_ radius: Curve) -> Sketch.Clip { wrap(.blur, ["radius": .curve(radius)]) }

  package var grained: Sketch.Clip { wrap(.grain, ["amount": .number(0.1), "seed": .number(3)]) }

  /// Shown from beside, as far as the clock says.
  package var reshaded: Sketch.Clip {
    wrap(.reshade, ["program": .text("t; x; add 0 1; y; r0 2 3; 1; color 4 4 4 5")])
  }

  package func exposed(_ stops: Curve) -> Sketch.Clip { wrap(.adjust, ["exposure": .curve(stops)]) }

  package func masked(_ matte: Sketch.Clip, feather: Curve) -> Sketch.Clip {
    sketch.add(
      .mask, ["by": .text("alpha"), "invert": .flag(false), "feather": .curve(feather)], of: [self, matte], duration,
      size: node.size, hasSound: node.hasSound)
  }

  package func volume(_ value: Curve) -> Sketch.Clip { wrap(.volume, ["value": .curve(value)]) }

  package func panned(_ value: Curve) -> Sketch.Clip { wrap(.pan, ["value": .curve(value)]) }

  /// Through something that changes sound and remembers.
  package func processed(
    _ kind: NodeKind, _ parameters: [String: Setting] = [:], tail: Time = .zero
  ) -> Sketch.Clip {
    let tail = node.size == nil ? tail : .zero
    let said = tail > .zero ? parameters.merging(["tail": .time(tail)]) { $1 } : parameters
    return wrap(kind, said, duration + tail)
  }

  /// Softer while another sounds.
  package func ducked(under other: Sketch.Clip) -> Sketch.Clip {
    let parameters: [String: Setting] = [
      "by": .number(12), "threshold": .number(-30), "attack": .time(time(0.02)), "hold": .time(time(0.1)),
      "release": .time(time(0.3)),
    ]
    return sketch.add(
      .duck, parameters, of: [self, other], duration, size: node.size, hasSound: node.hasSound)
  }

  package func faded(_ coming: Time, _ going: Time) -> Sketch.Clip {
    wrap(.fade, ["in": .time(coming), "out": .time(going)])
  }
}
