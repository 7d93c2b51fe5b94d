extension Float {
  /// The sample, or silence where it is no number, beyond all bounds, or so small that processors are slow with it.
  @inline(__always) var settled: Float { abs(self) > 1e-20 && abs(self) < 1e20 ? self : 0 }
}

extension Double {
  /// The state of a processor, or 0 where it is no number, beyond all bounds, or so small that processors are slow with it.
  @inline(__always) var settled: Double { abs(self) > 1e-20 && abs(self) < 1e20 ? self : 0 }
}
