import Backends
import Graph
import Store
import Takes

/// Where a model's answers come from: found among the takes, or asked for now.
struct WritingDesk {
  private let name: String
  private let writer: Writer
  private let key: Key?
  private let store: RecipeStore
  private let ledger: Ledger
  private let budget: Budget
  private let stop: Stop

  var model: String { writer.model }

  init(_ runtime: Runtime, writer name: String?, stop: Stop) throws {
    (self.name, writer) = try runtime.writer(named: name)
    guard let store = runtime.store else {
      throw RepriseError(
        .usage, code: "store", came: "what a model writes is recorded, and there is no store to keep it in",
        remedy: "use a store")
    }
    (self.store, self.budget, self.stop) = (store, runtime.budget, stop)
    ledger = try Ledger(at: store.ledgerFolder)
    key = try writer.key?.key()
  }

  /// What a model answered in one round.
  struct Answer {
    let take: Take
    let isRecorded: Bool
    fileprivate let text: String

    /// What of it is a recipe, with nothing in it that could not be seen.
    var source: String { Fence.contents(of: text).visible }
    var tokens: Int? { take.receipt.provenance["tokens"].flatMap { Int($0) } }
  }

  /// The model's answer to what was said so far.
  func answer(to conversation: Conversation, seed: Int) throws -> Answer {
    let request = try conversation.request(to: name, model: writer.model, seed: seed)
    let known = try ledger.books().takes(of: request.digest).last { store.store.has($0.object) }
    let take = try known ?? buy(request)
    let bytes = try store.store.bytes(of: take.object, atMost: 1 << 20)
    return Answer(take: take, isRecorded: known != nil, text: String(decoding: bytes, as: UTF8.self))
  }

  private func buy(_ request: Request) throws -> Take {
    var buyer = Buyer(
      ledger: ledger, shelf: StoreShelf(store: store.store), redaction: Redaction([key].compactMap(\.self)),
      check: { _, _ in })
    (buyer.patience, buyer.callPatience) = (.seconds(1200), .seconds(900))
    return try buyer.buy(
      request, from: WriterBackend(name, writer, key: key), for: Purpose(run: budget.run), within: budget.limits,
      stop: stop)
  }
}

extension Runtime {
  fileprivate func writer(named name: String?) throws(RepriseError) -> (String, Writer) {
    let names = writers.keys.sorted()
    guard let name = name ?? (names.count == 1 ? names.first : nil) else {
      throw RepriseError(
        .usage, code: "writer", came: names.isEmpty ? "there is no model to write" : "there are several models",
        wanted: names.isEmpty ? nil : "one of \(names.joined(separator: ", "))",
        remedy: names.isEmpty
          ? "name one in the file of --backends: \(Writer.example)" : "name one with --by")
    }
    guard let writer = writers[name] else {
      throw RepriseError(
        .usage, code: "writer", came: "there is no writer \"\(name)\"",
        wanted: names.isEmpty ? nil : "one of \(names.joined(separator: ", "))",
        remedy: names.isEmpty ? "name it in the file of --backends: \(Writer.example)" : nil)
    }
    return (name, writer)
  }
}

extension Writer {
  fileprivate static let example =
    #"{ "writers": { "local": { "server": "http://127.0.0.1:8000", "model": "qwen3-coder" } } }"#
}

extension String {
  /// Without what a terminal would obey, and without what turns the order of letters round: what is shown is what runs.
  fileprivate var visible: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x0A, 0x09: true
          case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: false
          default: scalar.properties.generalCategory != .control
          }
        }))
  }
}
