import Diagnostics
import SourceText

/// What examples noticed of rules that were changed in one place each.
package struct MutationReport: Sendable {
  /// What became of one changed rule.
  package enum Fate: String, Sendable, CaseIterable {
    /// An example comes to something else than it says.
    case killed
    /// No example notices.
    case survived
    /// No example notices, and a comment says why none can.
    case argued
  }

  /// One change.
  package struct Mutant: Sendable {
    /// What was done, such as `boundary`.
    package var kind: String
    package var location: Location
    /// The line as it stands, and as it was changed; nil where it was left out.
    package var before: String
    package var after: String?
    package var fate: Fate
    /// The argument in the rule file; nil unless argued.
    package var argument: String?

    package init(
      kind: String, location: Location, before: String, after: String?, fate: Fate,
      argument: String?
    ) {
      self.kind = kind
      self.location = location
      self.before = before
      self.after = after
      self.fate = fate
      self.argument = argument
    }
  }

  /// The changes of one rule, or of one word list, notation or setting.
  package struct Subject: Sendable {
    package var name: String
    package var location: Location
    package var mutants: [Mutant]

    package init(name: String, location: Location, mutants: [Mutant]) {
      self.name = name
      self.location = location
      self.mutants = mutants
    }

    package func count(_ fate: Fate) -> Int { mutants.count { $0.fate == fate } }
  }

  package var subjects: [Subject]

  package init(subjects: [Subject]) { self.subjects = subjects }

  package var count: Int { subjects.reduce(0) { $0 + $1.mutants.count } }

  package func count(_ fate: Fate) -> Int { subjects.reduce(0) { $0 + $1.count(fate) } }
}
