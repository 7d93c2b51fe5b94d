package import Graph

/// A post that a recipe may remix, as the host's library hands it out.
package struct ParentPost {
  /// The SHA-256 of what was published.
  package var id: Digest
  /// A short name: letters, digits, `-` and `_`.
  package var name: String
  package var title: String
  package var author: String?
  package var licence: String
  package var isRemixable: Bool
  package var source: String
  /// What its params were set to when it was published.
  package var settings: [String: ParamSetting]
  /// The posts that it remixes itself.
  package var parents: [Digest]
  /// What names mean in its recipe.
  package var library: any Library

  package init(
    id: Digest, name: String, title: String, author: String?, licence: String, isRemixable: Bool, source: String,
    settings: [String: ParamSetting] = [:], parents: [Digest] = [], library: any Library
  ) {
    (self.id, self.name, self.title, self.author, self.licence) = (id, name, title, author, licence)
    (self.isRemixable, self.source, self.settings) = (isRemixable, source, settings)
    (self.parents, self.library) = (parents, library)
  }
}

extension ParentPost {
  /// As places and messages say it: `missed-shot@9f2c41d8`.
  var label: String { "\(slug)@\("\(id)".prefix(8))" }

  /// Its name as a step of a path; a library may say anything.
  var slug: String { Session.isName(name, alsoDash: true) && name.utf8.count <= 100 ? name : "post" }

  /// `Missed shot by Ann`. On one line and not for ever, whatever was published.
  var byline: String { (title + (author.map { " by \($0)" } ?? "")).asOneLine }

  /// `Missed shot by Ann (CC-BY-4.0)`
  var credit: String { licence.isEmpty ? byline : "\(byline) (\(licence.asOneLine))" }
}

extension String {
  fileprivate var asOneLine: String {
    String(prefix(300).split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
