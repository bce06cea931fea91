import Diagnostics

extension ListProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .groupAsValue(let path, let members, let suggestion):
      group(path, members, suggestion, language)
    case .elementAsValue(let path, let suggestion):
      ProblemText(
        language.pick(
          "`\(path)` is the element itself, not a value",
          "`\(path)` ist das Element selbst, kein Wert"),
        help: suggestion.map {
          language.pick(
            "name one of its fields, such as `\($0)`",
            "Nennen Sie eines seiner Felder, etwa `\($0)`")
        })
    case .throughList(let path, let list, let position, let aggregates):
      through(path, list, position, aggregates, language)
    case .listAsValue(let path, let words, let position, let members, let instead):
      listAsValue(path, words, position, members, instead, language)
    case .listAsOperand(let path):
      ProblemText(
        language.pick(
          "`\(path)` is a list, not one value", "`\(path)` ist eine Liste, nicht ein Wert"),
        help: language.pick(
          "write what is meant of it: `count of \(path)`, or `sum of`, `earliest of` … with a"
            + " field",
          "Schreiben Sie, was davon gemeint ist: `count of \(path)`, oder `sum of`, `earliest of`"
            + " … mit"
            + " einem Feld"))
    case .quantifierWithoutList(let quantifier, let path):
      ProblemText(
        language.pick(
          "`\(quantifier.words)` needs a list, and `\(path)` is one value",
          "`\(quantifier.words)` braucht eine Liste, und `\(path)` ist ein einzelner Wert"),
        help: language.pick(
          "leave out `\(quantifier.words)`", "Lassen Sie `\(quantifier.words)` weg"))
    case .quantifierOnComputed(let quantifier):
      ProblemText(
        language.pick(
          "`\(quantifier.words)` is said of a path through a list, not of a computed value",
          "`\(quantifier.words)` gilt für einen Pfad durch eine Liste, nicht für einen"
            + " berechneten Wert"
        ))
    case .quantifierNotNeeded(let quantifier, let path):
      ProblemText(
        language.pick(
          "`lead back to itself` looks at all of `\(path)` already",
          "`lead back to itself` betrachtet schon alle Einträge von `\(path)`"),
        help: language.pick(
          "leave out `\(quantifier.words)`", "Lassen Sie `\(quantifier.words)` weg"))
    case .filterWithoutList:
      ProblemText(
        language.pick(
          "`where` chooses among the members of a list, and here is none",
          "`where` wählt unter den Einträgen einer Liste, und hier steht keine"),
        help: language.pick(
          "say it in a line `when …` above", "Sagen Sie es darüber in einer Zeile `when …`"))
    case .filterWithoutElements(let path):
      ProblemText(
        language.pick(
          "the entries of `\(path)` have no fields that `where` could ask for",
          "die Einträge von `\(path)` haben keine Felder, nach denen `where` fragen könnte"))
    }
  }

  private func group(
    _ path: String, _ members: [String], _ suggestion: String?, _ language: Language
  ) -> ProblemText {
    let shown = members.prefix(2).joined(separator: ", ") + (members.count > 2 ? ", …" : "")
    return ProblemText(
      language.pick("`\(path)` is a group (\(shown))", "`\(path)` ist eine Gruppe (\(shown))"),
      help: suggestion.map { language.didYouMean([$0]) } ?? nil)
  }

  private func through(
    _ path: String, _ list: String, _ position: Position, _ aggregates: [String],
    _ language: Language
  ) -> ProblemText {
    let options =
      switch position {
      case .requirement: ["every \(path) must …", "at least one \(path) must …"]
      case .condition: ["every \(path) …", "at least one \(path) …", "no \(path) …"]
      case .operand, .column: aggregates
      }
    return ProblemText(
      language.pick(
        "`\(path)` leads through the list `\(list)`, so there may be many",
        "`\(path)` führt durch die Liste `\(list)`, es kann also viele geben"),
      help: language.pick("write \(language.or(options))", "Schreiben Sie \(language.or(options))"))
  }

  private func listAsValue(
    _ path: String, _ words: String, _ position: Position, _ members: String,
    _ instead: String?, _ language: Language
  ) -> ProblemText {
    var options = ["every \(members) \(words) …", "at least one \(members) \(words) …"]
    if position == .condition { options.append("no \(members) \(words) …") }
    if let instead { options.append("\(path) \(instead) …") }
    return ProblemText(
      language.pick(
        "`\(path)` is a list, and `\(words)` is said of one value",
        "`\(path)` ist eine Liste, und `\(words)` gilt für einen einzelnen Wert"),
      help: language.pick("write \(language.or(options))", "Schreiben Sie \(language.or(options))"))
  }
}
