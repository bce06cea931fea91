/// Where the generator's choices come from: a seed, or the bytes of a fuzzer and then a seed.
package struct ProgramRandom: RandomNumberGenerator {
  private var state: UInt64
  private var bytes: ArraySlice<UInt8> = []

  package init(seed: UInt64) { state = seed }

  /// Each choice takes two bytes; when they are used up it goes on as from a seed.
  package init(bytes: [UInt8]) {
    state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    self.bytes = bytes[...]
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func below(_ bound: Int) -> Int {
    guard let first = bytes.popFirst() else { return Int((next() >> 33) % UInt64(bound)) }
    let second = bytes.popFirst() ?? 0
    return (Int(first) << 8 | Int(second)) % bound
  }

  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  package mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
