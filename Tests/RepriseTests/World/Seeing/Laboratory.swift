import Foundation
import Testing

/// The recipes of `recipes/physics`, drawn to a video by the program, and the video decoded by ffmpeg.
struct Laboratory {
  private static let recipes = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../recipes/physics").standardized
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder()
    program = Program(folder: folder)
  }

  /// - Parameters:
  ///   - control: The cause is taken away.
  ///   - start: Where drawing begins, in seconds.
  func film(
    _ name: String, control: Bool = false, size: Screening.Size = .small, fps: Int = 10, from start: Double = 0
  ) throws -> Screening {
    var line = ["render", Self.recipes.appending(path: "\(name).lua").path, "-o", "film.mp4", "--quiet", "--no-store"]
    for setting in ["width=\(size.width)", "fps=\(fps)", "sound=false", "control=true"].prefix(control ? 4 : 3) {
      line += ["--set", setting]
    }
    if start > 0 { line += ["--from", "\(start)"] }
    let outcome = try program.run(line)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let decoded = try program.shell("ffmpeg -v error -y -i film.mp4 -f rawvideo -pix_fmt rgb24 film.rgb")
    try #require(decoded.status == 0, "\(decoded.errors)")
    let film = Screening(folder.read("film.rgb") ?? Data(), size, fps: fps, from: start)
    try #require(film.count > 0)
    return film
  }
}
