import Confinement
import Backends
import Codec
import Draw
import Interchange
import Recipe
import Store
import Takes
import Worker

extension RepriseError {
  /// What a module threw, in the façade's words.
  init(_ error: any Error, in file: String? = nil) {
    switch error {
    case let error as RepriseError: self = error
    case let error as RecipeError: self.init(error)
    case let error as CodecError: self.init(error)
    case let error as StoreError: self.init(error)
    case let error as TakeError: self.init(error)
    case let error as BackendError: self.init(.machine, code: "backend", came: "\(error)", file: file)
    case let error as CutError: self.init(error, in: file)
    case is CancellationError: self.init(.cancelled, code: "cancelled", came: "it was stopped")
    case let error as WorkerFailure: self.init(.machine, code: "worker", came: "\(error)", file: file)
    case let error as DrawError: self.init(.recipe, code: "text", came: "\(error)", operation: "text", file: file)
    default: self.init(.machine, code: "failed", came: "\(error)", file: file)
    }
  }

  private init(_ error: RecipeError) {
    self.init(
      error.code == .setting ? .usage : error.code == .refused ? .refused : .recipe, code: error.code.rawValue,
      came: error.came, wanted: error.wanted,
      remedy: error.remedy,
      operation: error.operation, file: error.place?.chunk,
      line: error.place.flatMap { $0.line > 0 ? $0.line : nil })
  }

  private init(_ error: TakeError) {
    let kind: Kind = [.overBudget, .refused].contains(error.code) ? .refused : .machine
    self.init(
      kind, code: error.code.rawValue, came: "\(error.place): \(error.came)", wanted: error.wanted,
      remedy: error.remedy)
  }

  private init(_ error: CodecError) {
    let kind: Kind = error.code == .unwritable || error.code == .failed ? .machine : .recipe
    self.init(kind, code: error.code.rawValue, came: "\(error.place): \(error.problem)", remedy: error.remedy)
  }
}
