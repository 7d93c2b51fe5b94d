import Graph
import Media
import Plan
import Sketches
import Testing

private func text(_ effect: String?, isSung: Bool = false) throws -> MovingText {
  let scene = Scene(Sketch().movingText(effect, isSung: isSung, time(9)).graph)
  guard case .movingText(let text)? = scene.elements.first else { throw CancellationError() }
  return text
}

private func state(_ effect: String, _ piece: Int, _ seconds: Double) throws -> TextMotion.State {
  try text(effect).motion.state(of: piece, at: time(seconds))
}

/// To six decimals.
private func rounded(_ state: TextMotion.State) -> [Double] {
  [state.y, state.scale, state.opacity, state.sung].map { ($0 * 1e6).rounded() / 1e6 + 0 }
}

@Suite struct TextMotionTests {
  @Test func piecesComeOneAfterAnother() throws {
    #expect(try rounded(state("rise", 0, 0)) == [10, 1, 0, 0])
    #expect(try state("rise", 0, 0.45) == .rest)
    #expect(try rounded(state("rise", 2, 0.6)) == [10, 1, 0, 0])
    #expect(try state("rise", 2, 1.05) == .rest)
    // Penner's outBack swings past its end.
    #expect(try state("rise", 0, 0.3).y < 0)
    #expect(try state("pop", 0, 0.3).scale > 1)
    #expect(try rounded(state("fade", 1, 0.3)) == [0, 1, 0, 0])
  }

  @Test func aTypewriterShowsAPieceWhenItsTurnComes() throws {
    #expect(try [0.29, 0.3].map { try state("typewriter", 1, $0).opacity } == [0, 1])
  }

  @Test func aWaveSwingsByASineAndNeverRests() throws {
    let text = try text("wave")
    #expect(text.motion.end == nil)
    #expect(abs(text.motion.state(of: 0, at: time(0.45 / 4)).y + 10) < 1e-6)
    #expect(abs(text.motion.state(of: 1, at: time(0.3 + 0.45)).y) < 1e-6)
  }

  @Test func wordsAreSungBetweenTheirTimes() throws {
    let motion = try text(nil, isSung: true).motion
    func sung(_ word: Int, _ seconds: Double) -> Double { motion.state(of: word, at: time(seconds)).sung }
    #expect(sung(0, 0.1) == 0)
    #expect(abs(sung(0, 0.45) - 0.5) < 1e-6)
    #expect(sung(0, 0.7) == 1)
    #expect(sung(1, 0.69) == 0)
    #expect(abs(sung(2, 1.3) - 0.5) < 1e-6)
    #expect(sung(3, 9) == 0)
  }

  @Test func onceAllHaveComeItIsATextLikeAnyOther() throws {
    let clip = Sketch().movingText("rise", isSung: true, time(9))
    let scene = Scene(clip.graph)
    func layer(_ seconds: Double) throws -> Layer { try #require(scene.layers(at: time(seconds)).first) }
    #expect(try !layer(1.69).isConstant)
    let settled = try layer(1.7)
    guard case .text(let node) = settled.source else { throw CancellationError() }
    #expect(settled.isConstant && node.parameters["color"] == .color(.black) && node.parameters["animation"] == nil)
    // And slices from then on are that text's.
    let last = try #require(Plan(clip.graph).segments.last)
    #expect(Plan(clip.graph).picture(of: last).nodes.allSatisfy { $0.parameters["karaoke"] == nil })
  }
}
