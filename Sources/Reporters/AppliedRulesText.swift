import Diagnostics
import Reporting
import SourceText

/// In words what a configuration, a plan and the call made of the rules.
struct AppliedRulesText {
  let applied: AppliedRules
  let language: Language

  init(_ applied: AppliedRules, _ language: Language) {
    self.applied = applied
    self.language = language
  }

  /// The parts of the ledger's short form: chosen packs, rules turned off, rules re-levelled.
  var parts: [String] {
    var parts: [String] = []
    if !applied.packChoices.isEmpty {
      let names = applied.packs.map(\.name).joined(separator: ", ")
      let places = Self.places(applied.packChoices)
      switch applied.packs.count {
      case 0: parts.append(language.pick("no packs (\(places))", "keine Pakete (\(places))"))
      case 1: parts.append(language.pick("pack \(names) (\(places))", "Paket \(names) (\(places))"))
      default:
        parts.append(language.pick("packs \(names) (\(places))", "Pakete \(names) (\(places))"))
      }
    }
    let off = applied.changes.filter(\.isOff)
    if !off.isEmpty {
      let rules = Counted.rules.text(off.count, language)
      let places = Self.places(off.map(\.location))
      parts.append(
        language.pick("\(rules) turned off by \(places)", "\(rules) ausgeschaltet in \(places)"))
    }
    let other = applied.changes.filter { !$0.isOff }
    if !other.isEmpty {
      let rules = Counted.rules.text(other.count, language)
      let places = Self.places(other.map(\.location))
      parts.append(
        language.pick(
          "\(rules) re-levelled by \(places)", "\(rules) anders gewichtet in \(places)"))
    }
    return parts
  }

  /// `ratsam.yaml:7, 9`; the lines of each file, at most four of them.
  static func places(_ locations: [Location]) -> String {
    var files: [(path: String, lines: [Int])] = []
    for location in locations {
      let line = location.file.position(of: location.range.start).line
      if let index = files.firstIndex(where: { $0.path == location.file.path }) {
        if !files[index].lines.contains(line) { files[index].lines.append(line) }
      } else {
        files.append((location.file.path, [line]))
      }
    }
    return files.map { file in
      let lines = file.lines.sorted()
      let shown = lines.prefix(4).map(String.init).joined(separator: ", ")
      return VisibleText.line(file.path) + ":" + shown + (lines.count > 4 ? " …" : "")
    }.joined(separator: "; ")
  }

  static func place(_ location: Location) -> String { places([location]) }
}

extension AppliedSetting.Origin {
  /// "rules/core/goals.ratsam:12", "command line"
  var words: LocalizedText {
    switch self {
    case .ruleFile(let location), .configuration(let location):
      LocalizedText(same: AppliedRulesText.place(location))
    case .commandLine: LocalizedText(en: "command line", de: "Aufruf")
    }
  }

  /// The stable name in machine formats.
  var name: String {
    switch self {
    case .ruleFile: "rule-file"
    case .configuration: "configuration"
    case .commandLine: "command-line"
    }
  }

  var location: Location? {
    switch self {
    case .ruleFile(let location), .configuration(let location): location
    case .commandLine: nil
    }
  }
}

extension PackState {
  /// "on by default", "chosen in ratsam.yaml:2", "used by hannover"
  var words: LocalizedText {
    switch self {
    case .byDefault: return LocalizedText(en: "on by default", de: "gilt von sich aus")
    case .chosen(let location):
      let place = AppliedRulesText.place(location)
      return LocalizedText(en: "chosen in \(place)", de: "gewählt in \(place)")
    case .used(let name): return LocalizedText(en: "used by \(name)", de: "von \(name) verwendet")
    case .off: return LocalizedText(en: "off", de: "aus")
    case .excluded(let location):
      let place = AppliedRulesText.place(location)
      return LocalizedText(en: "left out by \(place)", de: "ausgelassen in \(place)")
    }
  }

  /// The stable name in machine formats.
  var name: String {
    switch self {
    case .byDefault: "default"
    case .chosen: "chosen"
    case .used: "used"
    case .off: "off"
    case .excluded: "excluded"
    }
  }

  var location: Location? {
    switch self {
    case .chosen(let location), .excluded(let location): location
    case .byDefault, .used, .off: nil
    }
  }
}
