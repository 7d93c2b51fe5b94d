import Graph
import Media

extension Effect {
  /// Reads a node at an instant of its own clock; nil if it asks for nothing.
  ///
  /// - Parameter shader: What it makes of pixels, read before.
  init?(_ node: Node, at time: Time, shader: Shader?) {
    func value(_ name: String, _ preset: Double = 0) -> Double { node.curve(name)?.value(at: time) ?? preset }
    switch node.kind {
    case .mask:
      let matte = node.text("by").flatMap(Matte.init) ?? .alpha
      self = .mask(matte, isInverted: node.flag("invert"), feather: value("feather"))
    case .blur:
      let across = value("radius")
      self = .blur(x: across, y: value("down", across))
    case .sharpen: self = .sharpen(amount: value("amount"), radius: value("radius"))
    case .glow: self = .glow(radius: value("radius"), amount: value("amount"), threshold: value("threshold"))
    case .shadow: self = .shadow(x: value("x"), y: value("y"), blur: value("blur"), node.color("color") ?? .black)
    case .vignette:
      self = .vignette(amount: value("amount"), size: value("size", 1), softness: value("softness"))
    case .grain:
      self = .grain(amount: value("amount"), seed: Int(node.number("seed") ?? 0), at: time)
    case .pixelate: self = .pixelate(size: value("size", 1))
    case .displace: self = .displace(x: value("x"), y: value("y"))
    case .edge: self = .edge(amount: value("amount", 1))
    case .chromaKey:
      self = .chromaKey(
        node.color("color") ?? .black, tolerance: value("tolerance"), softness: value("softness"),
        spill: value("spill"))
    case .lumaKey: self = .lumaKey(low: value("low"), high: value("high", 1), softness: value("softness"))
    case .differenceKey: self = .differenceKey(tolerance: value("tolerance"), softness: value("softness"))
    case .reshade:
      guard let shader else { return nil }
      self = .shade(shader, at: shader.readsTime ? time : .zero)
    case .adjust: self = .grade(Grade(value))
    case .curves: self = .curves(ToneCurves(node))
    case .grade:
      guard let table = node.digest("table") else { return nil }
      self = .lookUp(table, amount: value("amount", 1))
    default: return nil
    }
    guard !asksForNothing else { return nil }
  }

  /// Whether the picture stays what it is, to the last bit.
  private var asksForNothing: Bool {
    switch self {
    case .blur(let x, let y): x <= 0 && y <= 0
    case .sharpen(let amount, _), .glow(_, let amount, _), .vignette(let amount, _, _), .grain(let amount, _, _),
      .edge(let amount), .lookUp(_, let amount):
      amount == 0
    case .pixelate(let size): size <= 1
    case .displace(let x, let y): x == 0 && y == 0
    case .grade(let grade): grade == Grade()
    case .curves(let curves): curves == ToneCurves()
    default: false
    }
  }
}

extension ToneCurves {
  fileprivate init(_ node: Node) {
    func curve(_ name: String) -> ToneCurve? { (node.parameters[name]?.points).map(ToneCurve.init(through:)) }
    (red, green, blue, master) = (curve("red"), curve("green"), curve("blue"), curve("master"))
  }
}

extension Grade {
  fileprivate init(_ value: (String, Double) -> Double) {
    self.init()
    (exposure, temperature, tint) = (value("exposure", 0), value("temperature", 0), value("tint", 0))
    (contrast, saturation, hue) = (value("contrast", 1), value("saturation", 1), value("hue", 0))
    (lift, gamma, gain) = (value("lift", 0), value("gamma", 1), value("gain", 1))
  }
}
