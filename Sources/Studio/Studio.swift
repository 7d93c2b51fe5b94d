import Glibc
import Reprise

/// The program `reprise-studio`: reads on standard input what to serve, and serves it until it is stopped.
@main
enum Studio {
  static func main() async {
    var console = StudioConsole(isJSON: false)
    do {
      let order = try ServeOrder(json: StudioConsole.input())
      console = StudioConsole(isJSON: order.json)
      let stream = try order.stream()
      defer { stream.close() }
      try await StreamServer(name: order.name, stream: stream, host: order.host, port: order.port)
        .run(ready: console.show)
    } catch {
      console.end(with: error as? RepriseError ?? RepriseError(.machine, code: "failed", came: "\(error)"))
    }
  }
}
