/// A language that people read ratsam in.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case german = "de"

  /// The text of this language out of a pair written side by side.
  @inlinable package func pick<T>(_ english: @autoclosure () -> T, _ german: @autoclosure () -> T)
    -> T
  {
    switch self {
    case .english: english()
    case .german: german()
    }
  }
}

/// One text in both languages.
package struct LocalizedText: Hashable, Sendable {
  package var english: String
  package var german: String

  package init(en english: String, de german: String) {
    self.english = english
    self.german = german
  }

  /// A text that reads the same in both languages, such as a name from a plan.
  package init(same text: String) {
    self.init(en: text, de: text)
  }

  package subscript(language: Language) -> String { language.pick(english, german) }
}
