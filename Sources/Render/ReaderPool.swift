import Graph
import Media

/// One job's readers. Two clips of one file that show at once each keep a reader of their own, so that neither makes the
/// other seek.
final class ReaderPool<Source> {
  private var readers: [Digest: [Reader]] = [:]
  private var clock = 0
  /// Enough for one file beside itself a few times; beyond it, the one that waited longest seeks.
  private let mostPerAsset = 4
  /// Each may be a process with two descriptors of the host's. Beyond so many, the one that waited longest is closed.
  private let most = 64
  /// A reader this far ahead in the file, in seconds, is taken along rather than a new one opened.
  private let reach = 2.0

  private struct Reader {
    var source: Source
    var seconds: Double
    var used: Int
  }

  /// A reader that is near an instant of a file, or that may be moved there.
  func reader(of asset: Digest, near time: Time, open: () throws -> Source) throws -> Source {
    clock += 1
    let wanted = time.seconds
    var known = readers[asset] ?? []
    let index: Int
    if let near = known.indices.filter({ abs(known[$0].seconds - wanted) <= reach }).min(by: {
      abs(known[$0].seconds - wanted) < abs(known[$1].seconds - wanted)
    }) {
      index = near
    } else if known.count < mostPerAsset {
      makeRoom(besides: asset)
      known.append(Reader(source: try open(), seconds: wanted, used: clock))
      index = known.count - 1
    } else {
      index = known.indices.min { known[$0].used < known[$1].used } ?? 0
    }
    (known[index].seconds, known[index].used) = (wanted, clock)
    readers[asset] = known
    return known[index].source
  }

  private func makeRoom(besides asset: Digest) {
    guard readers.values.reduce(0, { $0 + $1.count }) >= most else { return }
    let oldest = readers.filter { $0.key != asset }.min {
      ($0.value.map(\.used).min() ?? 0) < ($1.value.map(\.used).min() ?? 0)
    }
    guard let oldest, let used = oldest.value.map(\.used).min() else { return }
    let left = oldest.value.filter { $0.used != used }
    readers[oldest.key] = left.isEmpty ? nil : left
  }
}
