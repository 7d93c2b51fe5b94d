import FoundationEssentials
import Reprise

/// What `reprise serve` wants served: it says so in JSON on our standard input.
struct ServeOrder: Codable {
  struct Param: Codable {
    var text: String?
    var number: Double?
    var flag: Bool?
    var word: String?
  }

  /// How it is drawn; times in flicks.
  struct Drawing: Codable {
    var width: Int?
    var height: Int?
    var start: Int64?
    var end: Int64?
    var preset: String?
    var quality: Int?
    var jobs: Int?
  }

  /// A recipe's file or a post, as `Runtime.open` takes it, or else a recipe's text.
  var reference: String?
  var source: String?
  /// What the page calls the video.
  var name: String
  var params: [String: Param]
  /// The folder of the store; nil for none.
  var store: String?
  var drawing: Drawing
  var host: String
  var port: Int
  /// Whether the recipe runs only where all protections of its worker are in force.
  var isIsolated: Bool
  /// By name, what is not as it is by default.
  var limits: [String: Double]
  /// Whether to speak to a program.
  var json: Bool

  init(json bytes: [UInt8]) throws(RepriseError) {
    do {
      self = try JSONDecoder().decode(ServeOrder.self, from: Data(bytes))
    } catch {
      throw RepriseError(
        .usage, code: "order", came: "standard input does not say what to serve",
        remedy: "start this program with: reprise serve RECIPE")
    }
  }

  func stream() throws(RepriseError) -> VideoStream {
    // Without a store that can be had, what is drawn is kept as long as the stream.
    var runtime = Runtime(store: store.flatMap { try? RecipeStore(folder: $0) })
    if isIsolated { runtime.required = .all }
    for (name, amount) in limits { Limit(rawValue: name).map { runtime.limits[$0] = amount } }
    let program =
      if let reference { try runtime.open(reference) } else { Program.recipe(Recipe(source: source ?? "", name: name)) }
    return try runtime.evaluate(program, params: params.compactMapValues(\.value)).stream(options: drawing.options)
  }
}

extension ServeOrder.Drawing {
  fileprivate var options: RenderOptions {
    var options = RenderOptions()
    if let width, let height { options.size = Size(width: width, height: height) }
    if let start, let end, start < end { options.range = TimeRange(Time(flicks: start), Time(flicks: end)) }
    (options.preset, options.quality, options.jobs) = (preset, quality, jobs)
    return options
  }
}

extension ServeOrder.Param {
  fileprivate var value: ParamValue? {
    text.map(ParamValue.text) ?? number.map(ParamValue.number) ?? flag.map(ParamValue.flag) ?? word.map(ParamValue.word)
  }
}
