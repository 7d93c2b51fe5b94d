internal import Graph
internal import Media
internal import Takes

extension Capabilities {
  /// An offer in the words of requests.
  init(_ offer: VideoOffer, of kind: Request.Kind, model: String, recall: Recall) {
    let inputs = (offer.references.isEmpty ? [] : ["reference"]) + offer.controls
    self.init(
      [kind], models: .words([model]), parameters: offer.parameters, needed: ["prompt"],
      inputs: Dictionary(inputs.map { ($0, 1) }) { first, _ in first }, canCancel: true, recall: recall)
  }
}

extension VideoOffer {
  /// What it takes by which name. A setting that is called like something that every back end has is none.
  fileprivate var parameters: [String: Ability] {
    var parameters = Dictionary(settings.map { ($0, Ability.anything) }) { first, _ in first }
    parameters["prompt"] = .text(atMost: promptLimit)
    parameters["size"] = sizes?.ability
    parameters["seconds"] = lengths?.ability
    parameters["seed"] = seeds.map { seeds in
      let exact = seeds.clamped(to: VideoOffer.exactSeeds)
      return .whole(Int(exact.lowerBound)...Int(exact.upperBound))
    }
    return parameters
  }
}

extension VideoOffer.Sizes {
  fileprivate var ability: Ability {
    switch self {
    case .only(let sizes): .words(sizes.map { "\($0)" })
    case .sides(let range, let step): .size(range, multipleOf: step)
    }
  }
}

extension VideoOffer.Lengths {
  fileprivate var ability: Ability {
    switch self {
    case .only(let lengths): .numbers(lengths.map(Double.init))
    case .within(let range): .whole(range)
    }
  }
}
