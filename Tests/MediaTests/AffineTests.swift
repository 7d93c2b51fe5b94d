import Claims
import Media
import Testing

extension Draws {
  fileprivate mutating func affine() -> Affine {
    let parts = (0..<6).map { _ in real(-4...4) }
    return Affine(a: parts[0], b: parts[1], c: parts[2], d: parts[3], tx: parts[4], ty: parts[5])
  }
}

private func isNear(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Bool {
  abs(a.x - b.x) < 1e-9 && abs(a.y - b.y) < 1e-9
}

@Test func aMapThenAnotherTakesEachPointTwice() throws {
  try always {
    ($0.affine(), $0.affine(), $0.real(-9...9), $0.real(-9...9))
  } holds: { f, g, x, y in
    let once = f(x, y)
    return isNear(f.then(g)(x, y), g(once.x, once.y))
  }
}

@Test func theWayBackLeadsBack() throws {
  try always {
    ($0.affine(), $0.real(-9...9), $0.real(-9...9))
  } holds: { map, x, y in
    guard abs(map.a * map.d - map.b * map.c) > 0.01, let back = map.inverse else { return true }
    let there = map(x, y)
    return isNear(back(there.x, there.y), (x, y))
  }
}

@Test(arguments: [
  Affine(a: 0, d: 0), Affine(a: 1, b: 2, c: 2, d: 4), Affine(a: .nan), Affine(tx: .infinity), Affine(a: 1e300),
])
func aMapWithoutAWayBackSaysSo(map: Affine) {
  #expect(map.inverse == nil)
}

@Test func theSixNumbersAreThoseOfCSS() {
  // CSS Transforms 1, section 13: matrix(a, b, c, d, e, f) maps (x, y) to (ax + cy + e, bx + dy + f).
  #expect(Affine(a: 1, b: 2, c: 3, d: 4, tx: 5, ty: 6)(10, 100) == (315, 426))
}
