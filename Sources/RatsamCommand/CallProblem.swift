import Diagnostics
import Linting
import SourceText

/// What is wrong with a call itself; exit status 2.
enum CallProblem: Error {
  case badDate(String)
  case unknownStage(String, known: [String])
  case unknownTable(String, known: [String])
  case noTables
  case unknownReport(String, known: [String])
  case noReports
  case noPlan
  case stdinTwice
  case stdinNameAlone
  case unknownCommand(String, known: [String])
  /// `known` holds rules and codes: too many to list them.
  case unknownRule(String, known: [String])
  case fileExists(String)
  case notWritten(String, reason: LocalizedText)

  func text(in language: Language) -> String {
    switch self {
    case .badDate(let text):
      return language.pick(
        "--today \(text): write a day such as 2027-03-31",
        "--today \(text): einen Tag wie 2027-03-31 angeben")
    case .unknownStage(let name, let known):
      guard !known.isEmpty else {
        return language.pick(
          "--stage \(name): the schema has no stages",
          "--stage \(name): das Schema kennt keine Stände")
      }
      return language.pick("there is no stage", "es gibt keinen Stand")
        + " `\(name)`" + Self.choices(name, known, language)
    case .unknownTable(let name, let known):
      return language.pick("there is no table", "es gibt keine Tabelle")
        + " `\(name)`" + Self.choices(name, known, language)
    case .noTables:
      return language.pick("the rules declare no table", "die Regeln enthalten keine Tabelle")
    case .unknownReport(let name, let known):
      return language.pick("there is no report", "es gibt keinen Bericht")
        + " `\(name)`" + Self.choices(name, known, language)
    case .noReports:
      return language.pick("the rules declare no report", "die Regeln enthalten keinen Bericht")
    case .noPlan:
      return language.pick(
        "no plan given, and there is no plan.yaml here",
        "kein Plan angegeben, und hier gibt es keine plan.yaml")
    case .stdinTwice:
      return language.pick(
        "standard input (-) can be read once only",
        "die Standardeingabe (-) lässt sich nur einmal lesen")
    case .stdinNameAlone:
      return language.pick(
        "--stdin-name names a plan on standard input; give - as well",
        "--stdin-name benennt einen Plan auf der Standardeingabe; dazu - angeben")
    case .unknownCommand(let name, let known):
      return language.pick("there is no command", "es gibt keinen Befehl")
        + " `\(name)`" + Self.choices(name, known, language)
    case .unknownRule(let name, let known):
      let near = NearestNames.rank(name, among: known).map { "`\($0)`" }
      let question = language.pick(
        "; did you mean \(near.joined(separator: " or "))?",
        "; meinten Sie \(near.joined(separator: " oder "))?")
      return language.pick(
        "there is no rule and no code `\(name)`", "es gibt keine Regel und keinen Code `\(name)`")
        + (near.isEmpty
          ? language.pick(
            "; `ratsam rules` lists the rules", "; die Regeln zeigt `ratsam rules`") : question)
    case .fileExists(let path):
      return language.pick(
        "\(path) exists already and was left as it is",
        "\(path) gibt es schon und bleibt, wie es ist")
    case .notWritten(let path, let reason):
      return language.pick(
        "\(path) was not written: \(reason.english)",
        "\(path) wurde nicht geschrieben: \(reason.german)")
    }
  }

  private static func choices(_ name: String, _ known: [String], _ language: Language) -> String {
    let near = NearestNames.rank(name, among: known)
    let all = known.joined(separator: ", ")
    guard let first = near.first else {
      return language.pick("; there are \(all)", "; vorhanden: \(all)")
    }
    return language.pick(
      "; did you mean `\(first)`? There are \(all)", "; meinten Sie `\(first)`? Vorhanden: \(all)")
  }
}

/// A rules folder without rule files.
struct NoRulesProblem: Problem {
  let path: String
  var code: String { "no-rule-files" }

  func headline(in language: Language) -> String {
    language.pick(
      "no rule files in \(path)", "keine Regeldateien in \(path)")
  }

  func help(in language: Language) -> String? {
    language.pick("rule files end in `.ratsam`", "Regeldateien enden auf `.ratsam`")
  }
}

/// A plan that no rule judged anything in, and that has no error which says why.
struct NothingCheckedProblem: Problem {
  let hasRules: Bool
  var code: String { "nothing-checked" }

  func headline(in language: Language) -> String {
    hasRules
      ? language.pick(
        "nothing was checked: no rule met an element of this plan",
        "nichts wurde geprüft: keine Regel traf auf ein Element dieses Plans")
      : language.pick(
        "nothing was checked: there are no rules", "nichts wurde geprüft: es gibt keine Regeln")
  }

  func help(in language: Language) -> String? {
    hasRules
      ? language.pick(
        "see which rules had nothing to check: `--ledger`",
        "welche Regeln nichts zu prüfen hatten, zeigt `--ledger`")
      : language.pick(
        "add rule files with `--rules`", "mit `--rules` Regeldateien angeben")
  }

  /// The finding at the top of the plan; nil where something was checked, or an error speaks.
  static func finding(_ result: LintResult) -> Finding? {
    guard !result.checkedAnything, !result.findings.contains(where: { $0.severity == .error }),
      let main = result.summary.files.first
    else { return nil }
    return Finding(
      NothingCheckedProblem(hasRules: !result.ledger.isEmpty), severity: .error,
      at: Location(main, ByteRange(at: 0)))
  }
}
