import Foundation
import Props

/// The smallest files of each kind, made by ffmpeg. A kind that this ffmpeg cannot make is left out.
enum Footage {
  private static let picture = "-f lavfi -i testsrc2=s=16x16:r=5:d=0.6"
  private static let sound = "-f lavfi -i sine=r=8000:d=0.1"
  private static let broadcast = "-f lavfi -i testsrc2=s=720x576:r=25:d=0.04"

  private static let pictures = [
    "-c:v libx264 a.mp4", "-c:v libx264 -bf 2 a.h264", "-c:v mpeg4 a.m4v", "-c:v mpeg2video -r 25 a.m2v",
    "-c:v libx264 -movflags frag_keyframe+empty_moov b.mp4", "-c:v libx265 -x265-params log-level=none:ctu=16 a.hevc",
    "-c:v libvpx a.webm", "-c:v libvpx-vp9 b.webm", "-c:v libvpx a.ivf", "-c:v libaom-av1 -cpu-used 8 a.obu",
    "-c:v mpeg1video -r 25 a.mpg", "-c:v mpeg2video a.ts", "-c:v prores_ks a.mov", "-c:v qtrle b.mov",
    "-c:v flv1 a.flv", "-c:v wmv2 a.wmv", "-c:v libtheora a.ogv", "-c:v mjpeg a.avi", "-c:v rawvideo b.avi",
    "-c:v ffv1 a.mkv", "-c:v huffyuv b.mkv", "-c:v ffv1 a.nut", "-c:v mjpeg a.mjpeg", "a.y4m", "a.gif", "a.apng",
  ]
  private static let stills = [
    "png", "jpg", "webp", "bmp", "tiff", "jxl", "jp2", "exr", "dpx", "qoi", "sgi", "sun",
    "pcx", "pam", "pbm", "pgm", "ppm",
  ]
  private static let sounds = [
    "a.wav", "-c:a adpcm_ima_wav b.wav", "a.w64", "a.aiff", "a.au", "a.caf", "a.flac", "-ar 16000 a.mp3", "a.aac",
    "-ar 32000 a.ac3", "-ar 32000 a.eac3", "-c:a libopus a.opus", "-c:a libvorbis -ar 16000 a.ogg", "a.wv", "a.tta",
    "-ar 44100 -strict -2 a.dts", "-ar 44100 -strict -2 a.thd", "-ac 1 -c:a libopencore_amrnb a.amr", "-c:a alac a.m4a",
  ]

  /// The arguments of ffmpeg for each; the last word is the file.
  static let recipes: [String] =
    pictures.map { "\(picture) \($0)" } + stills.map { "\(picture) -frames:v 1 a.\($0)" }
    + sounds.map { "\(sound) \($0)" }
    + [
      "\(picture) \(sound) -c:v libx264 -c:a aac c.mp4", "\(picture) \(sound) -c:v libvpx -c:a libopus c.webm",
      "\(broadcast) -c:v dvvideo a.dv", "\(broadcast) -c:v mpeg2video -b:v 100k a.mxf",
    ]

  /// - Parameter name: Of the only file to make; all if left out.
  static func make(only name: String? = nil) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reprise-footage-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let wanted = recipes.filter { name.map($0.hasSuffix) ?? true }
    return try wanted.compactMap { try file(of: $0, in: folder) }.map { [UInt8]($0) }
  }

  private static func file(of recipe: String, in folder: URL) throws -> Data? {
    let words = recipe.split(separator: " ").map(String.init)
    let ffmpeg = try Child(
      "ffmpeg", ["-v", "quiet", "-nostdin", "-y", "-bitexact"] + words, in: folder.path(percentEncoded: false))
    guard ffmpeg.wait() == .exit(0), let name = words.last else { return nil }
    return try Data(contentsOf: folder.appending(path: name))
  }
}
