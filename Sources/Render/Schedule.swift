/// Deals segments to jobs so that each job walks forward through the video and its decoders need not seek.
///
/// Every job begins at its own share and goes on to the next segment; one that meets drawn ground takes over the second
/// half of the longest stretch that is left. What is drawn does not depend on it, only how soon. Pure.
struct Schedule {
  /// Stretches that nobody has begun, by the job that walks towards them; at most one a job.
  private var stretches: [Range<Int>?]

  init(segments: Int, jobs: Int) {
    let jobs = max(1, min(jobs, segments))
    stretches = (0..<jobs).map { job in
      let stretch = segments * job / jobs..<segments * (job + 1) / jobs
      return stretch.isEmpty ? nil : stretch
    }
  }

  var jobs: Int { stretches.count }

  /// The next segment for a job; nil when all are begun.
  mutating func next(for job: Int) -> Int? {
    if stretches[job] == nil { takeOver(job) }
    guard let stretch = stretches[job] else { return nil }
    stretches[job] = stretch.count > 1 ? stretch.dropFirst() : nil
    return stretch.lowerBound
  }

  private mutating func takeOver(_ job: Int) {
    let longest = stretches.indices.max { (stretches[$0]?.count ?? 0, $1) < (stretches[$1]?.count ?? 0, $0) }
    guard let victim = longest, let stretch = stretches[victim] else { return }
    let middle = stretch.lowerBound + stretch.count / 2
    stretches[victim] = middle > stretch.lowerBound ? stretch.lowerBound..<middle : nil
    stretches[job] = middle..<stretch.upperBound
  }
}
