import Foundation
import Props
import Reprise
import Testing

/// A recipe's files lie in its own folder, whatever it calls them.
@Suite struct AssetNameTests {
  @Test(arguments: [
    "../secret.png", "inner/../../secret.png", "/secret.png", "link.png", "inner/link.png", "linked/secret.png", "..",
    "../\u{301}secret.png", "inner/..", ".", "", "a\\0b.png", "\\255.png", "missing.png",
    String(repeating: "a", count: 4096),
    String(repeating: "a/", count: 2000) + "b.png", "https://localhost/a.png", "file:///etc/passwd", "pipe:0",
    "concat:own.png|own.png", "own.png\\n", "~/secret.png",
  ])
  func aNameNeverLeadsOutOfTheFolder(name: String) throws {
    let workshop = try Workshop()
    let files = FileManager.default
    for folder in ["home", "home/inner", "away"] {
      try files.createDirectory(atPath: workshop.path(folder), withIntermediateDirectories: true)
    }
    for path in ["secret.png", "away/secret.png", "home/own.png"] {
      try workshop.ffmpeg("-f lavfi -i color=red:s=16x16:d=1 -frames:v 1 \(path)")
    }
    try files.createSymbolicLink(atPath: workshop.path("home/link.png"), withDestinationPath: "../secret.png")
    try files.createSymbolicLink(atPath: workshop.path("home/inner/link.png"), withDestinationPath: "../../secret.png")
    try files.createSymbolicLink(atPath: workshop.path("home/linked"), withDestinationPath: "../away")
    let error = #expect(throws: RepriseError.self) {
      try Runtime().evaluate(Recipe(source: "return image(\"\(name)\"):lasting(1)", folder: workshop.path("home")))
    }
    #expect(error?.kind == .recipe, "\(String(describing: error))")
    _ = try Runtime().evaluate(Recipe(source: "return image 'own.png':lasting(1)", folder: workshop.path("home")))
  }
}
