/// Bounds on what is read, passed in by the caller; each has a finding of its own.
package struct Limits: Sendable {
  /// The size of one file in bytes (512 MiB).
  package var fileBytes = 512 << 20
  /// How deep YAML collections may nest.
  package var depth = 128
  /// How many nodes aliases may stand for in one file, all together.
  package var aliasedNodes = 100_000
  /// How many different keys one file may use.
  package var distinctKeys = 1 << 20
  /// How many files `include:` may join.
  package var includedFiles = 1_000
  /// How deep the conditions and expressions of a rule file may nest.
  package var ruleDepth = 32
  /// How many problems of one file are told one by one; the rest is counted in one finding.
  package var problemsPerFile = 1_000

  /// How many model elements the analysis of rules builds for one question.
  package var analysedElements = 4_096

  package init() {}
}
