/// A stretch of the memory that host and worker share, in bytes.
struct SharedPlace: Hashable, Codable {
  var offset: UInt64
  var length: UInt64
}
