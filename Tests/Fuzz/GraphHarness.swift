import Graph
import Media

/// The canonical text of graphs, manifests and shaders: what it reads it writes, and reads as the same again.
struct GraphHarness: Harness {
  static let name = "graph"

  static func seeds() throws -> [[UInt8]] {
    try RecipeHarness.gallery().map { Array(try RecipeHarness().graph(of: $0).text.utf8) }
      + ["t; x; add 0 1; sin 2; 0.5; r0 1 3; color 3 3 5 4".utf8].map(Array.init)
      + ["[1e-7,1e21,-0,0.1,5e-324,1.7976931348623157e308]", "{\"\\u0000\\ud83d\\ude00\":null,\"é\":[true,false]}"]
      .map { Array($0.utf8) }
  }

  func take(_ input: [UInt8]) {
    takeShader(input)
    do throws(CanonicalJSON.Mistake) {
      let value = try CanonicalJSON(parsing: input)
      let text = value.text
      let again = try CanonicalJSON(parsing: Array(text.utf8))
      claim(again == value, "what was written reads differently")
      claim(again.text == text, "what was read again is written differently")
      claim(Digest(hexadecimal: "\(Digest(of: text.utf8))") == Digest(of: text.utf8), "a digest has two texts")
    } catch {
      claim((0...input.count).contains(error.offset), "the mistake lies outside: \(error)")
      claim(!error.problem.isEmpty, "a mistake says nothing")
    }
  }

  private func takeShader(_ input: [UInt8]) {
    guard let text = String(validating: input, as: UTF8.self), let shader = try? Shader(text) else { return }
    claim(shader.text == text, "a shader has two texts")
    claim(shader.steps.count <= Shader.mostSteps, "a shader has too many steps")
  }
}
