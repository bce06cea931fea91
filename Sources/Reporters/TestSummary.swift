import Diagnostics
import Reporting

/// What `ratsam test` came to, in a line.
package struct TestSummary {
  private let report: TestReport
  private let language: Language

  package init(_ report: TestReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  package func write(to buffer: inout ByteBuffer) {
    let rules = Counted.rules.text(report.rules.count, language)
    let examples = Counted.examples.text(report.examples, language)
    let expected = Counted.number(report.asExpected, language)
    let (shown, of) = (report.share.shown, report.share.of)
    let outcomes = Counted.outcomes.text(of, language)
    buffer.append(
      language.pick(
        "\(rules), \(examples), \(expected) as expected; "
          + "\(Counted.number(shown, language)) of \(outcomes) shown\n",
        "\(rules), \(examples), \(expected) wie erwartet; "
          + "\(Counted.number(shown, language)) von \(outcomes) gezeigt\n"))
    if let mutation = report.mutation { write(mutation, to: &buffer) }
  }

  private func write(_ mutation: MutationReport, to buffer: inout ByteBuffer) {
    func number(_ fate: MutationReport.Fate) -> String {
      Counted.number(mutation.count(fate), language)
    }
    let changes = Counted.mutants.text(mutation.count, language)
    buffer.append(
      language.pick(
        "\(changes) to the rules: \(number(.killed)) noticed, \(number(.argued)) argued, "
          + "\(number(.survived)) unnoticed\n",
        "\(changes) an den Regeln: \(number(.killed)) bemerkt, \(number(.argued)) begründet, "
          + "\(number(.survived)) unbemerkt\n"))
  }
}
