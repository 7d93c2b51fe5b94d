internal import CCurl

/// Where something is asked on the web: `http` or `https`, a host, a path. It holds no name and no password.
package struct WebAddress: Hashable, Sendable {
  let scheme: String
  /// As a URL has it: an address of IPv6 stands in brackets.
  package let host: String
  let port: Int
  /// Percent-encoded; begins with a slash.
  private(set) var path: String
  /// Percent-encoded.
  private(set) var query: String?

  /// - Throws: `.badAddress` for what is no address, for other schemes, and for names and passwords in it.
  package init(_ text: String) throws(BackendError) { self = try Self.read([text]) }

  /// Where an answer points from here, which may be relative.
  func resolving(_ location: String) throws(BackendError) -> WebAddress { try Self.read([text, location]) }

  private init(scheme: String, host: String, port: Int, path: String, query: String?) {
    (self.scheme, self.host, self.port, self.path, self.query) = (scheme, host, port, path, query)
  }

  /// Reads addresses one after another, each from where the one before it led.
  private static func read(_ texts: [String]) throws(BackendError) -> WebAddress {
    guard let url = curl_url() else { throw .badAddress(problem: "there is no memory for it") }
    defer { curl_url_cleanup(url) }
    for text in texts {
      guard text.utf8.count <= 8192, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
        throw .badAddress(problem: "it is longer than 8192 bytes, or has blanks in it; percent-encode these")
      }
      let code = curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
      guard code == CURLUE_OK else { throw .badAddress(problem: problem(code)) }
    }
    guard let scheme = part(CURLUPART_SCHEME, of: url), ["http", "https"].contains(scheme) else {
      throw .badAddress(problem: "it has another scheme than http and https")
    }
    guard let host = part(CURLUPART_HOST, of: url), let port = part(CURLUPART_PORT, of: url).flatMap({ Int($0) }) else {
      throw .badAddress(problem: "it has no host")
    }
    return WebAddress(
      scheme: scheme, host: host.lowercased(), port: port, path: part(CURLUPART_PATH, of: url) ?? "/",
      query: part(CURLUPART_QUERY, of: url))
  }

  private static func problem(_ code: CURLUcode) -> String {
    code == CURLUE_USER_NOT_ALLOWED
      ? "it has a name or a password in it; keys come from the environment or a file"
      : String(cString: curl_url_strerror(code))
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

extension WebAddress {
  /// All of it, for the request alone: a query may hold what nobody should read.
  var text: String { "\(origin)\(path)\(query.map { "?\($0)" } ?? "")" }

  private var origin: String { "\(scheme)://\(host):\(port)" }

  func hasOrigin(of other: WebAddress) -> Bool { origin == other.origin }

  /// Whether what goes there can be read on the way.
  var isInTheClear: Bool { scheme == "http" && !isThisMachine }

  private var isThisMachine: Bool {
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    let isLoopback = octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    return host == "localhost" || host == "[::1]" || isLoopback
  }

  /// A place below this one.
  ///
  /// - Parameters:
  ///   - names: Each becomes one part of the path, whatever stands in it.
  ///   - items: Go to the end of the query, in this order.
  package func appending(_ names: [String], query items: [(String, String)] = []) -> WebAddress {
    var address = self
    while address.path.last == "/" { address.path.removeLast() }
    address.path += names.map { "/" + Self.encoded($0) }.joined()
    let pairs = [query].compactMap(\.self) + items.map { Self.encoded($0) + "=" + Self.encoded($1) }
    address.query = pairs.isEmpty ? nil : pairs.joined(separator: "&")
    return address
  }

  /// A place of an interface with versions, whose address users give with the version and without.
  func version1(_ names: [String], query items: [(String, String)] = []) -> WebAddress {
    let base = path.split(separator: "/").last == "v1" ? [] : ["v1"]
    return appending(base + names, query: items)
  }

  /// Everything but letters, digits and `-._~` becomes bytes in percent (RFC 3986, section 2.3); so do dots alone, which
  /// would be a place further up.
  private static func encoded(_ name: String) -> String {
    let isDots = name.allSatisfy { $0 == "." }
    return name.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_~".unicodeScalars.contains(scalar))
      if isPlain || scalar == "." && !isDots {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension WebAddress: CustomStringConvertible {
  /// Without the query, which may hold secrets.
  package var description: String {
    port == (scheme == "https" ? 443 : 80) ? "\(scheme)://\(host)\(path)" : "\(origin)\(path)"
  }
}
