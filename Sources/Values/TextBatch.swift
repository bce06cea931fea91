import CPrefetch

/// Texts that are bytes of one file, of which the same is asked.
///
/// The question stands in one function with the walk over the texts, so that nothing is called for
/// each of them, and those that come next are fetched from memory meanwhile: it takes longer to fetch
/// a text than to look at it.
package struct TextBatch {
  private let bytes: TextBytes
  private let places: UnsafePointer<UInt64>
  private let count: Int
  private let answers: UnsafeMutablePointer<Bool>

  /// - Parameters:
  ///   - bytes: the file.
  ///   - places: by text where it stands: the start in the high 32 bits, the number of bytes in the
  ///     low ones; 0 where it is not asked about.
  ///   - count: how many texts there are.
  ///   - answers: by text where the answer goes; it stays what it is where nothing is asked.
  package init(
    _ bytes: TextBytes, _ places: UnsafePointer<UInt64>, count: Int,
    answers: UnsafeMutablePointer<Bool>
  ) {
    self.bytes = bytes
    self.places = places
    self.count = count
    self.answers = answers
  }

  /// How many texts are on their way from memory while one is looked at.
  private static var lead: Int { 16 }
  /// How much is fetched even of a shorter text, for it is read together.
  private static var reach: Int { ByteBlock.size }

  /// Answers for each text.
  ///
  /// - Parameter isRead: whether a text of so many bytes is read at all.
  @inline(__always)
  func answer(where isRead: (Int) -> Bool = { _ in true }, _ holds: (TextRun) -> Bool) {
    let file = bytes.baseAddress.unsafelyUnwrapped
    for index in 0..<count {
      let next = places[min(index &+ Self.lead, count &- 1)]
      let (start, size) = Self.extent(next)
      if isRead(size) {
        prefetch(file + start)
        prefetch(file + start + max(size, Self.reach))
      }
      guard places[index] != 0 else { continue }
      let (begin, length) = Self.extent(places[index])
      answers[index] = holds(TextRun(start: begin, count: length, of: bytes))
    }
  }

  /// Answers for each text, by something that is called for each.
  package func answer(_ holds: (TextBytes) -> Bool) { answer { holds($0.bytes) } }

  /// Turns all answers to their opposites.
  package func negate() {
    for index in 0..<count { answers[index].toggle() }
  }

  @inline(__always)
  private static func extent(_ place: UInt64) -> (start: Int, count: Int) {
    (Int(place >> 32), Int(place & 0xFFFF_FFFF))
  }
}

/// What is asked of texts.
package protocol TextQuestion {
  func holds(of text: TextBytes) -> Bool

  /// Answers for many texts at once.
  func answer(_ texts: TextBatch)
}

extension Notation: TextQuestion {
  package func holds(of text: TextBytes) -> Bool { matches(text) }

  package func answer(_ texts: TextBatch) {
    withReader { reader in texts.answer { reader.matches($0.bytes) } }
  }
}

/// Whether the text is one of the identifiers.
extension IdentifierIndex: TextQuestion {
  package func holds(of text: TextBytes) -> Bool { row(of: text) != nil }

  package func answer(_ texts: TextBatch) {
    withFinder { finder in texts.answer { finder.row(of: $0.bytes) != nil } }
  }
}

/// Whether a text has so many characters, or words.
package struct TextSize: TextQuestion {
  package enum Unit { case characters, words }

  private let unit: Unit
  private let least: Int
  private let most: Int

  package init(_ unit: Unit, least: Int = 0, most: Int = .max) {
    self.unit = unit
    self.least = least
    self.most = most
  }

  package func holds(of text: TextBytes) -> Bool { holds(TextRun(text)) }

  package func answer(_ texts: TextBatch) { texts.answer(where: isRead) { holds($0) } }

  @inline(__always)
  private func holds(_ text: TextRun) -> Bool {
    guard isRead(text.count) else { return true }
    switch unit {
    case .characters:
      let count = TextMeasure.characters(text)
      return count >= least && count <= most
    case .words:
      if least <= 0 { return TextMeasure.hasWords(atMost: most, text) }
      let count = TextMeasure.words(text)
      return count >= least && count <= most
    }
  }

  /// Whether a text of so many bytes has to be read: none has more characters, or words, than bytes.
  @inline(__always)
  private func isRead(_ size: Int) -> Bool { least > 0 || size > most }
}
