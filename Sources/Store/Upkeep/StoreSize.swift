package import Graph

/// What a store holds, by what it is.
package struct StoreSize: Hashable, Sendable {
  package struct Amount: Hashable, Sendable {
    package internal(set) var files = 0
    package internal(set) var bytes: Int64 = 0

    mutating func add(_ status: FileStatus) {
      files += 1
      bytes += status.size
    }
  }

  /// Encoded pictures of segments.
  package internal(set) var pictures = Amount()
  /// Samples of segments.
  package internal(set) var sound = Amount()
  /// Encoded tracks.
  package internal(set) var tracks = Amount()
  /// What is known of media files outside the store.
  package internal(set) var media = Amount()
  /// Manifests, seals, assets and fonts of posts, and lists of their pictures.
  package internal(set) var posts = Amount()
  /// What was recorded, and no post needs yet.
  package internal(set) var takes = Amount()
  /// Objects that nobody needs: of a publish or an import that is under way, or that came to nothing.
  package internal(set) var orphans = Amount()

  /// What was found damaged and moved aside, and what is being written or was when its writer was killed.
  package internal(set) var leftovers = Amount()

  package var total: Amount {
    [pictures, sound, tracks, media, posts, takes, orphans, leftovers].reduce(into: Amount()) { total, part in
      total.files += part.files
      total.bytes += part.bytes
    }
  }

  subscript(kind: CacheKey.Kind) -> Amount {
    get { self[keyPath: StoreSize.part(kind)] }
    set { self[keyPath: StoreSize.part(kind)] = newValue }
  }

  private static func part(_ kind: CacheKey.Kind) -> WritableKeyPath<StoreSize, Amount> {
    switch kind {
    case .picture: \.pictures
    case .sound: \.sound
    case .track: \.tracks
    case .file: \.media
    }
  }
}

extension Store {
  /// Counts what is there.
  ///
  /// - Parameter takes: Objects that were recorded.
  /// - Complexity: a look at each file's size, and a reading of each manifest.
  package func size(recorded takes: Set<Digest> = []) throws(StoreError) -> StoreSize {
    var size = StoreSize()
    for kind in CacheKey.Kind.allCases {
      for entry in try drawn(kind).entries() { size[kind].add(entry.status) }
    }
    for folder in [seals, shown] {
      for entry in try folder.entries() { size.posts.add(entry.status) }
    }
    var needs = Needs()
    try needs.add(posts)
    for entry in try objects.entries() {
      if needs.objects.contains(entry.name) {
        size.posts.add(entry.status)
      } else if takes.contains(entry.name) {
        size.takes.add(entry.status)
      } else {
        size.orphans.add(entry.status)
      }
    }
    for folder in folders {
      for corner in DigestFolder.Corner.allCases {
        for file in try folder.files(in: corner) { size.leftovers.add(file.status) }
      }
    }
    return size
  }
}
