/// Collects nodes; an equal node is kept once.
package struct GraphBuilder {
  private var nodes: [Node] = []
  private var places: [Node: Int] = [:]

  package init() {}

  /// The node's place in the graph.
  package mutating func add(_ node: Node) -> Int {
    if let place = places[node] { return place }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  package subscript(place: Int) -> Node { nodes[place] }

  /// The graph that leads to `root`: what it does not use is dropped, and the rest numbered afresh.
  package func graph(root: Int, canvas: Canvas) -> Graph {
    Graph(canvas: canvas, nodes: renumbered(from: root))
  }

  /// The nodes that `root` needs, each after its inputs, as a walk meets them. No recursion: depth comes from outside.
  private func renumbered(from root: Int) -> [Node] {
    var order: [Node] = []
    var fresh: [Int: Int] = [:]
    var walk: [(place: Int, next: Int)] = [(root, 0)]
    while let (place, next) = walk.last {
      let inputs = nodes[place].inputs
      if next < inputs.count {
        walk[walk.count - 1].next += 1
        if fresh[inputs[next]] == nil { walk.append((inputs[next], 0)) }
        continue
      }
      walk.removeLast()
      fresh[place] = order.count
      order.append(nodes[place].reading(from: inputs.compactMap { fresh[$0] }))
    }
    return order
  }
}

extension Node {
  fileprivate func reading(from inputs: [Int]) -> Node {
    Node(
      kind, version: version, parameters: parameters, inputs: inputs, duration: duration, size: size, hasSound: hasSound
    )
  }
}
