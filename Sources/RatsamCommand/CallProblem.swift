import Diagnostics
import SourceText

/// What is wrong with a call itself; exit status 2.
enum CallProblem: Error {
  case badDate(String)
  case unknownStage(String, known: [String])
  case unknownTable(String, known: [String])
  case noTables
  case noPlan
  case stdinTwice

  func text(in language: Language) -> String {
    switch self {
    case .badDate(let text):
      return language.pick(
        "--today \(text): write a day such as 2027-03-31",
        "--today \(text): einen Tag wie 2027-03-31 angeben")
    case .unknownStage(let name, let known):
      guard !known.isEmpty else {
        return language.pick(
          "--stage \(name): the schema has no stages", "--stage \(name): das Schema kennt keine Stände")
      }
      return language.pick("there is no stage", "einen Stand gibt es nicht:")
        + " `\(name)`" + Self.choices(name, known, language)
    case .unknownTable(let name, let known):
      return language.pick("there is no table", "eine Tabelle gibt es nicht:")
        + " `\(name)`" + Self.choices(name, known, language)
    case .noTables:
      return language.pick("the rules declare no table", "die Regeln enthalten keine Tabelle")
    case .noPlan:
      return language.pick(
        "no plan given, and there is no plan.yaml here", "kein Plan angegeben, und hier gibt es keine plan.yaml")
    case .stdinTwice:
      return language.pick(
        "standard input (-) can be read once only",
        "die Standardeingabe (-) lässt sich nur einmal lesen")
    }
  }

  private static func choices(_ name: String, _ known: [String], _ language: Language) -> String {
    let near = NearestNames.rank(name, among: known)
    let all = known.joined(separator: ", ")
    guard let first = near.first else {
      return language.pick("; there are \(all)", "; es gibt \(all)")
    }
    return language.pick(
      "; did you mean `\(first)`? There are \(all)", "; gemeint `\(first)`? Es gibt \(all)")
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
