import Glibc
import Reprise

/// What a program must set right before it does anything else.
enum Machine {
  static func prepare() {
    // A reader that has gone away ends our writing, not us: an output file may be under way.
    signal(SIGPIPE, SIG_IGN)
    unblockSignals()
    openMissingDescriptors()
    Runtime.keepFreedMemory()
  }

  /// Whoever starts us from a thread of a pool hands on that thread's mask, which lets no signal through.
  private static func unblockSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Where a caller closed 0, 1 or 2, the first file that is opened would take its number, and our words would go into it.
  private static func openMissingDescriptors() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
      // Safe to forget: the lowest free number is the one that is missing.
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Whether a person reads what is written to a descriptor.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The value of a variable of the environment, nil if it is empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// How many columns a terminal has.
  static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
