import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

@Test func aDifferenceNamesTheNodeAndTheField() {
  let sketch = Sketch()
  let base = sketch.video("film", time(4))
  let old = sketch.stack([base, sketch.text("one", 90, 30, time(4))]).graph
  let new = sketch.stack([base, sketch.text("two", 90, 30, time(4))]).graph
  #expect(Difference.between(old, old).isEmpty)
  #expect(Difference.between(old, new) == [.field(of: "text", name: "text", from: "\"one\"", to: "\"two\"")])
  #expect(Difference.between(base.graph, old) == [.added("text"), .added("stack")])
  #expect(Difference.between(old, base.graph) == [.removed("text"), .removed("stack")])
}

@Test func anotherOrderIsADifference() {
  let sketch = Sketch()
  let (a, b) = (sketch.video("a", time(1)), sketch.video("b", time(2)))
  let found = Difference.between(sketch.sequence([a, b]).graph, sketch.sequence([b, a]).graph)
  #expect(found == [.joinedOtherwise])
}

@Test func graphsWithoutADifferenceAreEqual() throws {
  try always(runs: 300) {
    ($0.tree(3), $0.tree(3))
  } holds: { first, second in
    let sketch = Sketch()
    let (a, b) = (first.clip(sketch).graph, second.clip(sketch).graph)
    return Difference.between(a, b).isEmpty == (a == b)
  }
}

@Test func pairsHoldEveryElementOnceAndEqualOnesMeet() throws {
  try always {
    ($0.list(0...12) { $0.int(0...4) }, $0.list(0...12) { $0.int(0...4) })
  } holds: { old, new in
    let pairs = Pairing.pairs(old, new)
    return pairs.compactMap(\.old) == Array(old.indices) && pairs.compactMap(\.new) == Array(new.indices)
  }
}
