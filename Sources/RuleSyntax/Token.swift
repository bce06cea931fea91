import SourceText

/// A word, number, text or sign of one logical line.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    /// Letters, digits and inner `-`; `word` says whether the language knows it.
    case name
    case number
    /// `2027-Q3`, `2027-03`, `2027-03-31`
    case date
    case string
    case comma, dot, colon, plus, minus, times, percent, euro, openParenthesis, closeParenthesis
    /// A sign that the language does not have, such as `>=`.
    case sign
    /// The end of the logical line; it is always the last token.
    case end
  }

  var kind: Kind
  var word: Word = .none
  /// For a name: whether a `_` stands in it. For a string: whether it holds escapes.
  var isMarked = false
  /// The quotes of a string, in bytes, at its start and at its end.
  var opening: UInt8 = 1
  var closing: UInt8 = 1
  var start: Int32
  var end: Int32

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  var range: ByteRange { ByteRange(Int(start), Int(end)) }
}
