/// A font that a text was set in: what a post has to pin to look the same again.
package struct FontUse: Hashable, Codable, Sendable {
  package var family: String
  package var style: String
  package var file: String
  /// Which face of the file, from 0.
  package var index: Int
  package var postScriptName: String
}
