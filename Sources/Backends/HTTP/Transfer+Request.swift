internal import CCurl

/// What libcurl is told before it begins.
extension Transfer {
  func set(_ option: CURLoption, _ number: Int) { _ = reprise_curl_set_number(easy, option, number) }
  func set(_ option: CURLoption, _ text: String) { _ = reprise_curl_set_text(easy, option, text) }

  /// What holds for every request. Much of it is what libcurl does by itself; it stands here so that it can be read.
  func setRules() {
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    // Redirects are followed by `HTTPClient`, which knows where the key may go.
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    // An empty text is no proxy, not even the one of the environment, which would see keys of http.
    set(CURLOPT_PROXY, "")
    // Signals would reach other threads.
    set(CURLOPT_NOSIGNAL, 1)
    // A name server that does not answer is left to its thread, rather than waited for after a cancellation.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_USERAGENT, "reprise")
  }

  func set(_ request: HTTPRequest) throws(BackendError) {
    set(CURLOPT_URL, request.address.text)
    if request.method == .delete { set(CURLOPT_CUSTOMREQUEST, "DELETE") }
    // No waiting for a 100, which small servers never send.
    append("Expect:")
    for field in request.fields { append("\(field.name): \(field.value)") }
    if let authorization = request.authorization { append(authorization.line) }
    switch request.body {
    case .none where request.method == .post: post([UInt8]())
    case .none: break
    case .bytes(let bytes, let type):
      append("Content-Type: \(type)")
      post(bytes)
    case .form(let parts): try post(parts)
    }
    _ = reprise_curl_set_pointer(easy, CURLOPT_HTTPHEADER, lines)
  }

  private func append(_ line: String) {
    if let longer = curl_slist_append(lines, line) { lines = longer }
  }

  private func post(_ bytes: [UInt8]) {
    set(CURLOPT_POST, 1)
    _ = reprise_curl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, bytes.count)
    // A null pointer would mean that the bytes come from elsewhere.
    guard !bytes.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
    // Safe because libcurl copies as many bytes as it was just told.
    bytes.withUnsafeBytes {
      _ = reprise_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
    }
  }

  private func post(_ parts: [HTTPRequest.Part]) throws(BackendError) {
    form = curl_mime_init(easy)
    for part in parts {
      let item = curl_mime_addpart(form)
      curl_mime_name(item, part.name)
      switch part.content {
      case .text(let text): curl_mime_data(item, text, text.utf8.count)
      case .bytes(let bytes, let fileName, let type):
        // Safe because libcurl copies the bytes.
        bytes.withUnsafeBytes { _ = curl_mime_data(item, $0.baseAddress, $0.count) }
        curl_mime_filename(item, fileName)
        curl_mime_type(item, type)
      case .file(let path, let fileName, let type):
        guard curl_mime_filedata(item, path) == CURLE_OK else { throw .file(path: path, problem: "it cannot be read") }
        curl_mime_filename(item, fileName)
        curl_mime_type(item, type)
      }
    }
    _ = reprise_curl_set_pointer(easy, CURLOPT_MIMEPOST, form.map { UnsafeMutableRawPointer($0) })
  }
}
