import Diagnostics

/// What is wrong with rules that are well formed: they cannot find what they are for.
package enum AnalysisProblem: Problem, Hashable {
  /// What stands in a rule file under a name of its own.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case rule, table, setting, notation, words, choice, value, record, list, field
  }

  /// No element fits a condition; `hasOthers`: together with those around it.
  case neverTrue(rule: String, hasOthers: Bool, witness: Witness?)
  case neverMet(rule: String, witness: Witness?)
  case alwaysMet(rule: String, witness: Witness?)
  /// What `if stated` asks for is never stated where the conditions hold.
  case neverJudged(rule: String)
  /// No element meets both rules where both apply; `isOneLost`: then one of them is never met
  /// without breaking the other.
  case contradiction(rule: String, other: String, isOneLost: Bool, witness: Witness)
  /// Whatever the rule finds, another one finds at no less weight.
  case implied(rule: String, by: String, isSame: Bool, witness: Witness)
  /// A rule without examples, with what could stand there.
  case missingExamples(rule: String, context: String?, drafts: [String])
  case unused(Kind, String)
  /// A record's fields that no rule and no table reads.
  case unreadFields(record: String, fields: [String])
  /// A choice's values that no rule and no table names.
  case unnamedValues(choice: String, values: [String])
  /// Names that differ only in case, or in how an umlaut is written.
  case lookAlike(Kind, String, other: String)

  package var code: String {
    switch self {
    case .neverTrue: "never-true"
    case .neverMet: "never-met"
    case .alwaysMet, .neverJudged: "always-met"
    case .contradiction: "contradiction"
    case .implied: "implied-rule"
    case .missingExamples: "missing-example"
    case .unused: "unused-name"
    case .unreadFields: "unread-field"
    case .unnamedValues: "unnamed-value"
    case .lookAlike: "look-alike"
    }
  }

  package var facts: [Fact] {
    switch self {
    case .neverTrue(_, _, let witness), .neverMet(_, let witness), .alwaysMet(_, let witness):
      witness.map { [Fact("witness", same: $0.text)] } ?? []
    case .contradiction(_, _, _, let witness), .implied(_, _, _, let witness):
      [Fact("witness", same: witness.text)]
    case .missingExamples(_, let context, let drafts):
      ((context.map { ["examples \($0)"] } ?? []) + drafts).map { Fact("draft", same: $0) }
    case .unreadFields(_, let names), .unnamedValues(_, let names):
      [Fact("names", same: names.joined(separator: ", "))]
    case .neverJudged, .unused, .lookAlike: []
    }
  }
}
