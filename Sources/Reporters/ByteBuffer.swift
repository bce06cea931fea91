/// Collects a report's bytes and hands them on in pieces, so that no report is held as one text.
package struct ByteBuffer: ~Copyable {
  /// What was written since the last flush.
  package private(set) var bytes: [UInt8] = []
  private let pieceSize: Int
  private let sink: (([UInt8]) -> Void)?

  /// A buffer that keeps everything.
  package init() {
    pieceSize = .max
    sink = nil
  }

  /// A buffer that gives each piece of at least `pieceSize` bytes to `sink`; `flush` gives the rest.
  package init(pieceSize: Int = 1 << 16, sink: @escaping ([UInt8]) -> Void) {
    self.pieceSize = pieceSize
    self.sink = sink
    bytes.reserveCapacity(pieceSize + pieceSize / 4)
  }

  /// What was written since the last flush, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    passOn()
  }

  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    passOn()
  }

  package mutating func append(_ some: some Sequence<UInt8>) {
    bytes.append(contentsOf: some)
    passOn()
  }

  /// Writes a number in decimal digits.
  package mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      var rest = number.magnitude
      repeat {
        first -= 1
        digits.initializeElement(at: first, to: UInt8(truncatingIfNeeded: 48 + rest % 10))
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: digits[first...])
    }
    passOn()
  }

  private mutating func passOn() {
    if bytes.count >= pieceSize { flush() }
  }

  /// Gives what is left to the sink; without one it stays.
  package mutating func flush() {
    guard let sink, !bytes.isEmpty else { return }
    sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
