import Media

/// Rows of pictures that were never in YUV.
protocol MadeRows: PictureRows {}

extension MadeRows {
  var hasOutputCodes: Bool { false }

  func write(_ area: Area, into picture: OutputPicture) {
    preconditionFailure("what was made in working pixels has no codes of its own")
  }
}
