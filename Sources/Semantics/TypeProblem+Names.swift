import Diagnostics

extension ScopeProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .unknownRecord(let name, let nearest):
      ProblemText(
        language.pick(
          "the schema has no record `\(name)`", "das Schema hat kein Element `\(name)`"),
        help: language.didYouMean(nearest))
    case .listForRecord(let list, let record):
      ProblemText(
        language.pick(
          "`\(list)` is a list; a rule looks at one element at a time",
          "`\(list)` ist eine Liste; eine Regel betrachtet jedes Element für sich"),
        help: language.pick("write `each \(record)`", "Schreiben Sie `each \(record)`"))
    case .eachPlan:
      ProblemText(
        language.pick("there is only one plan", "es gibt nur einen Plan"),
        help: language.pick("write `the plan`", "Schreiben Sie `the plan`"))
    case .notInside(let record, let outer, let places):
      notInside(record, outer, places, language)
    case .severalPlaces(let record, let outer, let paths):
      severalPlaces(record, outer, paths, language)
    case .findingsOutsideTables:
      ProblemText(
        language.pick(
          "findings are known only when every rule was judged",
          "Befunde gibt es erst, wenn jede Regel geurteilt hat"),
        help: language.pick(
          "`each finding` stands in tables; a report shows them all with `findings`",
          "`each finding` steht in Tabellen; ein Bericht zeigt alle mit `findings`"))
    case .unknownPlace(let path, let record, let paths):
      ProblemText(
        language.pick(
          "`\(path)` holds no `\(record)`", "in `\(path)` steht kein `\(record)`"),
        help: language.pick(
          "they stand in \(language.and(paths))", "Sie stehen in \(language.and(paths))"))
    }
  }

  private func notInside(
    _ record: String, _ outer: String, _ places: [String], _ language: Language
  ) -> ProblemText {
    let headline =
      outer.isEmpty
      ? language.pick(
        "a `\(record)` stands in no other element",
        "ein `\(record)` steht in keinem anderen Element")
      : language.pick(
        "a `\(record)` does not stand inside a `\(outer)`",
        "ein `\(record)` steht nicht in einem `\(outer)`")
    return ProblemText(
      headline,
      help: places.isEmpty
        ? nil
        : language.pick(
          "it stands in \(language.and(places)); write `each \(record)` alone, and follow a"
            + " reference"
            + " where they are linked",
          "Es steht in \(language.and(places)); schreiben Sie `each \(record)` allein, und folgen"
            + " Sie"
            + " einem Verweis, wo beide verbunden sind"))
  }

  private func severalPlaces(
    _ record: String, _ outer: String, _ paths: [String], _ language: Language
  ) -> ProblemText {
    let scopes = paths.map { path in
      outer.isEmpty ? "each \(record) in \(path)" : "each \(record) in \(path) of each \(outer)"
    }
    let around = outer.isEmpty ? "" : language.pick(" of a `\(outer)`", " eines `\(outer)`")
    return ProblemText(
      language.pick(
        "a `\(record)` stands in several places\(around)",
        "ein `\(record)` steht an mehreren Stellen\(around)"),
      help: language.pick("write \(language.or(scopes))", "Schreiben Sie \(language.or(scopes))"))
  }
}

extension NameProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .unknown(let name, let container, let nearest):
      ProblemText(unknown(name, container, language), help: language.didYouMean(nearest))
    case .belongsTo(let name, let owner, let path):
      belongs(name, owner, path, language)
    case .outsideScope(let name, let inner, let encloses):
      outside(name, inner, encloses, language)
    case .spelling(let name, let ours):
      ProblemText(
        language.pick(
          "`\(name)` is a spelling for plans; rules call the field `\(ours)`",
          "`\(name)` ist eine Schreibweise für Pläne; in Regeln heißt das Feld `\(ours)`"),
        help: language.pick("write `\(ours)`", "Schreiben Sie `\(ours)`"))
    case .inGroup(let name, let paths):
      ProblemText(
        language.pick("`\(name)` stands inside a group", "`\(name)` steht in einer Gruppe"),
        help: language.pick("write \(language.or(paths))", "Schreiben Sie \(language.or(paths))"))
    case .ambiguous(let name, let readings, let instead):
      ambiguous(name, readings, instead, language)
    case .noParts(let path, let type, let next):
      ProblemText(
        language.pick(
          "`\(path)` is \(type.text(language)) and has no part `\(next)`",
          "`\(path)` ist \(type.text(language)) und hat keinen Teil `\(next)`"))
    case .unordered(let word, let list):
      unordered(word, list, language)
    }
  }

  private func unknown(_ name: String, _ container: Container, _ language: Language) -> String {
    switch container {
    case .plan:
      language.pick(
        "the plan has no field or list `\(name)`",
        "der Plan hat kein Feld und keine Liste `\(name)`")
    case .record(let record):
      language.pick("`\(record)` has no field `\(name)`", "`\(record)` hat kein Feld `\(name)`")
    case .group(let path):
      language.pick(
        "the group `\(path)` has no field `\(name)`", "die Gruppe `\(path)` hat kein Feld `\(name)`"
      )
    }
  }

  private func belongs(
    _ name: String, _ owner: Owner, _ path: String, _ language: Language
  ) -> ProblemText {
    let headline =
      switch owner {
      case .plan:
        language.pick("`\(name)` belongs to the plan", "`\(name)` gehört zum Plan")
      case .record(let record):
        language.pick("`\(name)` belongs to the `\(record)`", "`\(name)` gehört zu `\(record)`")
      }
    return ProblemText(
      headline, help: language.pick("write `\(path)`", "Schreiben Sie `\(path)`"))
  }

  private func outside(
    _ name: String, _ inner: String, _ encloses: Bool, _ language: Language
  ) -> ProblemText {
    let headline = language.pick(
      "this rule speaks of `each \(inner)`; there is no `\(name)` around it to name",
      "diese Regel spricht von `each \(inner)`; ein `\(name)` darum ist nicht genannt")
    guard encloses else { return ProblemText(headline) }
    return ProblemText(
      headline,
      help: language.pick(
        "write `each \(inner) of each \(name)`", "Schreiben Sie `each \(inner) of each \(name)`"))
  }

  private func ambiguous(
    _ name: String, _ readings: [Reading], _ instead: String?, _ language: Language
  ) -> ProblemText {
    let meant = readings.map { $0.text(language) }.joined(
      separator: language.pick(" or ", " oder "))
    let help =
      instead.map {
        language.pick("write `\($0)` for the field", "Schreiben Sie `\($0)` für das Feld")
      }
      ?? (readings.contains { $0.isSetting }
        ? language.pick(
          "give the setting another name", "Geben Sie der Einstellung einen anderen Namen")
        : language.pick("say which one by a longer path", "Sagen Sie es mit einem längeren Pfad"))
    return ProblemText(
      language.pick(
        "`\(name)` can be read in two ways: \(meant)", "`\(name)` hat zwei Lesarten: \(meant)"),
      help: help)
  }

  private func unordered(_ word: String, _ list: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(word)` needs an order, and `\(list)` has none",
        "`\(word)` braucht eine Reihenfolge, und `\(list)` hat keine"),
      help: language.pick(
        "the schema can say `list of …, in order` or `in order by` a field",
        "Das Schema kann `list of …, in order` oder `in order by` mit einem Feld sagen"))
  }
}

extension NameProblem.Reading {
  var isSetting: Bool {
    if case .setting = self { return true }
    return false
  }

  func text(_ language: Language) -> String {
    switch self {
    case .field(let name, let record):
      language.pick("the field `\(name)` of `\(record)`", "das Feld `\(name)` von `\(record)`")
    case .element(let record):
      language.pick("the `\(record)` around it", "das Element `\(record)` darum")
    case .setting(let name):
      language.pick("the setting `\(name)`", "die Einstellung `\(name)`")
    case .value(let name, let choice):
      language.pick(
        "the value `\(name)` of the choice `\(choice)`",
        "der Wert `\(name)` der Auswahl `\(choice)`")
    }
  }
}
