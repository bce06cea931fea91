import Diagnostics

/// What one rule did: how many elements it looked at and how it judged them.
package struct LedgerEntry: Sendable, Hashable {
  /// The rule's id.
  package var rule: String
  /// The elements in the rule's scope.
  package var applied: Int
  package var met: Int
  package var violated: Int
  package var undetermined: Int
  package var notApplicable: Int
  /// Those of `notApplicable` that the previous version of the plan does not have.
  package var new: Int
  /// Those of `violated` and `undetermined` that a waiver covers.
  package var waived: Int
  /// What a reader has to know beside the numbers, such as a date that was not given.
  package var note: LocalizedText?

  package init(
    rule: String, applied: Int = 0, met: Int = 0, violated: Int = 0, undetermined: Int = 0,
    notApplicable: Int = 0, new: Int = 0, waived: Int = 0, note: LocalizedText? = nil
  ) {
    self.rule = rule
    self.applied = applied
    self.met = met
    self.violated = violated
    self.undetermined = undetermined
    self.notApplicable = notApplicable
    self.new = new
    self.waived = waived
    self.note = note
  }

  /// Whether the rule judged nothing: no element was met, violated or undetermined.
  package var hadNothingToCheck: Bool { met + violated + undetermined == 0 }
}
