import Glibc
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Reprise

/// Serves one stream over HTTP until the program is asked to end.
struct StreamServer {
  /// What the page calls the video.
  let name: String
  let stream: VideoStream
  /// Where it listens: a name or an address of this machine.
  let host: String
  /// 0 lets the system choose.
  let port: Int

  /// - Parameter ready: Told the address of the page, once it can be asked for.
  /// - Throws: `RepriseError` if the port cannot be had.
  func run(ready: @escaping @Sendable (String) -> Void) async throws {
    let host = host
    var logger = Logger(label: "reprise")
    logger.logLevel = .critical
    let server = Application(
      responder: StreamResponder(name: name, stream: stream, hosts: allowedHosts),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        ready("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
      }, logger: logger)
    do {
      try await server.runService()
    } catch let error as IOError {
      throw RepriseError(
        .machine, code: "cannotListen", came: "port \(port) of \(host): \(String(cString: strerror(error.errnoCode)))",
        remedy: remedy(error))
    }
  }

  private func remedy(_ error: IOError) -> String {
    error.errnoCode == EADDRINUSE
      ? "another program listens there; choose another --port, or 0 for any that is free"
      : "choose another --host or --port"
  }

  /// Where only this machine can connect, only its own names are answered to.
  private var allowedHosts: Set<String>? {
    let own: Set = ["127.0.0.1", "localhost", "[::1]"]
    return own.contains(host) || host == "::1" ? own : nil
  }
}
