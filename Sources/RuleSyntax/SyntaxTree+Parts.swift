import SourceText

/// `notation paper-reference "9999/9999", "9999/9999 'N'9"`
package struct NotationDeclaration: Sendable {
  package var name: Name
  package var patterns: [StringLiteral]
  package var range: ByteRange

  package init(name: Name, patterns: [StringLiteral], range: ByteRange) {
    self.name = name
    self.patterns = patterns
    self.range = range
  }
}

/// `words vague-verbs de "prüf*", "abhängig von"`, its entries per language.
package struct WordsDeclaration: Sendable {
  package var name: Name
  /// Entries that are not marked with a language.
  package var entries: [StringLiteral]
  package var german: [StringLiteral]
  package var english: [StringLiteral]
  package var range: ByteRange

  package init(
    name: Name, entries: [StringLiteral], german: [StringLiteral], english: [StringLiteral],
    range: ByteRange
  ) {
    self.name = name
    self.entries = entries
    self.german = german
    self.english = english
    self.range = range
  }
}

/// `setting most-indicators whole number 5 "Indicators per goal"`, in a rule or on its own.
package struct SettingDeclaration: Sendable {
  package var name: Name
  package var type: FieldType
  /// The default; nil where a plan or configuration must give it.
  package var value: ExpressionSyntax?
  package var title: Title
  package var range: ByteRange

  package init(
    name: Name, type: FieldType, value: ExpressionSyntax?, title: Title, range: ByteRange
  ) {
    self.name = name
    self.type = type
    self.value = value
    self.title = title
    self.range = range
  }
}
