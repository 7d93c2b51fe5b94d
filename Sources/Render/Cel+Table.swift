import Media
import Pixels

extension Cel {
  /// With its colours looked up in a table, or as far on the way there as `amount` says.
  func lookedUp(in file: CubeFile, amount: Double) -> Cel {
    let toned = file.tones.map { tones in
      mapped(tones.table(0, amount), tones.table(1, amount), tones.table(2, amount))
    }
    return file.cube.map { (toned ?? self).mapped(by: $0, amount: amount) } ?? toned ?? self
  }
}

extension CubeFile.Tones {
  /// What becomes of red, green or blue, with straight lines between steps.
  fileprivate func table(_ channel: Int, _ amount: Double) -> ToneTable {
    let (first, end) = (Double(low[channel]), Double(high[channel]))
    let last = Double(steps.count - 1)
    return ToneTable { color in
      let place = min(max((color - first) / (end - first) * last, 0), last)
      let index = min(Int(place), steps.count - 2)
      let (a, b) = (Double(steps[index][channel]), Double(steps[index + 1][channel]))
      let found = a + (b - a) * (place - Double(index))
      return color + (min(max(found, 0), 1) - color) * amount
    }
  }
}
