import SourceText

/// One `.ratsam` file as it is written: its declarations in order, and its comments.
///
/// Parsing never fails: what could not be read is left out of the tree and told as a finding.
package struct RuleFile: Sendable {
  package var file: SourceFile
  package var declarations: [Declaration] = []
  package var comments: [Comment] = []

  package init(file: SourceFile) {
    self.file = file
  }
}

/// A comment from `#` to the end of its line.
package struct Comment: Hashable, Sendable {
  package var range: ByteRange
  /// Whether nothing but blanks stands before it on its line.
  package var standsAlone: Bool

  package init(range: ByteRange, standsAlone: Bool) {
    self.range = range
    self.standsAlone = standsAlone
  }
}

/// A name as it occurs in the text.
package struct Name: Hashable, Sendable {
  package var text: String
  package var range: ByteRange

  package init(_ text: String, _ range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// A quoted text; `value` is without quotes and escapes.
package struct StringLiteral: Hashable, Sendable {
  package var value: String
  package var range: ByteRange

  package init(_ value: String, _ range: ByteRange) {
    self.value = value
    self.range = range
  }
}

/// A title in English, German or both: `"Cost" de "Kosten"`.
package struct Title: Hashable, Sendable {
  package var english: StringLiteral?
  package var german: StringLiteral?

  package init(english: StringLiteral? = nil, german: StringLiteral? = nil) {
    self.english = english
    self.german = german
  }

  package var isEmpty: Bool { english == nil && german == nil }
}

/// A top-level block of a rule file.
package indirect enum Declaration: Sendable {
  case schema(SchemaHeader)
  case choice(ChoiceDeclaration)
  case record(RecordDeclaration)
  case placeholder(PlaceholderDeclaration)
  case rule(RuleDeclaration)
  case notation(NotationDeclaration)
  case words(WordsDeclaration)
  case setting(SettingDeclaration)
  case table(TableDeclaration)
  case pack(PackDeclaration)
  case report(ReportDeclaration)
}
