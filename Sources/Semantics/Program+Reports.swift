import Diagnostics
import SourceText

/// A report with every path and table resolved.
package struct TypedReport: Sendable {
  package var name: String
  package var title: LocalizedText
  package var sections: [TypedSection]
  package var origin: Location

  package init(name: String, title: LocalizedText, sections: [TypedSection], origin: Location) {
    self.name = name
    self.title = title
    self.sections = sections
    self.origin = origin
  }
}

package struct TypedSection: Sendable {
  package struct Text: Sendable {
    package var title: LocalizedText
    package var operand: Operand

    package init(title: LocalizedText, operand: Operand) {
      self.title = title
      self.operand = operand
    }
  }
  package enum Part: Sendable {
    case text(Text)
    /// An index into `Program.tables`.
    case table(Int)
    case findings, ledger, summary
    case section(TypedSection)
  }
  package var title: LocalizedText
  /// Given where there is a part for each element; `parts` are then texts of the element, or
  /// empty for all its fields.
  package var scope: Scope?
  package var parts: [Part]

  package init(title: LocalizedText, scope: Scope?, parts: [Part]) {
    self.title = title
    self.scope = scope
    self.parts = parts
  }
}
