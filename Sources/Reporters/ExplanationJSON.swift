import Diagnostics
import Reporting

/// How rules judged one place of a plan, as JSON, described in `docs/json-output.md`.
package struct ExplanationJSON {
  private let language: Language
  private let version: String

  /// `version` is the tool's.
  package init(language: Language, version: String) {
    self.language = language
    self.version = version
  }

  package func write(_ explanation: PlanExplanation, to buffer: inout ByteBuffer) {
    let evaluations = EvaluationJSON(language: language, isSpread: true)
    JSONWriter.object(to: &buffer) { document in
      document.spread()
      document.member("schemaVersion", JSONReporter.schemaVersion)
      document.object("tool") { tool in
        tool.member("name", "ratsam")
        tool.member("version", version)
      }
      document.member("language", language.rawValue)
      document.member("today", explanation.today?.iso())
      document.member("stage", explanation.stage?.name)
      document.object("place") { evaluations.write(explanation.location, to: &$0) }
      document.member("subjects", explanation.subjects.map { $0[language] })
      document.array("findings") { findings in
        findings.spread()
        for finding in explanation.findings {
          findings.object { object in
            object.member("rule", finding.code)
            object.member("rules", finding.rules)
            object.member("severity", finding.severity.name)
            object.member("outcome", finding.outcome?.name)
            object.member("message", finding.problem.headline(in: language))
          }
        }
      }
      evaluations.write(explanation.evaluations, as: "evaluations", to: &document)
      document.array("others") { others in
        others.spread()
        for rule in explanation.others { others.object { write(rule, to: &$0) } }
      }
    }
    buffer.append("\n")
  }

  private func write(_ others: PlanExplanation.Others, to object: inout JSONObject) {
    object.member("rule", others.rule)
    object.member("title", others.title[language])
    for outcome in Outcome.allCases {
      object.member(
        outcome == .notApplicable ? "notApplicable" : outcome.name,
        (others.elements[outcome] ?? []).map { $0[language] })
    }
  }
}
