import CFFmpeg
import Synchronization

extension FFmpeg {
  private static let plainCode = Mutex(())

  /// Opens something while FFmpeg finds a processor without vectors, so that it keeps to plain C for good. Vectors add up
  /// floating-point numbers in other orders than C does, each kind in its own.
  ///
  /// The switch is the process's: what others open meanwhile may be plain, too. It is slower then, and its results are
  /// the same, since what is not opened here reckons in whole numbers.
  static func withPlainCode<R, E: Error>(_ open: () throws(E) -> R) throws(E) -> R {
    try plainCode.withLock { _ throws(E) in
      let usual = av_get_cpu_flags()
      av_force_cpu_flags(0)
      defer { av_force_cpu_flags(usual) }
      return try open()
    }
  }
}
