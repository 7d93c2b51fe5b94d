import Graph
import Media
import Sketches
import Testing

@testable import Render

private let film = Digest(of: "film".utf8)

/// Hands out readers by number, and counts them.
private final class Desk {
  var opened = 0
  let pool = ReaderPool<Int>()

  func reader(at seconds: Double) throws -> Int {
    try pool.reader(of: film, near: time(seconds)) {
      opened += 1
      return opened
    }
  }
}

@Test func twoPlacesOfOneFileHaveReadersOfTheirOwn() throws {
  let desk = Desk()
  for step in 0..<100 {
    #expect(try desk.reader(at: Double(step) / 30) == 1)
    #expect(try desk.reader(at: 60 + Double(step) / 30) == 2)
  }
  #expect(desk.opened == 2)
}

@Test func noFileIsOpenedMoreThanFourTimes() throws {
  let desk = Desk()
  for step in 0..<100 { _ = try desk.reader(at: Double(step * 37 % 100) * 10) }
  #expect(desk.opened == 4)
}

@Test func theReaderThatWaitedLongestMoves() throws {
  let desk = Desk()
  for place in [0.0, 100, 200, 300, 0] { _ = try desk.reader(at: place) }
  #expect(try desk.reader(at: 400) == 2)
}
