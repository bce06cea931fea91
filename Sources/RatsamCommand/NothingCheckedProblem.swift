import Diagnostics
import Linting
import SourceText

/// A plan that no rule judged anything in, and that has no error which says why.
struct NothingCheckedProblem: Problem {
  enum Reason { case noRules, noRulesOn, nothingMet }
  let reason: Reason
  var code: String { "nothing-checked" }

  func headline(in language: Language) -> String {
    switch reason {
    case .nothingMet:
      language.pick(
        "nothing was checked: no rule met an element of this plan",
        "nichts wurde geprüft: keine Regel traf auf ein Element dieses Plans")
    case .noRulesOn:
      language.pick(
        "nothing was checked: no pack with rules is on",
        "nichts wurde geprüft: kein Paket mit Regeln gilt")
    case .noRules:
      language.pick(
        "nothing was checked: there are no rules", "nichts wurde geprüft: es gibt keine Regeln")
    }
  }

  func help(in language: Language) -> String? {
    switch reason {
    case .nothingMet:
      language.pick(
        "see which rules had nothing to check: `--ledger`",
        "welche Regeln nichts zu prüfen hatten, zeigt `--ledger`")
    case .noRulesOn:
      language.pick(
        "`ratsam rules` lists the packs; choose one with `packs:` in the plan or in ratsam.yaml",
        "`ratsam rules` zeigt die Pakete; wählen mit `packs:` im Plan oder in ratsam.yaml")
    case .noRules:
      language.pick("add rule files with `--rules`", "mit `--rules` Regeldateien angeben")
    }
  }

  /// The finding at the top of the plan; nil where something was checked, or an error speaks.
  static func finding(_ result: LintResult) -> Finding? {
    guard !result.checkedAnything, !result.findings.contains(where: { $0.severity == .error }),
      let main = result.summary.files.first
    else { return nil }
    let reason: Reason =
      if !result.ledger.isEmpty {
        .nothingMet
      } else if result.rules.all.rules.isEmpty {
        .noRules
      } else {
        .noRulesOn
      }
    return Finding(
      NothingCheckedProblem(reason: reason), severity: .error,
      at: Location(main, ByteRange(at: 0)))
  }
}
