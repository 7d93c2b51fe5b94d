import Claims
import Graph
import Media
import Testing

private let canvas = Canvas(size: Size(width: 640, height: 360), frameRate: .thirty)

/// A graph as a list of instructions: what each node is, and which earlier ones it reads.
private struct Sketch: CustomStringConvertible {
  var steps: [(kind: NodeKind, value: Int, inputs: [Int])]
  var description: String { steps.map { "\($0.kind) \($0.value) \($0.inputs)" }.joined(separator: ", ") }

  func node(_ index: Int, inputs: [Int]) -> Node {
    let step = steps[index]
    let parameters: [String: Setting] =
      step.kind.isSource ? ["color": .color(step.value == 0 ? .black : .white)] : ["value": .number(Double(step.value))]
    return Node(
      step.kind, parameters: parameters, inputs: inputs, duration: Time(flicks: Time.flicksPerSecond),
      size: canvas.size, hasSound: false)
  }

  /// The graph of the last step, its nodes added in an order; inputs first whatever it says.
  func graph(adding order: [Int]) -> Graph {
    var builder = GraphBuilder()
    var places: [Int: Int] = [:]
    func add(_ index: Int) -> Int {
      if let place = places[index] { return place }
      let inputs = steps[index].inputs.map(add)
      let place = builder.add(node(index, inputs: inputs))
      places[index] = place
      return place
    }
    for index in order { _ = add(index) }
    let root = add(steps.count - 1)
    return builder.graph(root: root, canvas: canvas)
  }
}

extension Draws {
  fileprivate mutating func sketch() -> Sketch {
    var sketch = Sketch(steps: [])
    for index in 0...int(0...12) {
      let isSource = index == 0 || int(0...2) == 0
      let inputs = isSource ? [] : list(1...3) { $0.int(0...index - 1) }
      sketch.steps.append((isSource ? .solid : one(of: [.stack, .sequence, .opacity]), int(0...1), inputs))
    }
    return sketch
  }

  fileprivate mutating func order(_ count: Int) -> [Int] {
    var rest = Array(0..<count)
    return (0..<count).map { _ in rest.remove(at: int(0...rest.count - 1)) }
  }
}

@Test func theOrderOfMakingLeavesNoTrace() throws {
  try always(runs: 500) { draws in
    let sketch = draws.sketch()
    return (sketch, draws.order(sketch.steps.count), draws.order(sketch.steps.count))
  } holds: { sketch, first, second in
    let (a, b) = (sketch.graph(adding: first), sketch.graph(adding: second))
    return a == b && a.text == b.text && a.digest == b.digest
  }
}

@Test func equalNodesAreKeptOnce() throws {
  try always(runs: 500) {
    $0.sketch()
  } holds: { sketch in
    let graph = sketch.graph(adding: [])
    let lines = graph.text.split(separator: "\n").dropFirst().dropLast().map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    return Set(graph.nodes).count == graph.nodes.count && Set(lines).count == lines.count
      && lines.count == graph.nodes.count
  }
}

@Test func everyNodeComesAfterItsInputsAndIsNeeded() throws {
  try always(runs: 500) {
    $0.sketch()
  } holds: { sketch in
    let nodes = sketch.graph(adding: Array(sketch.steps.indices)).nodes
    let read = Set(nodes.flatMap(\.inputs)).union([nodes.count - 1])
    return nodes.enumerated().allSatisfy { index, node in node.inputs.allSatisfy { $0 < index } }
      && read == Set(nodes.indices)
  }
}

@Test func aDeepGraphNeedsNoStack() {
  var builder = GraphBuilder()
  var place = builder.add(Node(.solid, duration: .zero, size: canvas.size, hasSound: false))
  for index in 0..<200_000 {
    let value: [String: Setting] = ["value": .number(Double(index % 2))]
    place = builder.add(
      Node(.opacity, parameters: value, inputs: [place], duration: .zero, size: canvas.size, hasSound: false))
  }
  #expect(builder.graph(root: place, canvas: canvas).nodes.count == 200_001)
}

@Test func theTextIsOneCanonicalObject() {
  let graph = Sketch(steps: [(.solid, 0, []), (.opacity, 1, [0]), (.stack, 0, [0, 1])]).graph(adding: [])
  #expect(
    graph.text == """
      {"canvas":{"background":"#000000","fps":"30","height":360,"width":640},"language":1,"nodes":[
      {"color":"#000000","kind":"solid","seconds":1,"version":1},
      {"kind":"opacity","of":[0],"value":1,"version":1},
      {"kind":"stack","of":[0,1],"value":0,"version":1}
      ]}

      """)
  #expect(graph.digest == Digest(of: graph.text.utf8.filter { $0 != 10 }))
}
