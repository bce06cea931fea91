import Diagnostics

/// What is wrong with a rule about the previous version of a plan.
package enum VersionProblem: Problem, Hashable {
  /// `previous` of elements that cannot be found again; `outer` is a record around them that can.
  case withoutId(String, record: String, outer: String?)
  /// `previous.previous`, or `previous` of an element that is of the previous version already.
  case twice(String)
  /// `cost.previous.amount`; `path` is how it is written.
  case misplaced(String, path: String)
  /// `each former cost-item`; `hasId`: the record has one, what it stands in has none.
  case formerWithoutId(String, hasId: Bool)
  /// `previous.end-date must not change`
  case changeOfPrevious(String)
  /// `every milestones must not change`; `list` is what to speak of instead.
  case changeOfMembers(String, list: String)
  /// `plan.measures must not change`: a list of the document, or elements.
  case changeOfElements(String, record: String)
  case itself(String)
  case unique(String)
  /// `with previous` where the examples are of the previous version themselves.
  case contextOfFormer(record: String)
  case contextWithoutPrevious

  package var code: String {
    switch self {
    case .withoutId, .formerWithoutId: "no-previous-element"
    case .twice, .misplaced: "misplaced-previous"
    case .changeOfPrevious, .changeOfMembers, .changeOfElements: "change-of-what"
    case .itself: "other-than-itself"
    case .unique: "unique-among"
    case .contextOfFormer, .contextWithoutPrevious: "unknown-context"
    }
  }

  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .withoutId(let path, let record, let outer): withoutId(path, record, outer, language)
    case .formerWithoutId(let record, let hasId): former(record, hasId, language)
    case .twice(let path): twice(path, language)
    case .misplaced(let written, let path): misplaced(written, path, language)
    case .changeOfPrevious(let path): changeOfPrevious(path, language)
    case .changeOfMembers(let path, let list): changeOfMembers(path, list, language)
    case .changeOfElements(let path, let record): changeOfElements(path, record, language)
    case .itself(let path): itself(path, language)
    case .unique(let list): unique(list, language)
    case .contextOfFormer(let record): contextOfFormer(record, language)
    case .contextWithoutPrevious: contextWithoutPrevious(language)
    }
  }

  // MARK: - Paths

  private func withoutId(
    _ path: String, _ record: String, _ outer: String?, _ language: Language
  ) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(path)`: a `\(record)` cannot be found again in the previous version",
        "`\(path)`: ein Element `\(record)` lässt sich in der vorigen Fassung nicht wiederfinden"),
      help: language.pick(
        "elements are found by their id, inside the element around them; this kind has none"
          + (outer.map { ": write `\($0).previous.…`" } ?? ""),
        "Elemente werden an ihrer Kennung wiedergefunden, innerhalb des Elements um sie herum;"
          + " diese Art hat keine" + (outer.map { ": Schreiben Sie `\($0).previous.…`" } ?? "")))
  }

  private func former(_ record: String, _ hasId: Bool, _ language: Language) -> ProblemText {
    let reason =
      hasId
      ? language.pick(
        "what a `\(record)` stands in has no id",
        "das, worin ein Element `\(record)` steht, hat keine Kennung")
      : language.pick("a `\(record)` has no id", "ein Element `\(record)` hat keine Kennung")
    return ProblemText(
      language.pick(
        "nobody can tell which `\(record)` is gone: \(reason)",
        "es lässt sich nicht sagen, welches Element `\(record)` weggefallen ist: \(reason)"),
      help: language.pick(
        "compare the list itself: `… must not change`",
        "Vergleichen Sie die Liste selbst: `… must not change`"))
  }

  private func twice(_ path: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(path)` asks for a version before the previous one",
        "`\(path)` fragt nach einer Fassung vor der vorigen"),
      help: language.pick(
        "there is one previous version; leave out `previous`",
        "Es gibt nur eine vorige Fassung; lassen Sie `previous` weg"))
  }

  private func misplaced(_ written: String, _ path: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(written)`: `previous` stands behind an element, not behind a value",
        "`\(written)`: `previous` steht hinter einem Element, nicht hinter einem Wert"),
      help: language.pick("write `\(path)`", "Schreiben Sie `\(path)`"))
  }

  // MARK: - Phrases

  private func changeOfPrevious(_ path: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(path)` is of the previous version, which does not change",
        "`\(path)` gehört zur vorigen Fassung, und die ändert sich nicht"),
      help: language.pick(
        "say it of the field without `previous`", "Sagen Sie es von dem Feld ohne `previous`"))
  }

  private func changeOfMembers(
    _ path: String, _ list: String, _ language: Language
  ) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(path)` leads through a list, and `change` compares one field with itself",
        "`\(path)` führt durch eine Liste, und `change` vergleicht ein Feld mit sich selbst"),
      help: language.pick(
        "say it of the list, `\(list) must not change`, or write a rule for each of its elements",
        "Sagen Sie es von der Liste, `\(list) must not change`, oder schreiben Sie eine Regel für"
          + " jedes ihrer Elemente"))
  }

  private func changeOfElements(
    _ path: String, _ record: String, _ language: Language
  ) -> ProblemText {
    ProblemText(
      language.pick(
        "`\(path)` leads to elements, which are compared field by field",
        "`\(path)` führt zu Elementen, und die werden Feld für Feld verglichen"),
      help: language.pick(
        "write rules for `each \(record)` and `each former \(record)`",
        "Schreiben Sie Regeln für `each \(record)` und `each former \(record)`"))
  }

  private func itself(_ path: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`other than itself`: an element of the other version does not stand in `\(path)`",
        "`other than itself`: ein Element der anderen Fassung steht nicht in `\(path)`"),
      help: language.pick("leave it out", "Lassen Sie es weg"))
  }

  private func unique(_ list: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "what the previous version says is not compared among `\(list)`",
        "was die vorige Fassung sagt, wird nicht innerhalb von `\(list)` verglichen"),
      help: language.pick(
        "say it of the field without `previous`", "Sagen Sie es von dem Feld ohne `previous`"))
  }

  // MARK: - Examples

  private func contextOfFormer(_ record: String, _ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`with previous`: the examples of `each former \(record)` are of the previous version",
        "`with previous`: die Beispiele von `each former \(record)` sind aus der vorigen Fassung"),
      help: language.pick(
        "say with `plan` or a list what the new version holds",
        "Sagen Sie mit `plan` oder einer Liste, was die neue Fassung enthält"))
  }

  private func contextWithoutPrevious(_ language: Language) -> ProblemText {
    ProblemText(
      language.pick(
        "`with previous` says what the element was before, as YAML",
        "`with previous` sagt als YAML, was das Element vorher war"),
      help: language.pick(
        "write `with previous { … }`", "Schreiben Sie `with previous { … }`"))
  }
}
