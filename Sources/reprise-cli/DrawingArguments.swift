import ArgumentParser
import Reprise

/// How a video is drawn and encoded.
struct DrawingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Draw at this size, in the canvas's shape. Default: the canvas's.", valueName: "WxH"),
    transform: Typed.size)
  var size: Size?

  @Option(help: ArgumentHelp("Start here: 2.5 or 1:02.5. Default: 0.", valueName: "time"), transform: Typed.time)
  var from: Time?

  @Option(help: ArgumentHelp("Stop before this. Default: the end.", valueName: "time"), transform: Typed.time)
  var to: Time?

  @Option(help: "Threads that draw. Default: what keeps all processors busy. The bytes do not depend on it.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How much time encoding may take: \(RenderOptions.presets.joined(separator: ", ")). Default: veryfast.",
      valueName: "name"))
  var preset: String?

  @Option(
    help: """
      Constant quality; 0 is the best. H.264 and HEVC: to 51; AV1 and VP9: to 63; WebP: to 100; ProRes 422: 0 (HQ) to 3 \
      (Proxy). Default: what is usual for the codec.
      """)
  var quality: Int?

  func options() throws(RepriseError) -> RenderOptions {
    var options = RenderOptions()
    (options.size, options.preset, options.quality, options.jobs) = (size, preset, quality, jobs)
    options.range = try Typed.range(from: from, to: to)
    return options
  }
}
