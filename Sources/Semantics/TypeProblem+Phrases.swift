import Diagnostics

extension PhraseProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .misfit(let words, let subject, let type, let need, let instead):
      misfit(words, subject, type, need, instead, language)
    case .computed(let words):
      ProblemText(
        language.pick(
          "`\(words)` asks for what a plan states, and this is computed",
          "`\(words)` fragt nach dem, was im Plan steht, und dies ist berechnet"),
        help: language.pick("name the field itself", "Nennen Sie das Feld selbst"))
    case .differentTypes(let words, let subject, let type, let operand, let found):
      ProblemText(
        language.pick(
          "`\(subject)` is \(type.text(language)), and `\(operand)` is \(found.text(language))",
          "`\(subject)` ist \(type.text(language)), und `\(operand)` ist \(found.text(language))"),
        help: language.pick(
          "`\(words)` compares two values of the same type",
          "`\(words)` vergleicht zwei Werte desselben Typs"))
    case .pointlessIfStated(let words):
      ProblemText(
        language.pick(
          "`, if stated` takes from `\(words)` what it asks for",
          "`, if stated` hebt `\(words)` auf"),
        help: language.pick("leave out `, if stated`", "Lassen Sie `, if stated` weg"))
    case .targetWithoutList(let path):
      ProblemText(
        language.pick(
          "`exist in` looks in a list, and `\(path)` is one value",
          "`exist in` sucht in einer Liste, und `\(path)` ist ein einzelner Wert"),
        help: language.pick("write `the same as \(path)`", "Schreiben Sie `the same as \(path)`"))
    case .targetWithoutIds(let path, let suggestion):
      ProblemText(
        language.pick(
          "the elements of `\(path)` have no identifier to look for",
          "die Elemente von `\(path)` haben keine Kennung, die man suchen könnte"),
        help: suggestion.map {
          language.pick(
            "name one of their fields, such as `\($0)`",
            "Nennen Sie eines ihrer Felder, etwa `\($0)`")
        })
    case .targetOfOtherType(let path, let type, let subject, let found):
      ProblemText(
        language.pick(
          "`\(subject)` is \(found.text(language)) and cannot exist among what `\(path)` holds: "
            + type.text(language),
          "`\(subject)` ist \(found.text(language)) und kann nicht unter dem sein, was in `\(path)`"
            + " steht: \(type.text(language))"))
    case .targetWithoutItself(let path, let record):
      ProblemText(
        language.pick(
          "`other than itself`: `\(path)` does not go through the list of `\(record)`",
          "`other than itself`: `\(path)` führt nicht durch die Liste von `\(record)`"),
        help: language.pick("leave out `other than itself`", "Lassen Sie `other than itself` weg"))
    case .unknownSiblings(let name, let nearest):
      ProblemText(
        language.pick("there is no list `\(name)` here", "hier gibt es keine Liste `\(name)`"),
        help: language.didYouMean(nearest))
    case .otherSiblings(let name, let record, let known):
      ProblemText(
        language.pick(
          "`\(name)` is not the list that holds a `\(record)`",
          "`\(name)` ist nicht die Liste, in der ein `\(record)` steht"),
        help: known.isEmpty
          ? nil
          : language.pick("write \(language.or(known))", "Schreiben Sie \(language.or(known))"))
    case .uniqueElsewhere(let subject, let scope):
      ProblemText(
        language.pick(
          "`unique` compares the element that is judged with its siblings; `\(subject)` is a"
            + " field of others",
          "`unique` vergleicht das geprüfte Element mit den anderen seiner Liste; `\(subject)`"
            + " ist ein Feld"
            + " anderer Elemente"),
        help: language.pick(
          "write the rule for `each \(scope)`", "Schreiben Sie die Regel für `each \(scope)`"))
    case .leadsElsewhere(let path, let from, let to):
      ProblemText(
        language.pick(
          "`\(path)` leads from `\(from)` to `\(to)` and so never back",
          "`\(path)` führt von `\(from)` zu `\(to)` und so nie zurück"),
        help: language.pick(
          "name a field of `\(from)` that refers to `\(from)`",
          "Nennen Sie ein Feld von `\(from)`, das auf `\(from)` verweist"))
    }
  }

  private func misfit(
    _ words: String, _ subject: String, _ type: TypeName, _ need: Need, _ instead: String?,
    _ language: Language
  ) -> ProblemText {
    var help = need.text(words, language)
    if type.type == .date, need == .amounts {
      help = language.pick(
        "dates are before, after, on or before, on or after; write `\(instead ?? "")`",
        "für Datumsangaben gibt es before, after, on or before, on or after; schreiben Sie"
          + " `\(instead ?? "")`")
    } else if let instead {
      help += language.pick("; write `\(instead) …`", "; schreiben Sie `\(instead) …`")
    }
    return ProblemText(
      language.pick(
        "`\(words)` does not fit `\(subject)`, which is \(type.text(language))",
        "`\(words)` passt nicht zu `\(subject)`, das ist \(type.text(language))"), help: help)
  }
}

extension PhraseProblem.Need {
  /// What the phrase can be said of, as one sentence.
  func text(_ words: String, _ language: Language) -> String {
    switch self {
    case .values:
      language.pick(
        "`\(words)` is said of one stated value", "`\(words)` gilt für einen einzelnen Wert")
    case .amounts:
      language.pick(
        "`\(words)` is said of numbers, percentages, money and choices in order",
        "`\(words)` gilt für Zahlen, Prozentzahlen, Geldbeträge und geordnete Auswahlen")
    case .orderedChoice(let choice):
      language.pick(
        "`\(words)` needs an order; the schema can say `choice \(choice), in order`",
        "`\(words)` braucht eine Reihenfolge; das Schema kann `choice \(choice), in order` sagen")
    case .dates:
      language.pick("`\(words)` is said of dates", "`\(words)` gilt für Datumsangaben")
    case .lists:
      language.pick("`\(words)` is said of lists", "`\(words)` gilt für Listen")
    case .valueLists(let path):
      language.pick(
        "`\(words)` is said of lists of values"
          + (path.map { "; write `at least one \($0) …`" } ?? ""),
        "`\(words)` gilt für Listen von Werten"
          + (path.map { "; schreiben Sie `at least one \($0) …`" } ?? ""))
    case .text:
      language.pick("`\(words)` is said of texts", "`\(words)` gilt für Texte")
    case .textual:
      language.pick(
        "`\(words)` is said of texts and identifiers", "`\(words)` gilt für Texte und Kennungen")
    case .names:
      language.pick(
        "`\(words)` is said of texts, identifiers and references",
        "`\(words)` gilt für Texte, Kennungen und Verweise")
    case .references:
      language.pick("`\(words)` is said of references", "`\(words)` gilt für Verweise")
    }
  }
}
