package import Takes

/// What is asked of a server.
package struct HTTPRequest: Sendable {
  package enum Method: String, Sendable { case get = "GET", post = "POST", delete = "DELETE" }

  /// A line before the body: `name: value`, both of printable ASCII.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    /// - Returns: Nil if a character would end the line, or is none of ASCII.
    package init?(_ name: String, _ value: String) {
      let isToken = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
      guard isToken, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
      (self.name, self.value) = (name, value)
    }
  }

  package enum Body: Hashable, Sendable {
    case none
    case bytes([UInt8], type: String)
    /// `multipart/form-data` (RFC 7578).
    case form([Part])
  }

  /// A part of a form: a value, or a file that is read while it is sent.
  package struct Part: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case text(String)
      case bytes([UInt8], fileName: String, type: String)
      case file(path: String, fileName: String, type: String)
    }

    package let name: String
    package let content: Content

    package init(_ name: String, _ content: Content) { (self.name, self.content) = (name, content) }
  }

  /// A key, and the line in which it goes.
  package struct Authorization: Sendable {
    package let key: Key
    private let start: String

    /// In `Authorization: Bearer`.
    package init(_ key: Key) { (self.key, start) = (key, "Authorization: Bearer ") }

    /// In a header of its own, such as `X-API-Key`; nil for what can be no header's name.
    package init?(_ key: Key, header: String) {
      guard let field = Field(header, "") else { return nil }
      (self.key, start) = (key, "\(field.name): ")
    }

    /// The line, for the request alone.
    var line: String { key.reveal { start + $0 } }
  }

  package var method: Method
  package var address: WebAddress
  package var fields: [Field]
  package var authorization: Authorization?
  package var body: Body

  package init(
    _ method: Method, _ address: WebAddress, fields: [Field] = [], authorization: Authorization? = nil,
    body: Body = .none
  ) {
    (self.method, self.address, self.fields) = (method, address, fields)
    (self.authorization, self.body) = (authorization, body)
  }
}
