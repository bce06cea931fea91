import Diagnostics
import Testing

@testable import Semantics

/// Severities over schemas whose stages are other than usual.
@Suite struct StageTests {
  private func check(_ severity: String, stages: String = "", field: String = "") -> Checked {
    let schema = """
      schema plan 1
        "Plan"
      \(stages)
      record plan
        name text
      \(field)
      record item, listed in items
        name text

      """
    let text = rule("name must be stated", scope: "each item").replacing(
      "if broken: error", with: severity)
    return Checked(files: [("plan.ratsam", schema + text)])
  }

  private let unordered = "choice stage\n  early \"Early\"\n  late \"Late\""
  private let field = "  stage choice stage"

  @Test func withoutStagesASeverityStandsAlone() throws {
    let checked = check("if broken: warning")
    let severities = try #require(
      checked.program.rules.first?.severities, "\(checked.rendered(.english))")
    #expect(severities.broken == [.warning])
  }

  @Test func withoutStagesNoneCanBeNamed() {
    #expect(check("if broken: error in late").codes == ["no-stages"])
    #expect(check("if broken: error, warning").codes == ["repeated-severity"])
  }

  @Test func fromNeedsAnOrder() {
    let checked = check(
      "if broken: note in early, error from late on", stages: unordered, field: field)
    #expect(checked.codes == ["no-stages"])
  }

  @Test func unorderedStagesCanBeNamed() throws {
    let checked = check(
      "if broken: note in early, error in late", stages: unordered, field: field)
    let severities = try #require(
      checked.program.rules.first?.severities, "\(checked.rendered(.english))")
    #expect(severities.broken == [.note, .error])
  }

  @Test func stagesOutsideTheOrderAreNamedOneByOne() {
    let stages = """
      choice stage, in order
        early "Early"
        late "Late"
        outside the order
          dropped "Dropped"
      """
    let checked = check(
      "if broken: note in early, error from late on", stages: stages, field: field)
    #expect(checked.codes == ["uncovered-stage"], "\(checked.rendered(.english))")
  }

  @Test func contextsWithoutIdsAreTold() {
    let checked = check("if broken: error")
    #expect(checked.codes.isEmpty, "\(checked.rendered(.english))")
    let text = rule("name must be stated", scope: "each item").replacing(
      "  examples", with: "  examples with items a, b")
    let other = Checked(files: [
      (
        "plan.ratsam",
        "schema plan 1\nrecord plan\n  name text\nrecord item, listed in items\n  name text\n"
          + text
      )
    ])
    #expect(other.codes == ["unknown-context"], "\(other.rendered(.english))")
  }
}
