import Props
import Testing

@testable import Worker

/// What a worker looks at before it greets. That a forbidden system call ends it, `ProtectionTests` shows.
@Suite struct SelfTestTests {
  @Test func aWorkerWithWrongPowersRefusesToWork() {
    let failure = failure("return 1", .process(program: Products.path("wrong-worker")))
    #expect(
      failure?.description
        == "the worker cannot be started: on this machine it fails its own test: the operator ^")
  }
}
