import Graph
import Media
import Worker

extension Resolver {
  /// Refuses a result that is out of all proportion: a few clips can be joined to millions of nodes.
  func checkSize(links: Int) throws(RecipeError) {
    guard links > limits.links else { return }
    throw RecipeError(
      .limit, "the recipe's clips are joined in more than \(limits.links) places",
      remedy: "join each clip once, in one sequence { … } or stack { … }")
  }

  /// Refuses pictures that are too large.
  func checkCanvas() throws(RecipeError) {
    guard canvas.size.area > limits.pixels else { return }
    throw RecipeError(
      .limit, "a picture of \(canvas.size) has more than \(limits.pixels) pixels", remedy: "make the canvas smaller",
      operation: "canvas")
  }

  /// Refuses a picture of too many layers: twenty lines can stack a clip on itself a million times.
  func checkLayers(of graph: Graph) throws(RecipeError) {
    var layers: [Int] = []
    for node in graph.nodes {
      let inputs = node.inputs.map { layers[$0] }
      let isSum = node.inputs.count > 1 && node.kind != .sequence
      let count = isSum ? inputs.reduce(0) { min($0 + $1, Int(Int32.max)) } : inputs.max() ?? 1
      layers.append(count)
      guard count > limits.layers else { continue }
      throw RecipeError(
        .limit, "more than \(limits.layers) clips show or sound at once", remedy: "lay fewer over one another")
    }
  }
}
