import Diagnostics
import Values
import YAMLSyntax

extension PlanFact {
  /// What stands beside the underlined place.
  func label(in language: Language) -> String? {
    switch self {
    case .unknownKey(_, _, .path(let path)?):
      language.pick("it belongs to `\(path)`", "gehört zu `\(path)`")
    case .unknownKey(_, _, .records(let titles)?):
      language.pick(
        "it belongs to \(titles.map(\.english).joined(separator: " or "))",
        "gehört zu \(titles.map(\.german).joined(separator: " oder "))")
    case .missingId(let key): language.pick("no `\(key)` here", "hier fehlt `\(key)`")
    case .planNotAMapping, .includeNotAPath, .includeFailed, .includedTwice, .tooManyFiles,
      .unknownLanguage, .packsNotNames, .furtherProblems, .unknownKey, .twoSpellings,
      .statedInTwoFiles,
      .expectedMapping, .expectedList, .expectedValue, .emptyEntry, .valueAndState, .stateInList,
      .stateWithoutReason, .unreadable, .belowBound, .unknownValue, .mixedCurrencies,
      .copyArtefacts, .duplicateId, .unknownReference, .wrongKind, .refersToItself:
      nil
    }
  }

  /// How to go on, in one sentence; nil where there is nothing certain to say.
  func help(in language: Language) -> String? {
    switch self {
    case .planNotAMapping:
      language.pick(
        "begin with keys such as `name:` and `measures:`",
        "Beginnen Sie mit Schlüsseln wie `name:` und `measures:`")
    case .tooManyFiles:
      language.pick(
        "join files by hand, or check parts of the plan by themselves",
        "Fassen Sie Dateien zusammen oder prüfen Sie Teile des Plans für sich")
    case .unknownLanguage: language.pick("write `en` or `de`", "Schreiben Sie `en` oder `de`")
    case .packsNotNames:
      language.pick(
        "write one name, or a list such as `[core, cost]`",
        "Schreiben Sie einen Namen oder eine Liste wie `[core, cost]`")
    case .unknownKey(_, let nearest, _): SchemaProblem.didYouMean(nearest, language)
    case .expectedMapping(_, let keys):
      keys.isEmpty
        ? nil
        : language.pick(
          "write one key a line: \(Self.list(keys))",
          "Schreiben Sie je Zeile einen Schlüssel: \(Self.list(keys))")
    case .expectedList:
      language.pick(
        "begin each entry on a line of its own with `- `",
        "Beginnen Sie jeden Eintrag in einer eigenen Zeile mit `- `")
    case .expectedValue(.mapping, _):
      language.pick(
        "write one value, or `{open: \"why\"}`",
        "Schreiben Sie einen Wert oder `{open: \"Grund\"}`")
    case .emptyEntry:
      language.pick("remove the dash or fill it in", "Entfernen oder füllen Sie den Eintrag")
    case .valueAndState:
      language.pick("keep one of the two", "Behalten Sie eines von beiden")
    case .stateInList(let key):
      language.pick(
        "remove the entry, or write `{\(key.spellings[0]): \"why\"}` for the whole list",
        "Entfernen Sie den Eintrag oder schreiben Sie `{\(key.spellings[0]): \"Grund\"}` für die"
          + " ganze Liste")
    case .stateWithoutReason(let key):
      language.pick(
        "write `{\(key.spellings[0]): \"why\"}`",
        "Schreiben Sie `{\(key.spellings[0]): \"Grund\"}`")
    case .unreadable(let problem, let kind): problem.help(in: language, for: kind)
    case .belowBound(_, let bound):
      language.pick("write at least \(bound)", "Schreiben Sie mindestens \(bound)")
    case .unknownValue(_, let known, let nearest, let isOpen):
      Self.help(known: known, nearest, isOpen, language)
    case .copyArtefacts: language.pick("delete them", "Löschen Sie sie")
    case .missingId(let key): language.pick("add `\(key):`", "Ergänzen Sie `\(key):`")
    case .unknownReference(_, let list, let count, _, let nearest, _):
      SchemaProblem.didYouMean(nearest, language)
        ?? (count == 0
          ? language.pick("`\(list)` is empty", "`\(list)` ist leer") : nil)
    case .includeNotAPath:
      language.pick(
        "write `include: goals.yaml` or `include: [goals.yaml, \"measures/*.yaml\"]`",
        "Schreiben Sie `include: ziele.yaml` oder `include: [ziele.yaml, \"massnahmen/*.yaml\"]`")
    case .includeFailed(_, let failure): failure.help(language)
    case .includedTwice:
      language.pick(
        "name each file once, and none that leads back to the plan",
        "Nennen Sie jede Datei einmal und keine, die zum Plan zurückführt")
    case .furtherProblems:
      language.pick(
        "mend the ones above and check again", "Beheben Sie die genannten und prüfen Sie erneut")
    case .twoSpellings(_, let second):
      language.pick("delete `\(second)`", "Streichen Sie `\(second)`")
    case .statedInTwoFiles(let key):
      language.pick(
        "keep `\(key)` in one of the files", "Lassen Sie `\(key)` in einer der Dateien stehen")
    case .expectedValue:
      language.pick(
        "write one value; further ones belong into a field that takes a list",
        "Schreiben Sie einen Wert; weitere gehören in ein Feld, das eine Liste nimmt")
    case .mixedCurrencies(let first, _):
      language.pick(
        "write every amount of the plan in one currency, such as \(first)",
        "Schreiben Sie alle Beträge des Plans in einer Währung, etwa \(first)")
    case .duplicateId:
      language.pick(
        "give each an id of its own, and look who refers to it",
        "Geben Sie jedem eine eigene Kennung und sehen Sie nach, wer darauf verweist")
    case .wrongKind(_, let wanted, _):
      language.pick("name an id of `\(wanted)`", "Nennen Sie eine Kennung aus `\(wanted)`")
    case .refersToItself:
      language.pick(
        "name another one, or delete the entry", "Nennen Sie ein anderes oder streichen Sie es")
    }
  }

  private static func help(
    known: [String], _ nearest: [String], _ isOpen: Bool, _ language: Language
  ) -> String? {
    let near = SchemaProblem.didYouMean(nearest, language)
    guard !isOpen, !known.isEmpty else { return near }
    let all = language.pick("possible: \(list(known))", "Möglich: \(list(known))")
    return near.map { "\($0) (\(all))" } ?? all
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 8 ? shown + " …" : shown
  }
}

extension IncludeFailure {
  fileprivate func help(_ language: Language) -> String {
    switch self {
    case .outsideDirectory:
      language.pick(
        "move the file into the plan's directory",
        "Legen Sie die Datei in das Verzeichnis des Plans")
    case .nothingMatches:
      language.pick(
        "the path counts from the file that includes; check its spelling",
        "Der Pfad zählt ab der einbindenden Datei; prüfen Sie die Schreibweise")
    case .unreadable:
      language.pick(
        "make the file readable, or take it out of `include`",
        "Machen Sie die Datei lesbar oder nehmen Sie sie aus `include`")
    case .notAllowedHere:
      language.pick(
        "check the plan by its path", "Prüfen Sie den Plan über seinen Pfad")
    }
  }
}
