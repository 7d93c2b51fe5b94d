import Codec
import Recipe
import Worker

/// How much a recipe, what it comes to, and the files that it names may take. Passing a limit is an error that no recipe can
/// catch.
///
/// ```swift
/// runtime.limits[.seconds] = 60
/// ```
public struct Limits: Hashable, Sendable {
  var evaluation = Worker.Limits()
  var graph = GraphLimits()
  var media = MediaLimits()

  /// The standard limits: see `Limit.standard`.
  public init() {}

  /// A limit, in its unit. From 0 to 2⁵³: what lies outside is held there.
  public subscript(limit: Limit) -> Double {
    get { access(limit).read(self) }
    set { access(limit).write(&self, min(max(newValue.isNaN ? 0 : newValue, 0), 0x1p53)) }
  }
}

extension Limits {
  /// A way to one number.
  private struct Access {
    let read: (Limits) -> Double
    let write: (inout Limits, Double) -> Void

    init<N: LimitNumber>(_ path: WritableKeyPath<Limits, N>) {
      read = { $0[keyPath: path].amount }
      write = { $0[keyPath: path] = N(amount: $1) }
    }
  }

  private func access(_ limit: Limit) -> Access {
    switch limit {
    case .fuel: Access(\.evaluation.fuel)
    case .memory: Access(\.evaluation.memory)
    case .string: Access(\.evaluation.stringBytes)
    case .block: Access(\.evaluation.blockBytes)
    case .message: Access(\.evaluation.messageBytes)
    case .source: Access(\.evaluation.sourceBytes)
    case .wallClock: Access(\.evaluation.wallClock)
    case .clips: Access(\.graph.clips)
    case .links: Access(\.graph.links)
    case .layers: Access(\.graph.layers)
    case .depth: Access(\.graph.depth)
    case .samples: Access(\.graph.samples)
    case .operations: Access(\.graph.operations)
    case .work: Access(\.graph.work)
    case .seconds: Access(\.graph.seconds)
    case .pixels: Access(\.graph.pixels)
    case .assets: Access(\.graph.assets)
    case .assetBytes: Access(\.graph.assetBytes)
    case .chain: Access(\.graph.chain)
    case .posts: Access(\.graph.posts)
    case .workers: Access(\.graph.workers)
    case .calls: Access(\.graph.calls)
    case .names: Access(\.graph.names)
    case .mediaPixels: Access(\.media.pixels)
    case .mediaPixelsPerByte: Access(\.media.pixelsPerByte)
    case .mediaStreams: Access(\.media.streams)
    case .mediaPackets: Access(\.media.packets)
    case .mediaMemory: Access(\.media.memory)
    case .mediaWallClock: Access(\.media.wallClock)
    }
  }
}
