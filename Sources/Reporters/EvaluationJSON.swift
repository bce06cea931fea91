import Diagnostics
import Reporting
import SourceText

/// Evaluations of rules as members of a JSON document, described in `docs/json-output.md`.
struct EvaluationJSON {
  let language: Language

  /// Whether each evaluation stands on a line of its own.
  var isSpread = false

  func write(
    _ evaluations: [RuleEvaluation], as name: String, to object: inout JSONObject
  ) {
    object.array(name) { array in
      if isSpread { array.spread() }
      for evaluation in evaluations { array.object { write(evaluation, to: &$0) } }
    }
  }

  private func write(_ evaluation: RuleEvaluation, to object: inout JSONObject) {
    object.member("rule", evaluation.rule)
    object.member("title", evaluation.title[language])
    let isJudged = evaluation.note == nil
    object.member("element", isJudged ? evaluation.element[language] : nil)
    write(isJudged ? evaluation.place : nil, as: "place", to: &object)
    object.member("outcome", isJudged ? evaluation.outcome.name : nil)
    object.member("severity", evaluation.severity?.name)
    object.member("note", evaluation.note?[language])
    object.member("likewise", evaluation.likewise)
    write(evaluation.steps, as: "steps", to: &object)
  }

  private func write(_ steps: [EvaluationStep], as name: String, to object: inout JSONObject) {
    object.array(name) { array in
      for step in steps { array.object { write(step, to: &$0) } }
    }
  }

  private func write(_ step: EvaluationStep, to object: inout JSONObject) {
    object.member("part", step.part.rawValue)
    object.member("result", step.result.name)
    object.member("text", step.text[language])
    write(step.location, as: "rulePlace", to: &object)
    write(step.place, as: "place", to: &object)
    object.array("facts") { facts in
      for fact in step.facts {
        facts.object { object in
          object.member("text", fact.text[language])
          write(fact.location, as: "place", to: &object)
        }
      }
    }
    write(step.parts, as: "parts", to: &object)
    object.member("rest", step.rest.map { $0[language] })
  }

  /// A place as an object, or null.
  private func write(_ location: Location?, as name: String, to object: inout JSONObject) {
    guard let location else { return object.member(name, nil as String?) }
    object.object(name) { write(location, to: &$0) }
  }

  func write(_ location: Location, to object: inout JSONObject) {
    let position = location.file.position(of: location.range.start)
    object.member("file", location.file.path)
    object.member("line", position.line)
    object.member("column", position.column)
  }
}
