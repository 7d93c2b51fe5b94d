import Glibc

extension Store {
  /// Where a person's store is: `REPRISE_STORE`, else `reprise` in `XDG_DATA_HOME`, else `~/.local/share/reprise`.
  package static var standardFolder: String {
    standardFolder { name in getenv(name).map { String(cString: $0) } }
  }

  /// - Parameter variable: The environment.
  static func standardFolder(_ variable: (String) -> String?) -> String {
    if let folder = variable("REPRISE_STORE"), !folder.isEmpty { return folder }
    return personalFolder("XDG_DATA_HOME", otherwise: ".local/share", variable) + "/reprise"
  }

  /// A folder as the XDG base directory specification finds it; it wants relative paths ignored.
  static func personalFolder(_ name: String, otherwise rest: String, _ variable: (String) -> String?) -> String {
    if let folder = variable(name), folder.hasPrefix("/") { return folder }
    let home = variable("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? accountHome
    return home + "/" + rest
  }

  /// The home that the system's list of accounts names.
  private static var accountHome: String {
    guard let account = getpwuid(geteuid()), let home = account.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }
}
