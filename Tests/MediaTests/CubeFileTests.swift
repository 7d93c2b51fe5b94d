import Claims
import Media
import Testing

/// `.cube` files, as Adobe's specification writes them.
@Suite struct CubeFileTests {
  private func file(_ text: String) throws -> CubeFile { try CubeFile(Array(text.utf8)) }

  @Test func threeDimensionsAreRead() throws {
    let text = """
      # a comment
      TITLE "A look"

      LUT_3D_SIZE 2
      DOMAIN_MIN 0 0 -1
      DOMAIN_MAX 1 2 1
      0 0 0
      1 0 0   # red comes first
      0 1 0\r
      1\t1  0
      0 0 1
      1 0 1
      0 1 1
      1 1 1.5e0
      """
    let cube = try #require(try file(text).cube)
    #expect(cube.size == 2)
    #expect(cube.corners[1] == [1, 0, 0, 0] && cube.corners[7] == [1, 1, 1.5, 0])
    #expect(cube.low == [0, 0, -1] && cube.high == [1, 2, 1])
  }

  @Test func oneDimensionAndBothAreRead() throws {
    let tones = "LUT_1D_SIZE 3\nLUT_1D_INPUT_RANGE 0 2\n0 0 0\n.5 .4 .3\n1 1 1\n"
    let read = try file(tones)
    #expect(read.tones?.steps == [[0, 0, 0], [0.5, 0.4, 0.3], [1, 1, 1]])
    #expect(read.tones?.high == [2, 2, 2] && read.cube == nil)
    let corners = (0..<8).map { "\($0 & 1) \($0 >> 1 & 1) \($0 >> 2)" }.joined(separator: "\n")
    let both = try file("LUT_3D_SIZE 2\n" + tones + corners)
    #expect(both.tones?.steps.count == 3 && both.cube?.corners.count == 8)
  }

  @Test(arguments: [
    ("", 1, "no size"), ("0 0 0", 1, "before any size"), ("LUT_3D_SIZE 1", 1, "size is \"1\""),
    ("LUT_3D_SIZE 100", 1, "size is \"100\""), ("LUT_3D_SIZE", 1, "size is"),
    ("LUT_1D_SIZE 2\n0 0 0", 2, "1 colours came"),
    ("LUT_1D_SIZE 2\n0 0 0\n1 1 1\n1 1 1", 4, "more than 2"), ("LUT_1D_SIZE 2\n0 0 0\n1 1", 3, "\"1 1\""),
    ("LUT_1D_SIZE 2\n0 nan 0\n1 1 1", 2, "nan"), ("LUT_1D_SIZE 2\n0 0 0\n1 1 inf", 3, "inf"), ("SIZE 2", 1, "SIZE"),
    ("LUT_1D_SIZE 2\nDOMAIN_MIN 1 1 1\n0 0 0\n1 1 1", 1, "domain"),
  ])
  func aDamagedFileIsAMistakeWithItsLine(text: String, line: Int, words: String) throws {
    let mistake = try #require(throws: CubeFile.Mistake.self) { try file(text) }
    #expect(mistake.line == line && mistake.problem.contains(words), "\(mistake)")
  }

  @Test func anythingIsReadOrIsAMistakeInside() throws {
    let words = ["LUT_3D_SIZE", "LUT_1D_SIZE", "2", "DOMAIN_MIN", "0", "1", "\n", "#", "-", "1e99", "\u{0}", "é"]
    try always(runs: 2000) { draws in
      draws.list(0...40) { $0.one(of: words) }.joined(separator: " ")
    } holds: { text in
      do {
        _ = try CubeFile(Array(text.utf8))
        return true
      } catch let mistake as CubeFile.Mistake {
        return (1...text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count).contains(
          mistake.line)
      }
    }
  }
}
