import CFFmpeg
import Synchronization

extension FFmpeg {
  private static let plainCode = Mutex(())

  /// Calls FFmpeg while it finds a processor without vectors, so that it chooses plain C. Vectors add up floating-point
  /// numbers in other orders than C does, each kind in its own.
  ///
  /// The switch is the process's: what others open meanwhile may be plain, too. It is slower then, and gives the same, since
  /// what is not called by way of this reckons in whole numbers.
  static func withPlainCode(_ call: () -> Int32) -> Int32 {
    plainCode.withLock { _ in
      let usual = av_get_cpu_flags()
      av_force_cpu_flags(0)
      defer { av_force_cpu_flags(usual) }
      return call()
    }
  }
}
