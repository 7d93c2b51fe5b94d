import Codec
import Graph
import Pixels
import Plan
import Render

/// Draws two compositions side by side and compares their pictures, at the instants of the first one's.
///
/// What their plans know to be the same is not drawn.
struct PictureComparer {
  private let first, second: Composition
  private let size: Size
  private let frameCount: Int64
  private let compositors: (Compositor, Compositor)

  /// A picture that differs.
  private struct Finding {
    let frame: Int64
    let likeness: Likeness
  }

  init(_ first: Composition, _ second: Composition, size: Size?) throws {
    (self.first, self.second, self.size) = (first, second, try first.checked(size))
    guard (try? second.checked(self.size)) == self.size else {
      throw RepriseError(
        .usage, code: "wrongShape", came: "one canvas is \(first.size), the other \(second.size)",
        wanted: "two of one shape", remedy: "change one of the canvases")
    }
    let rate = first.frameRate
    frameCount = min(first.frameCount, rate.frames(before: second.duration))
    compositors = (first.compositor(self.size), second.compositor(self.size))
  }

  func run(progress: (RenderProgress) -> Void, isCancelled: () -> Bool) throws -> PictureComparison {
    let known = try knownFrames()
    let drawn = (0..<frameCount).filter { frame in !known.contains { $0.contains(frame) } }
    var findings: [Finding] = []
    for (turn, frame) in drawn.enumerated() {
      guard !isCancelled() else { throw CancellationError() }
      let (a, b) = try pictures(frame)
      let likeness = Likeness(a, b)
      if !likeness.isSame { findings.append(Finding(frame: frame, likeness: likeness)) }
      progress(RenderProgress(framesDone: Int64(turn + 1), frameCount: Int64(drawn.count)))
    }
    return PictureComparison(
      stretches: stretches(of: findings), frameCount: frameCount, drawnFrameCount: Int64(drawn.count),
      durations: [first.duration, second.duration], size: size)
  }

  /// Both pictures of an instant.
  func pictures(_ frame: Int64) throws -> (Frame, Frame) {
    let time = first.frameRate.time(ofFrame: frame)
    return (try compositors.0.still(frame), try compositors.1.still(second.frameRate.frame(at: time)))
  }

  /// Frames whose segments stand at one place in both, and have one key.
  private func knownFrames() throws -> [Range<Int64>] {
    guard first.frameRate == second.frameRate else { return [] }
    let encoding = try VideoEncoding(.png, size: size, frameRate: first.frameRate, hasAlpha: true)
    let plans = [first, second].map { Plan($0.graph, output: size) }
    let keys = plans.map { PictureKeys($0, encoding).keys }
    let others = Dictionary(
      zip(plans[1].segments.map(\.frames), keys[1])
    ) { key, _ in key }
    return zip(plans[0].segments, keys[0]).filter { others[$0.frames] == $1 }.map(\.0.frames)
  }

  private func stretches(of findings: [Finding]) -> [PictureComparison.Stretch] {
    var runs: [[Finding]] = []
    for finding in findings {
      if runs.last?.last?.frame == finding.frame - 1 {
        runs[runs.count - 1].append(finding)
      } else {
        runs.append([finding])
      }
    }
    return runs.compactMap(stretch)
  }

  private func stretch(_ run: [Finding]) -> PictureComparison.Stretch? {
    let worst = run.min { $0.likeness.similarity < $1.likeness.similarity }
    guard let start = run.first?.frame, let end = run.last?.frame, let worst else { return nil }
    let (rate, count) = (first.frameRate, Double(run.count))
    return PictureComparison.Stretch(
      range: TimeRange(rate.time(ofFrame: start), rate.time(ofFrame: end + 1)), frameCount: run.count,
      similarity: run.reduce(0) { $0 + $1.likeness.similarity } / count,
      leastSimilarity: worst.likeness.similarity, worst: rate.time(ofFrame: worst.frame),
      greatest: run.map(\.likeness.greatest).max() ?? 0,
      share: run.reduce(0) { $0 + $1.likeness.share } / count)
  }
}

extension Composition {
  fileprivate func compositor(_ size: Size) -> Compositor {
    Compositor(Scene(graph, output: size), footage: shelf, keepsAlpha: isTranslucent)
  }
}
