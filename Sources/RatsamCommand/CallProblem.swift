import Diagnostics
import Linting
import Semantics
import SourceText

/// What is wrong with a call itself; exit status 2.
enum CallProblem: Error {
  case badDate(String)
  case unknownStage(String, known: [String])
  case unknownTable(String, known: [String])
  case noTables
  case unknownPack(String, known: [String])
  case badSetting(String)
  case unknownReport(String, known: [String])
  case noReports
  case noPlan
  case noMap
  case stdinTwice
  /// `--previous` with so many plans.
  case previousOfSeveral(Int)
  case previousUnreadable
  /// A table or report that reads what was not given.
  case tableNeeds(String, RuleInput)
  case reportNeeds(String, RuleInput)
  case stdinNameAlone
  /// `--fix` with rules from standard input.
  case inputNotMended
  case unknownCommand(String, known: [String])
  /// `known` holds rules and codes: too many to list them.
  case unknownRule(String, known: [String])
  /// A plan with a mistake in its YAML, of which nothing was judged.
  case planUnreadable(String)
  /// A file given to `explain` without a line.
  case placeWithoutLine(String)
  /// An option of `explain` that a rule or a code has no use for.
  case optionNeedsPlace(String)
  /// `--format html` of a place in a plan.
  case placeAsHTML
  /// `--why` with a format of one line for each finding.
  case whyInOneLine
  /// `--rule` asks for one rule of `--mutate`.
  case ruleWithoutMutate
  /// `ratsam gaps` of a plan that states nothing.
  case nothingStated
  case fileExists(String)
  case notWritten(String, reason: LocalizedText)
  /// A page of rules would take the place of a file that `ratsam rules --pages` did not write.
  case noPage(String)

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
    case .unknownPack(let name, let known):
      return language.pick("there is no pack", "es gibt kein Paket")
        + " `\(name)`" + Self.choices(name, known, language)
    case .badSetting(let text):
      return language.pick(
        "--set \(text): write a name, = and a value, such as most-indicators=7",
        "--set \(text): einen Namen, = und einen Wert angeben, etwa most-indicators=7")
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
    case .noMap:
      return language.pick(
        "give --map: a file that says which column becomes which field",
        "--map angeben: eine Datei, die sagt, welche Spalte zu welchem Feld wird")
    case .previousOfSeveral(let count):
      return language.pick(
        "--previous is the previous version of one plan, and \(count) are given",
        "--previous ist die vorige Fassung eines Plans, und \(count) sind angegeben")
    case .previousUnreadable:
      return language.pick(
        "the previous version cannot be read; no plan was checked",
        "die vorige Fassung ist nicht lesbar; kein Plan wurde geprüft")
    case .tableNeeds(let name, let input):
      return language.pick("the table `\(name)` ", "die Tabelle `\(name)` ")
        + Self.need(of: input, language)
    case .reportNeeds(let name, let input):
      return language.pick("the report `\(name)` ", "der Bericht `\(name)` ")
        + Self.need(of: input, language)
    case .stdinTwice:
      return language.pick(
        "standard input (-) can be read once only",
        "die Standardeingabe (-) lässt sich nur einmal lesen")
    case .inputNotMended:
      return language.pick(
        "--fix mends files; standard input (-) is none",
        "--fix berichtigt Dateien; die Standardeingabe (-) ist keine")
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
    case .planUnreadable(let path):
      return language.pick(
        "\(path) could not be read to its end; nothing was judged",
        "\(path) ließ sich nicht bis zum Ende lesen; nichts wurde beurteilt")
    case .placeWithoutLine(let path):
      return language.pick(
        "name a line: \(path):LINE, as in the findings of `ratsam check`",
        "eine Zeile angeben: \(path):ZEILE, wie in den Befunden von `ratsam check`")
    case .placeAsHTML:
      return language.pick(
        "a place in a plan is not told as HTML; write --format markdown",
        "eine Stelle in einem Plan wird nicht als HTML erklärt; möglich ist --format markdown")
    case .optionNeedsPlace(let option):
      return language.pick(
        "\(option) belongs to a place in a plan: ratsam explain PLAN:LINE",
        "\(option) gehört zu einer Stelle in einem Plan: ratsam explain PLAN:ZEILE")
    case .whyInOneLine:
      return language.pick(
        "--why takes more than a line: choose --format terminal, spoken or json",
        "--why braucht mehr als eine Zeile: --format terminal, spoken oder json wählen")
    case .ruleWithoutMutate:
      return language.pick(
        "--rule says which rule to change; it needs --mutate",
        "--rule sagt, welche Regel geändert wird; dazu gehört --mutate")
    case .nothingStated:
      return language.pick(
        "nothing was tried: the plan states no field",
        "nichts wurde versucht: der Plan gibt kein Feld an")
    case .fileExists(let path):
      return language.pick(
        "\(path) exists already and was left as it is",
        "\(path) gibt es schon und bleibt, wie es ist")
    case .noPage(let path):
      return language.pick(
        "\(path) was not written by `ratsam rules --pages` and was left as it is; no page was written",
        "\(path) stammt nicht von `ratsam rules --pages` und bleibt, wie es ist; "
          + "keine Seite wurde geschrieben")
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

extension CallProblem {
  private static func need(of input: RuleInput, _ language: Language) -> String {
    input == .today
      ? language.pick("needs a date: give --today", "braucht ein Datum: --today angeben")
      : language.pick(
        "needs a previous version: give --previous",
        "braucht eine vorige Fassung: --previous angeben")
  }

  /// Runs a command's body; what is wrong with the call goes to standard error.
  static func telling(in language: Language, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let problem as CallProblem {
      Console.error("ratsam: " + problem.text(in: language))
      throw ExitStatus.couldNotCheck
    }
  }
}
