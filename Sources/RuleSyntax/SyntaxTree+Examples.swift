import SourceText

/// `examples with committees a1, a2` and its cases.
package struct ExamplesSyntax: Sendable {
  /// What the cases stand in: `committees a1, a2`, `plan { stage: draft }`, `today 2027-01-01`.
  package struct Context: Sendable {
    package var name: Name
    /// Ids of elements that need nothing else; empty where YAML is given.
    package var ids: [Name]
    /// Raw YAML; nil where ids are given.
    package var yaml: ByteRange?

    package init(name: Name, ids: [Name], yaml: ByteRange?) {
      self.name = name
      self.ids = ids
      self.yaml = yaml
    }
  }
  package enum Expectation: Sendable, CaseIterable { case passes, fails, unclear, doesNotApply }
  package struct Case: Sendable {
    package var expectation: Expectation
    /// `at FIELD`
    package var field: PathSyntax?
    /// The element as raw YAML: the rest of the line, or the indented block under it.
    package var yaml: ByteRange
    package var range: ByteRange

    package init(
      expectation: Expectation, field: PathSyntax?, yaml: ByteRange, range: ByteRange
    ) {
      self.expectation = expectation
      self.field = field
      self.yaml = yaml
      self.range = range
    }
  }
  package var contexts: [Context]
  package var cases: [Case]
  package var range: ByteRange

  package init(contexts: [Context], cases: [Case], range: ByteRange) {
    self.contexts = contexts
    self.cases = cases
    self.range = range
  }
}
