import Claims
import Media
import Testing

@Test func cornersGoWhereTheyArePut() throws {
  try always(runs: 500) { draws in
    (0..<4).map { corner in
      // Around the corners of a square, so that most are convex.
      let (x, y) = [(0.0, 0.0), (100, 0), (100, 100), (0, 100)][corner]
      return Corners.Point(x: x + Double(draws.int(-45...45)), y: y + Double(draws.int(-45...45)))
    }
  } holds: { points in
    guard let projection = Projection(unitSquareTo: Corners(points)), let back = projection.inverse else { return true }
    let square = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
    return zip(square, points).allSatisfy { corner, wanted in
      guard let found = projection(corner.0, corner.1), let home = back(wanted.x, wanted.y) else { return false }
      return abs(found.x - wanted.x) < 1e-6 && abs(found.y - wanted.y) < 1e-6 && abs(home.x - corner.0) < 1e-6
        && abs(home.y - corner.1) < 1e-6
    }
  }
}

@Test func straightLinesStayStraight() throws {
  let corners = Corners([.init(x: 10, y: 20), .init(x: 90, y: 5), .init(x: 120, y: 80), .init(x: 0, y: 60)])
  let projection = try #require(Projection(unitSquareTo: corners))
  let points = try [0.1, 0.4, 0.8].map { try #require(projection($0, 0.3 + 0.5 * $0)) }
  let (a, b) = (
    (points[1].x - points[0].x, points[1].y - points[0].y), (points[2].x - points[0].x, points[2].y - points[0].y)
  )
  #expect(abs(a.0 * b.1 - a.1 * b.0) < 1e-6)
}

@Test func whatNoPlaneLooksLikeIsNone() {
  #expect(
    Projection(unitSquareTo: Corners([.init(x: 0, y: 0), .init(x: 1, y: 1), .init(x: 1, y: 0), .init(x: 0, y: 1)]))
      == nil)
  #expect(Projection(unitSquareTo: Corners(Array(repeating: .init(x: 3, y: 3), count: 4))) == nil)
  #expect(Projection(unitSquareTo: Corners(Array(repeating: .init(x: .nan, y: 3), count: 4))) == nil)
}
