import ArgumentParser
import Reprise

/// Arguments with units, read from what is typed.
enum Typed {
  /// `1280x720`. Whether a video may have the size is for the recipe's canvas to say.
  static func size(_ text: String) throws -> Size {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else {
      throw ValidationError("wanted a width and a height, such as 1280x720")
    }
    return Size(width: width, height: height)
  }

  static func codec(_ text: String) throws -> VideoCodec {
    guard let codec = VideoCodec(rawValue: text.lowercased()) else {
      throw ValidationError("wanted one of \(VideoCodec.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return codec
  }

  static func budget(_ text: String) throws -> Budget {
    do { return try Budget(text) } catch { throw ValidationError(error.message) }
  }

  static func form(_ text: String) throws -> Writing.Form {
    guard let form = Writing.Form(rawValue: text) else {
      throw ValidationError("wanted one of \(Writing.Form.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return form
  }

  static func carry(_ text: String) throws -> RenderOptions.Carry {
    guard let carry = RenderOptions.Carry(rawValue: text) else {
      throw ValidationError(
        "wanted one of \(RenderOptions.Carry.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return carry
  }

  /// `800`, `500M`, `20G`: bytes, in thousands.
  static func byteCount(_ text: String) throws -> Int64 {
    let units: [Character: Int64] = ["K": 1000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000]
    let unit = text.uppercased().last.flatMap { units[$0] }
    guard let count = Int64(unit == nil ? text : String(text.dropLast())), count >= 0,
      case let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit ?? 1), !isTooLarge
    else { throw ValidationError("wanted a number of bytes, such as 500M or 20G") }
    return bytes
  }

  /// Seconds from the start, such as `2.5` or `1:02.5`.
  static func time(_ text: String) throws -> Time {
    guard let time = Time(text), time >= .zero else {
      throw ValidationError("wanted seconds from the start, such as 2.5 or 1:02.5")
    }
    return time
  }

  /// The part between `--from` and `--to`; nil for all.
  static func range(from: Time?, to: Time?) throws(RepriseError) -> TimeRange? {
    guard from != nil || to != nil else { return nil }
    let (start, end) = (from ?? .zero, to ?? .limit)
    guard start < end else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "--from \(start) is not before --to \(end)",
        remedy: "swap them, or leave one out")
    }
    return TimeRange(start, end)
  }
}
