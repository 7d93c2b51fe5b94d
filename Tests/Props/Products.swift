import Foundation

/// Programs that were built with the tests lie beside them.
package enum Products {
  package static func path(_ name: String) -> String {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return program.deletingLastPathComponent().appending(path: name).path(percentEncoded: false)
  }
}
