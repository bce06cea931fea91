import Diagnostics
import Model

/// What a rule ranges over, as the words before its requirements: "for every measure", "je Maßnahme".
///
/// It begins in lower case and ends without a colon.
package func sentence(
  for scope: Scope, in program: Program, schema: Schema, language: Language
) -> String {
  SentenceWriter(program: program, schema: schema, language: language).sentence(scope)
}

/// The value of a setting as sentences have it, or that there is none.
package func words(
  for setting: TypedSetting, in program: Program, schema: Schema, language: Language
) -> String {
  SentenceWriter(program: program, schema: schema, language: language).value(of: setting)
}

/// A value as sentences have it: `no costs`, `50 000 EUR` as people write it.
package func words(
  for literal: Literal, in program: Program, schema: Schema, language: Language
) -> String {
  SentenceWriter(program: program, schema: schema, language: language).literal(literal)
}

extension SentenceWriter {
  func sentence(_ scope: Scope) -> String {
    let text = range(scope)
    guard let filter = scope.filter else { return text }
    let condition = condition(filter, Frames(scope.frames), isSubordinate: true)
    return text + language.pick(" where \(condition)", ", wo \(condition)")
  }

  private func range(_ scope: Scope) -> String {
    if scope.frames == [schema.root] { return language.pick("for the plan", "für den Plan") }
    var titles = scope.frames.map { title(schema.records[$0].title) }
    if let place = scope.place {
      let found = schema.records[scope.record].places[place]
      titles[titles.count - 1] +=
        " in `\(schema.records[found.record].fields[found.field].path)`"
    }
    if scope.isFormer {
      return language.pick(
        "for every \(titles[0]) of the previous version that the plan does not have any more",
        "je \(titles[0]) der vorigen Fassung ohne Nachfolger im Plan")
    }
    return language.pick(
      "for every " + titles.reversed().joined(separator: " of every "),
      "je " + titles.joined(separator: " und darin je "))
  }
}
