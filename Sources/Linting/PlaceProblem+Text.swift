import Diagnostics

extension PlaceProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .noSuchLine(let line, 1):
      language.pick(
        "there is no line \(line): the file has 1 line",
        "es gibt keine Zeile \(line): die Datei hat 1 Zeile")
    case .noSuchLine(let line, let lines):
      language.pick(
        "there is no line \(line): the file has \(lines) lines",
        "es gibt keine Zeile \(line): die Datei hat \(lines) Zeilen")
    case .nothingHere(let filling, let nearest):
      filling.text(language) + (nearest.map { Self.nearest($0, language) } ?? "")
    case .notInPlan(let path, let plan):
      language.pick(
        "\(path) is no file of the plan \(plan)", "\(path) ist keine Datei des Plans \(plan)")
    case .otherElements(let rule, let scope):
      language.pick(
        "rule \(rule) does not judge what stands here: it holds \(scope.english)",
        "Regel \(rule) beurteilt nicht, was hier steht: sie gilt \(scope.german)")
    case .packIsOff(let rule, let pack):
      language.pick(
        "rule \(rule) is not judged: its pack `\(pack)` is off",
        "Regel \(rule) wird nicht geprüft: ihr Paket `\(pack)` gilt nicht")
    case .ruleIsOff(let rule, let place):
      language.pick(
        "rule \(rule) is not judged: it is turned off in \(place)",
        "Regel \(rule) wird nicht geprüft: sie ist in \(place) ausgeschaltet")
    }
  }

  private static func nearest(
    _ nearest: (name: LocalizedText, line: Int), _ language: Language
  ) -> String {
    language.pick(
      "; nearest is \(nearest.name.english) in line \(nearest.line)",
      "; am nächsten steht \(nearest.name.german) in Zeile \(nearest.line)")
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .noSuchLine: nil
    case .nothingHere:
      language.pick(
        "name a line in which an element begins or a field stands",
        "eine Zeile angeben, in der ein Element beginnt oder ein Feld steht")
    case .notInPlan:
      language.pick(
        "name the plan that includes the file: `--plan PLAN`",
        "den Plan angeben, der die Datei einbindet: `--plan PLAN`")
    case .otherElements:
      language.pick(
        "name the line of an element that the rule judges",
        "die Zeile eines Elements angeben, das die Regel beurteilt")
    case .packIsOff(_, let pack):
      language.pick(
        "choose it with `packs: [\(pack)]` in the plan or in ratsam.yaml",
        "mit `packs: [\(pack)]` im Plan oder in ratsam.yaml wählen")
    case .ruleIsOff: nil
    }
  }
}

extension PlaceProblem.Filling {
  fileprivate func text(_ language: Language) -> String {
    switch self {
    case .blank: language.pick("this line is blank", "diese Zeile ist leer")
    case .comment: language.pick("this line is a comment", "diese Zeile ist ein Kommentar")
    case .notRead:
      language.pick(
        "no rule reads what stands in this line", "was in dieser Zeile steht, liest keine Regel")
    }
  }
}
