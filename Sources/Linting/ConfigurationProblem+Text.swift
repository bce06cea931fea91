import Diagnostics
import Values

extension ConfigurationProblem {
  func headline(in language: Language) -> String {
    switch self {
    case .wrongShape(let key, let shape): shapeHeadline(key, shape, language)
    case .unknownKey(let key, _, _):
      language.pick("unknown key `\(key)`", "unbekannter Schlüssel `\(key)`")
    case .commandLineOnly(let key):
      language.pick(
        "`\(key)` does not stand in a configuration",
        "`\(key)` steht nicht in einer Konfiguration")
    case .absolutePath(let path):
      language.pick(
        "`\(path)` is a path from the root of this machine",
        "`\(path)` ist ein Pfad von der Wurzel dieses Rechners aus")
    case .unknownSeverity(let text, _, _):
      text.isEmpty
        ? language.pick("a severity is missing", "ein Schweregrad fehlt")
        : language.pick("`\(text)` is no severity", "`\(text)` ist kein Schweregrad")
    case .unknownName(let kind, let name, _, _): unknownHeadline(kind, name, language)
    case .ambiguousSetting(let name, _):
      language.pick(
        "several rules have a setting `\(name)`", "mehrere Regeln haben eine Einstellung `\(name)`")
    case .unreadableSetting(let name, let problem, _):
      language.pick(
        "setting `\(name)`: \(problem.reason(in: language))",
        "Einstellung `\(name)`: \(problem.reason(in: language))")
    case .noStages:
      language.pick("the schema has no stages", "das Schema kennt keine Verfahrensstände")
    case .packWithoutRules(let pack):
      language.pick("the pack `\(pack)` has no rules", "das Paket `\(pack)` enthält keine Regeln")
    case .nothingSelected:
      language.pick("no rule is left to check", "es bleibt keine Regel zu prüfen")
    case .withoutEffect(let rule, let pack):
      language.pick(
        "`\(rule)` is not checked: its pack `\(pack)` is off",
        "`\(rule)` wird nicht geprüft: das Paket `\(pack)` ist aus")
    }
  }

  func help(in language: Language) -> String? {
    switch self {
    case .wrongShape(_, let shape): shapeHelp(shape, language)
    case .unknownKey(_, let nearest, let known): language.nearest(nearest, of: known)
    case .commandLineOnly(let key):
      language.pick(
        "give it with the call, `--\(key)`: a check must not depend on what nobody sees",
        "beim Aufruf mit `--\(key)` angeben: eine Prüfung soll nicht von Unsichtbarem abhängen")
    case .absolutePath:
      language.pick(
        "write it from this file's folder, such as `own-rules`",
        "vom Ordner dieser Datei aus angeben, etwa `own-rules`")
    case .unknownSeverity(_, let nearest, let mayBeOff):
      language.nearest(nearest, of: ["error", "warning", "note"] + (mayBeOff ? ["off"] : []))
    case .unknownName(.rule, _, let nearest, let known) where known.count > 8:
      nearest.isEmpty
        ? language.pick("`ratsam rules` lists the rules", "die Regeln zeigt `ratsam rules`")
        : language.nearest(nearest, of: [])
    case .unknownName(_, _, let nearest, let known): language.nearest(nearest, of: known)
    case .ambiguousSetting(_, let full):
      language.pick(
        "write \(full.map { "`\($0)`" }.joined(separator: " or "))",
        "\(full.map { "`\($0)`" }.joined(separator: " oder ")) schreiben")
    case .unreadableSetting(_, let problem, let kind): problem.help(in: language, for: kind)
    case .noStages:
      language.pick("write one severity", "einen einzigen Schweregrad angeben")
    case .packWithoutRules:
      language.pick(
        "choose a pack with rules; `ratsam rules` lists them",
        "ein Paket mit Regeln wählen; `ratsam rules` zeigt sie")
    case .nothingSelected:
      language.pick(
        "choose other packs; `ratsam rules` lists them",
        "andere Pakete wählen; `ratsam rules` zeigt sie")
    case .withoutEffect(_, let pack):
      language.pick(
        "choose the pack with `with-packs: [\(pack)]`, or delete the line",
        "das Paket mit `with-packs: [\(pack)]` wählen oder die Zeile löschen")
    }
  }

  var facts: [Fact] {
    switch self {
    case .unreadableSetting(_, let problem, _): [Fact("value", same: problem.text)]
    case .unknownKey(_, let nearest, _), .unknownName(_, _, let nearest, _):
      nearest.isEmpty ? [] : [Fact("nearest", same: nearest.joined(separator: ", "))]
    case .wrongShape, .commandLineOnly, .absolutePath, .unknownSeverity, .ambiguousSetting,
      .noStages, .packWithoutRules, .nothingSelected, .withoutEffect:
      []
    }
  }

  private func unknownHeadline(_ kind: Kind, _ name: String, _ language: Language) -> String {
    switch kind {
    case .pack: language.pick("there is no pack `\(name)`", "es gibt kein Paket `\(name)`")
    case .rule: language.pick("there is no rule `\(name)`", "es gibt keine Regel `\(name)`")
    case .setting:
      language.pick("there is no setting `\(name)`", "es gibt keine Einstellung `\(name)`")
    case .stage:
      language.pick("there is no stage `\(name)`", "es gibt keinen Verfahrensstand `\(name)`")
    case .value(let setting):
      language.pick(
        "setting `\(setting)`: `\(name)` is none of its values",
        "Einstellung `\(setting)`: `\(name)` gehört nicht zu ihren Werten")
    }
  }

  private func shapeHeadline(_ key: String?, _ shape: Shape, _ language: Language) -> String {
    let key = key.map { "`\($0)`" } ?? language.pick("the file", "die Datei")
    return switch shape {
    case .keys:
      language.pick(
        "a configuration is keys with values", "eine Konfiguration ist Schlüssel mit Werten")
    case .names: language.pick("\(key) takes names of packs", "\(key) enthält Namen von Paketen")
    case .paths:
      language.pick(
        "\(key) takes paths of rule files", "\(key) enthält Pfade von Regeldateien")
    case .levels:
      language.pick(
        "\(key) takes rules with a severity", "\(key) enthält Regeln mit einem Schweregrad")
    case .level:
      language.pick("\(key) takes a severity", "\(key) braucht einen Schweregrad")
    case .values:
      language.pick("\(key) takes settings with a value", "\(key) enthält Einstellungen mit Wert")
    case .value: language.pick("\(key) takes one value", "\(key) braucht einen einzelnen Wert")
    case .language: language.pick("\(key) is `en` or `de`", "\(key) ist `en` oder `de`")
    }
  }

  private func shapeHelp(_ shape: Shape, _ language: Language) -> String {
    switch shape {
    case .keys: language.pick("begin with `packs: [core]`", "mit `packs: [core]` beginnen")
    case .names:
      language.pick(
        "write a list such as `[core, cost]`", "eine Liste wie `[core, cost]` angeben")
    case .paths:
      language.pick("write a list such as `[own-rules]`", "eine Liste wie `[own-rules]` angeben")
    case .levels:
      language.pick(
        "write one rule a line: `owner-stated: error`",
        "je Zeile eine Regel angeben: `owner-stated: error`")
    case .level:
      language.pick(
        "write `error`, `warning`, `note` or `off`, or one for each stage: `{draft: note}`",
        "`error`, `warning`, `note` oder `off` angeben, oder je Stand einen: `{draft: note}`")
    case .values:
      language.pick(
        "write one setting a line: `most-indicators: 7`",
        "je Zeile eine Einstellung angeben: `most-indicators: 7`")
    case .value:
      language.pick("write the value behind the colon", "den Wert hinter den Doppelpunkt schreiben")
    case .language: language.pick("write `language: de`", "`language: de` schreiben")
    }
  }
}
