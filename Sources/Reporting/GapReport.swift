import Diagnostics
import SourceText

/// Which fields of a plan could be lost without a word: what `ratsam gaps` tells.
package struct GapReport: Sendable {
  /// How a field was lost.
  package enum Loss: String, Sendable, CaseIterable { case deleted, blank, misspelt }

  package struct Field: Sendable {
    /// The record and the field as rules name them; `plan` and a list for a list of the document.
    package var record: String
    package var field: String
    /// How often the plan states the field, and how many of these places were tried.
    package var stated: Int
    package var tried: Int = 0
    /// The tried places that nobody noticed the loss of.
    package var unnoticed: [Loss: [Location]] = [:]
    /// Changes that made the file no YAML, so that they say nothing.
    package var broken: Int = 0

    package init(record: String, field: String, stated: Int) {
      self.record = record
      self.field = field
      self.stated = stated
    }

    package func count(_ loss: Loss) -> Int { unnoticed[loss]?.count ?? 0 }

    package var gaps: Int { unnoticed.values.reduce(0) { $0 + $1.count } }
  }

  package var plan: String
  /// Every field that the plan states, the worst first.
  package private(set) var fields: [Field]
  /// Whether every place was tried.
  package var triedAll: Bool { fields.allSatisfy { $0.tried == $0.stated } }

  package init(plan: String, fields: [Field]) {
    self.plan = plan
    self.fields = fields.enumerated().sorted { left, right in
      (-left.element.gaps, -left.element.stated, left.offset)
        < (-right.element.gaps, -right.element.stated, right.offset)
    }.map(\.element)
  }

  package var stated: Int { fields.reduce(0) { $0 + $1.stated } }
  package var tried: Int { fields.reduce(0) { $0 + $1.tried } }
  package var broken: Int { fields.reduce(0) { $0 + $1.broken } }
  /// The fields of which a loss was not noticed.
  package var gaps: [Field] { fields.filter { $0.gaps > 0 } }
}
