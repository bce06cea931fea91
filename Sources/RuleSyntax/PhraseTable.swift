/// The words of every phrase, cut once, so that the longest one that stands at a place is found
/// by comparing words.
struct PhraseTable: Sendable {
  struct Pattern: Sendable {
    var words: [Word]
    var phrase: Phrase
    var isNegated: Bool
    var arguments: Phrase.ArgumentShape

    init(_ wording: Phrase.Wording, _ words: String, _ phrase: Phrase, isNegated: Bool = false) {
      self.words = words.split(separator: " ").map(WordTable.shared.word)
      self.phrase = phrase
      self.isNegated = isNegated
      arguments = wording.arguments
    }
  }

  static let shared = PhraseTable()

  /// Longest first.
  private let requirements: [Pattern]
  private let conditions: [Pattern]
  private let wordsAfterBe: [Word]

  private init() {
    var requirements: [Pattern] = []
    var conditions: [Pattern] = []
    for phrase in Phrase.allCases {
      let wording = phrase.wording
      if let words = wording.requirement {
        requirements.append(Pattern(wording, words, phrase))
      }
      if let words = wording.condition {
        conditions.append(Pattern(wording, words, phrase))
      }
      if let words = wording.negatedCondition {
        conditions.append(Pattern(wording, words, phrase, isNegated: true))
      }
    }
    self.requirements = requirements.sorted { $0.words.count > $1.words.count }
    self.conditions = conditions.map(Self.singular).sorted { $0.words.count > $1.words.count }
    var after: [Word] = [.yes, .no, .not]
    for pattern in requirements where pattern.words.first == .be && pattern.words.count > 1 {
      after.append(pattern.words[1])
    }
    for pattern in conditions where pattern.words.first == .is && pattern.words.count > 1 {
      after.append(pattern.words[1])
    }
    wordsAfterBe = after
  }

  private static func singular(_ pattern: Pattern) -> Pattern {
    var pattern = pattern
    for index in pattern.words.indices { pattern.words[index] = singular(pattern.words[index]) }
    return pattern
  }

  /// The form that stands for both numbers: `are` and `is`, `exist` and `exists`.
  static func singular(_ word: Word) -> Word {
    switch word {
    case .are: .is
    case .have: .has
    case .do: .does
    case .apply: .applies
    case .lie: .lies
    case .overlap: .overlaps
    case .exist: .exists
    case .include: .includes
    case .mention: .mentions
    case .lead: .leads
    default: word
    }
  }

  /// Whether the word can follow `is` or `must be`, so that no value may be called so.
  func followsBe(_ word: Word) -> Bool { wordsAfterBe.contains(word) }

  /// The longest requirement, such as `be at least`, at the cursor.
  func requirement(in parser: Parser) -> Pattern? {
    Self.first(of: requirements, in: parser) { $0 }
  }

  /// The longest condition, such as `is at least` or `are not missing`, at the cursor.
  func condition(in parser: Parser) -> Pattern? {
    Self.first(of: conditions, in: parser, Self.singular)
  }

  /// Most patterns differ in one of the two words that are looked at before all others.
  @inline(__always)
  private static func first(
    of patterns: [Pattern], in parser: Parser, _ form: (Word) -> Word
  ) -> Pattern? {
    let first = form(parser.current.word)
    let second = form(parser.ahead(1).word)
    for index in patterns.indices
    where patterns[index].words[0] == first
      && (patterns[index].words.count == 1 || patterns[index].words[1] == second)
    {
      let words = patterns[index].words
      if words.indices.dropFirst(2).allSatisfy({ form(parser.ahead($0).word) == words[$0] }) {
        return patterns[index]
      }
    }
    return nil
  }

  /// The words of all requirements or all conditions.
  func spellings(isRequirement: Bool) -> [String] {
    (isRequirement ? requirements : conditions).map { pattern in
      pattern.words.map(\.rawValue).joined(separator: " ")
    }
  }
}
