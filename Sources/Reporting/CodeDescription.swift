import Diagnostics

/// A finding's code in words: what it says, why it matters and how to mend it.
package struct CodeDescription: Sendable {
  /// What the finding is about.
  package enum Area: Sendable, CaseIterable {
    /// A plan, as YAML or as it is loaded.
    case plan
    /// A rule file.
    case rules
    /// The examples of rules and the fixtures beside them.
    case tests
    /// A `ratsam.yaml`, or what a plan or a call says instead.
    case configuration
    /// The files of a call.
    case call
  }

  package var code: String
  package var area: Area
  package var what: LocalizedText
  package var why: LocalizedText
  package var mend: LocalizedText

  package init(
    _ code: String, _ area: Area, what: LocalizedText, why: LocalizedText, mend: LocalizedText
  ) {
    self.code = code
    self.area = area
    self.what = what
    self.why = why
    self.mend = mend
  }
}
