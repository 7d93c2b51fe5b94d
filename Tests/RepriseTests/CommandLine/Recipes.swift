/// Recipes that the tests of the command line share.
enum Recipes {
  /// Half a second, small, quick to draw.
  static let small = """
    canvas { width = 64, height = 64, fps = 10 }
    return gradient("#ff5f6d", "#ffc371"):lasting(0.5)
    """

  /// An hour that changes in every frame: nobody waits for its end.
  static let long = """
    canvas { width = 640, height = 360, fps = 30 }
    return solid("#206080"):opacity { [0] = 0, [3600] = 1 }:lasting(3600)
    """

  static let turnable = """
    local line = param.text { "line", default = "Hello", max = 20, hint = "what it says" }
    local count = param.number { "count", default = 2, min = 1, max = 9 }
    local loud = param.toggle { "loud", default = false }
    canvas { width = 64, height = 64, fps = 10 }
    return solid(loud and "#ff0000" or "#00ff00"):lasting(count / 10):part "ground"
    """

  /// A character that no font has.
  static let unprintable = """
    canvas { width = 64, height = 64, fps = 10 }
    return text "\u{10F0F0}":over(solid "#fff"):lasting(0.5)
    """
}
