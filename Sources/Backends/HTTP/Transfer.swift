internal import CCurl

/// One exchange through libcurl, made once. Belongs to the thread that waits for it; another may wake it.
///
/// Connections are not kept: a server is asked every few seconds at most, and nothing is left open between.
final class Transfer {
  let easy: UnsafeMutableRawPointer
  private let multi: UnsafeMutableRawPointer
  private let incoming: Incoming
  private let request: HTTPRequest
  private let limits: HTTPLimits
  /// When it was first asked for: redirects share the whole time.
  private let start: ContinuousClock.Instant
  /// Lent to libcurl until the end.
  var lines: UnsafeMutablePointer<curl_slist>?
  var form: OpaquePointer?

  /// libcurl is made ready once for the process, and from then on used by any number of threads.
  private static let isReady = curl_global_init(reprise_CURL_GLOBAL_DEFAULT) == CURLE_OK

  /// - Throws: `.file` if a file of the request cannot be read; `.unreachable` if there is no memory.
  init(
    _ request: HTTPRequest, within limits: HTTPLimits, since start: ContinuousClock.Instant, to incoming: Incoming
  ) throws(BackendError) {
    guard Self.isReady, let easy = curl_easy_init() else { throw Self.noMemory(request) }
    guard let multi = curl_multi_init() else {
      curl_easy_cleanup(easy)
      throw Self.noMemory(request)
    }
    (self.easy, self.multi, self.start) = (easy, multi, start)
    (self.request, self.limits, self.incoming) = (request, limits, incoming)
    set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
    setRules()
    try set(request)
    setTakers()
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_multi_cleanup(multi)
    curl_mime_free(form)
    curl_slist_free_all(lines)
  }

  private static func noMemory(_ request: HTTPRequest) -> BackendError {
    .unreachable(host: request.address.host, problem: "there is no memory for it")
  }

  private func setTakers() {
    // Safe because the transfer keeps `incoming`, and libcurl calls nothing once it is gone.
    let context = Unmanaged.passUnretained(incoming).toOpaque()
    _ = reprise_curl_set_taker(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      let wanted = Transfer.incoming(context)?.take(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
      return wanted == true ? size * count : 0
    }
    _ = reprise_curl_set_taker(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let wanted = Transfer.incoming(context)?.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
      return wanted == true ? size * count : 0
    }
    _ = reprise_curl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    _ = reprise_curl_set_pointer(easy, CURLOPT_WRITEDATA, context)
  }

  private static func incoming(_ context: UnsafeMutableRawPointer?) -> Incoming? {
    context.map { Unmanaged<Incoming>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Makes the exchange. Blocks; the cancellation ends it at once.
  func run(_ cancellation: Cancellation?) throws(BackendError) {
    guard let cancellation else { return try exchange(nil) }
    // Safe because `curl_multi_wakeup` may be called from any thread, and not after `waking`.
    let address = UInt(bitPattern: multi)
    try cancellation.waking {
      _ = UnsafeMutableRawPointer(bitPattern: address).map { curl_multi_wakeup($0) }
    } _: { () throws(BackendError) in
      try exchange(cancellation)
    }
  }

  private func exchange(_ cancellation: Cancellation?) throws(BackendError) {
    curl_multi_add_handle(multi, easy)
    defer { curl_multi_remove_handle(multi, easy) }
    var quiet = Quiet(since: .now)
    while cancellation?.isCancelled != true {
      var running: Int32 = 0
      let code = curl_multi_perform(multi, &running)
      guard code == CURLM_OK else { throw broken(String(cString: curl_multi_strerror(code))) }
      if let result { return try check(result) }
      quiet.note(bytesMoved)
      pause(atMost: try wait(quiet), or: cancellation?.descriptor)
    }
    throw .cancelled
  }

  /// Until something moves, or somebody wakes this thread.
  private func pause(atMost time: Duration, or descriptor: Int32?) {
    var watched = curl_waitfd(fd: descriptor ?? -1, events: Int16(CURL_WAIT_POLLIN), revents: 0)
    curl_multi_poll(multi, &watched, descriptor == nil ? 0 : 1, Int32(time.milliseconds), nil)
  }

  /// Nil until there is a connection over which bytes could move.
  private var bytesMoved: Int? {
    guard reprise_curl_size(easy, CURLINFO_PRETRANSFER_TIME_T) > 0 else { return nil }
    return incoming.headBytes + Int(reprise_curl_size(easy, CURLINFO_SIZE_DOWNLOAD_T))
      + Int(reprise_curl_size(easy, CURLINFO_SIZE_UPLOAD_T))
  }

  /// How long nothing has to be looked at, unless something moves.
  private func wait(_ quiet: Quiet) throws(BackendError) -> Duration {
    let (left, rest) = (limits.whole - (.now - start), limits.silence - (.now - quiet.start))
    guard left > .zero else {
      throw .timedOut(bytesMoved == nil ? .connecting : .whole, host: request.address.host, after: limits.whole)
    }
    guard rest > .zero else { throw .timedOut(.silence, host: request.address.host, after: limits.silence) }
    return min(left, rest, .seconds(60))
  }

  /// What the exchange ended with; nil while it goes on.
  private var result: CURLcode? {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      if message.pointee.msg == CURLMSG_DONE { return message.pointee.data.result }
    }
    return nil
  }

  private func check(_ result: CURLcode) throws(BackendError) {
    if let problem = incoming.problem { throw problem }
    guard !incoming.isEnough else { return }
    if result == CURLE_OK {
      // libcurl takes a head that is cut off for a whole one.
      guard incoming.hasHead else { throw broken("the answer ended before its body began") }
      return
    }
    if result == CURLE_OPERATION_TIMEDOUT {
      throw .timedOut(.connecting, host: request.address.host, after: limits.connecting)
    }
    throw broken(String(cString: curl_easy_strerror(result)))
  }

  /// libcurl's own words are fixed texts: they hold nothing of the request.
  private func broken(_ problem: String) -> BackendError {
    let wasAsked = reprise_curl_number(easy, CURLINFO_REQUEST_SIZE) > 0
    let host = request.address.host
    return wasAsked ? .interrupted(host: host, problem: problem) : .unreachable(host: host, problem: problem)
  }
}

/// Since when nothing has moved.
private struct Quiet {
  private(set) var start: ContinuousClock.Instant
  private var bytes: Int?

  init(since start: ContinuousClock.Instant) { self.start = start }

  mutating func note(_ moved: Int?) {
    guard moved == nil || moved != bytes else { return }
    (start, bytes) = (.now, moved)
  }
}

extension Duration {
  /// Whole ones, rounded up; from 0 to 2³¹ − 1, which is 24 days.
  var milliseconds: Int {
    let (seconds, rest) = components
    guard seconds < 2_147_483 else { return 2_147_483_647 }
    return max(0, Int(seconds) * 1000 + Int((rest + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
