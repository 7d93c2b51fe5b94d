/// How a stretched clip's clock is divided, in samples: see `StretchedEpoch` of Render.
package enum Stretching {
  /// 10 s.
  package static let epoch: Int64 = 480_000
  /// So long before its epoch a stretcher begins.
  package static let lead: Int64 = 24_000
  /// So long after its epoch it goes on: in that time the next takes over.
  package static let window: Int64 = 24_000
  /// So far ahead in the input a stretcher looks, of a clip at its own pace.
  package static let reach: Int64 = 24_000
}
