package import Media

/// All the blows of a scene, each in its time.
package struct Contacts: EndlessSound {
  private let contacts: [Contact]
  let seed: UInt64
  package let duration: Time?

  /// - Parameters:
  ///   - contacts: In any order; those before 0 or after the end are not heard.
  ///   - duration: Of the scene; what rings on is cut off there.
  package init(_ contacts: [Contact], duration: Time, seed: UInt64 = 0) {
    self.contacts = contacts.filter { $0.impulse > 0 }.sorted { $0.time < $1.time }
    (self.duration, self.seed) = (duration, seed)
  }

  var hop: Int { 48_000 }
  var tail: Int { 4 * 48_000 }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    for contact in contacts(in: epoch) { add(contact, of: epoch, to: &block) }
  }

  private func contacts(in epoch: Epoch) -> some Sequence<Contact> {
    let rate = AudioBlock.sampleRate
    let first = contacts.partitioningIndex { $0.time.ticks(rate: rate) >= epoch.start }
    return contacts[first...].prefix { $0.time.ticks(rate: rate) < epoch.end }
  }

  private func add(_ contact: Contact, of epoch: Epoch, to block: inout AudioBlock) {
    let strike = Strike(body: contact.body, other: contact.other, speed: contact.speed)
    let dice = Dice(seed, contact.time.flicks, 1)
    let frames = min(AudioBlock.frames(strike.seconds(dice)), tail)
    var blow = AudioBlock(frameCount: frames)
    strike.add(to: &blow, at: 0, gain: 1, dice)
    blow = blow.finished(strength: contact.loudness * 0.8, fadeOut: 0.1).placed(pan: contact.pan)
    block.add(blow, at: Int(contact.time.ticks(rate: AudioBlock.sampleRate) - epoch.start))
  }
}

extension AudioBlock {
  /// Moved to the left or the right.
  fileprivate consuming func placed(pan: Double) -> AudioBlock {
    let ears = Ears(pan: pan)
    let count = frameCount
    withEars { left, right in
      for index in 0..<count {
        left[index] *= Float(ears.left)
        right[index] *= Float(ears.right)
      }
    }
    return self
  }
}
