package import Graph
package import Media

// What each segment is drawn and mixed from: a graph of its own, which knows nothing of the rest of the video.
extension Plan {
  /// What a segment shows. Its clock reads 0 at the segment's first picture; sounds are left out.
  package func picture(of segment: Segment) -> Graph {
    let rate = graph.canvas.frameRate
    let start = rate.time(ofFrame: segment.frames.lowerBound)
    let end = max(start, min(rate.time(ofFrame: segment.frames.upperBound), graph.duration))
    var canvas = graph.canvas
    (canvas.sound, canvas.loudness) = (.stereo, nil)
    var slicer = Slicer(scene, .picture)
    return slicer.slice(TimeRange(start, end), canvas: canvas)
  }

  /// When a picture of a segment is shown, on the clock of the segment's slice.
  package func time(ofFrame frame: Int64, in segment: Segment) -> Time {
    let rate = graph.canvas.frameRate
    return rate.time(ofFrame: frame) - rate.time(ofFrame: segment.frames.lowerBound)
  }

  /// What sounds during a segment, from its first sample on; pictures, and what is said of them, are left out.
  package func sound(of segment: Segment) -> Graph {
    let samples = samples(of: segment)
    let range = TimeRange(
      Time(ticks: samples.lowerBound, rate: AudioBlock.sampleRate),
      Time(ticks: samples.upperBound, rate: AudioBlock.sampleRate))
    var slicer = Slicer(scene, .sound)
    // Of a canvas, sound has nothing but its channels; what pictures make of it makes no difference.
    let canvas = Canvas(
      size: Size(width: 16, height: 16), frameRate: .thirty, sound: graph.canvas.sound)
    return slicer.slice(range, canvas: canvas)
  }

  /// Which samples at 48 kHz belong to a segment. Segments follow one another without a gap.
  package func samples(of segment: Segment) -> Range<Int64> {
    let rate = graph.canvas.frameRate
    let start = rate.time(ofFrame: segment.frames.lowerBound).ticks(rate: AudioBlock.sampleRate)
    guard segment.index + 1 < segments.count else { return start..<max(start, samples.end) }
    return start..<rate.time(ofFrame: segment.frames.upperBound).ticks(rate: AudioBlock.sampleRate)
  }

  /// The segments that some samples belong to, as places in `segments`.
  package func segments(sounding range: Range<Int64>) -> Range<Int> {
    let first = segments.partitioningIndex { samples(of: $0).upperBound > range.lowerBound }
    let end = segments.partitioningIndex { samples(of: $0).lowerBound >= range.upperBound }
    return first..<max(first, end)
  }
}
