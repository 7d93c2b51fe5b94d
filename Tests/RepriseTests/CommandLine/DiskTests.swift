import Foundation
import Testing

/// Disks that are full, and disks that may not be written to, are the machine's failure: exit code 3.
struct DiskTests {
  private static let isRoot = geteuid() == 0

  @Test(.enabled(if: isRoot && Mount.isPossible, "a small disk can only be mounted by root"))
  func aFullDiskLeavesNothingBehind() throws {
    let folder = try Folder(["long.lua": Recipes.long])
    let disk = try Mount(in: folder, options: "size=64k")
    let outcome = try Program(folder: folder)("render", "long.lua", "-o", "disk/out.mp4", "--quality", "0")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("the disk is full"))
    #expect(try disk.names.isEmpty)
  }

  @Test(.enabled(if: isRoot && Mount.isPossible, "a disk can only be mounted by root"))
  func aDiskThatMayOnlyBeReadIsTold() throws {
    let folder = try Folder(["small.lua": Recipes.small])
    let disk = try Mount(in: folder, options: "ro")
    for name in ["disk/out.mp4", "disk/out.png"] {
      let outcome = try Program(folder: folder)("render", "small.lua", "-o", name)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("read-only"))
    }
    #expect(try disk.names.isEmpty)
  }

  @Test(.enabled(if: !isRoot, "root may write everywhere"))
  func aFolderThatMayNotBeWrittenToIsTold() throws {
    let folder = try Folder(["small.lua": Recipes.small])
    let closed = folder.path + "/closed"
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let outcome = try Program(folder: folder)("render", "small.lua", "-o", "closed/out.mp4")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("may not write"))
  }
}
