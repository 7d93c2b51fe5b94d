import Foundation
import Graph
import Props
import Store
import Testing

@testable import Reprise

/// A post whose colours go through a table plays from the store alone.
@Test func aPostBringsItsTableOfColoursAlong() throws {
  let workshop = try Workshop()
  let store = try RecipeStore(folder: workshop.path("store"))
  // Red and blue change places.
  let corners = (0..<8).map { "\($0 >> 2) \($0 >> 1 & 1) \($0 & 1)\n" }.joined()
  try workshop.write("swap.cube", "LUT_3D_SIZE 2\n\(corners)".utf8)
  let recipe = Recipe(source: "return solid('red'):lasting(1):grade('swap.cube')", folder: workshop.path(""))
  let post = try store.publish(
    Runtime().evaluate(recipe), PostDetails(author: "Ana"), keyFile: workshop.path("key"))
  try FileManager.default.removeItem(atPath: workshop.path("swap.cube"))

  for isolation in [Runtime.Isolation.process(), .inProcess] {
    let blue = try Runtime(isolation: isolation).evaluate(post, in: store).picture(at: .zero)
    #expect(blue.withPlane(0) { bytes, _ in Array(bytes.prefix(3)) } == [0, 0, 255], "\(isolation)")
  }
}
