/// Something that is bounded, so that a stranger's recipe cannot take more of a machine than its owner gives.
public enum Limit: String, CaseIterable, Sendable {
  // What running the recipe takes.
  case fuel, memory, string, block, message, source, wallClock
  // What it comes to.
  case clips, links, layers, depth, samples, operations, work, seconds, pixels, assets, assetBytes
  // The posts that it remixes.
  case chain, posts, workers, calls, names
  // What reading one file takes.
  case mediaPixels, mediaPixelsPerByte, mediaStreams, mediaPackets, mediaMemory, mediaWallClock

  /// What it is counted in.
  public var unit: String { entry.unit }
  /// What is bounded, in a sentence.
  public var meaning: String { entry.meaning }
  /// What it is unless somebody says otherwise.
  public var standard: Double { Limits()[self] }

  private var entry: (unit: String, meaning: String) {
    switch self {
    case .fuel: ("units", "Work, about one instruction of Lua each; the same on every machine.")
    case .memory: ("bytes", "Memory of the recipe, besides 2 MiB for its calls; at most 4 GiB. Nothing is collected.")
    case .string: ("bytes", "A string.")
    case .block: ("bytes", "What a table takes for its list (16 an element) or for its names (24 each).")
    case .message: ("bytes", "The data of one call, or of what a recipe returns: from 64 KiB to 16 MiB.")
    case .source: ("bytes", "The recipe's text.")
    case .wallClock: ("seconds", "Waiting for the recipe. A backstop: the fuel should be gone before.")
    case .clips: ("clips", "Clips that a recipe makes on its way.")
    case .links: ("inputs", "Places in which the clips of the result are joined.")
    case .layers: ("clips", "Clips that show or sound at once.")
    case .depth: ("clips", "Clips inside clips.")
    case .samples: ("values", "What functions of time are sampled to.")
    case .operations: ("operations", "What one `shade` does to a pixel, on single numbers; equal ones count once.")
    case .work: ("units", "What the host measures and reads for the recipe; about ten microseconds each.")
    case .seconds: ("seconds", "The length of the video.")
    case .pixels: ("pixels", "A picture of the video.")
    case .assets: ("files", "Files that a recipe names.")
    case .assetBytes: ("bytes", "All those files together.")
    case .chain: ("posts", "Posts inside posts.")
    case .posts: ("posts", "Posts that are run.")
    case .workers: ("recipes", "Recipes that are at work at once, inside one another.")
    case .calls: ("calls", "Calls of remixes and their functions inside one another.")
    case .names: ("names", "Params and parts of all posts.")
    case .mediaPixels: ("pixels", "A picture of a file.")
    case .mediaPixelsPerByte: ("pixels", "A picture of more than 8K, for each byte of its file: more is a bomb.")
    case .mediaStreams: ("streams", "Streams of a file.")
    case .mediaPackets: ("packets", "Packets that are counted to measure a file that does not say how long it is.")
    case .mediaMemory: ("bytes", "Memory for reading a file; as much again for the pictures that are handed over.")
    case .mediaWallClock: ("seconds", "Waiting for one picture, a stretch of sound, or a first look. A backstop.")
    }
  }
}
