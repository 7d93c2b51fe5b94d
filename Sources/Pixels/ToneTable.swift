/// What becomes of a colour by itself, tabulated finely enough for straight lines between.
package struct ToneTable: Sendable {
  /// 4097 values from black to white, 16384 being white.
  let values: [Int16]

  /// - Parameter curve: From 0...1; its results are held to that.
  package init(_ curve: (Double) -> Double) {
    values = (0...4096).map { step in
      Int16((curve(Double(step) / 4096).held(to: 0...1) * Double(Opacity.one)).rounded())
    }
  }
}
