import Diagnostics
import Reporting

/// The words that every form of a rule's or code's description shares.
struct CatalogueText {
  let language: Language

  /// A sentence that begins in lower case, as one of its own.
  static func sentence(_ text: String, end: String = ".") -> String {
    text.prefix(1).uppercased() + text.dropFirst() + end
  }

  func place(_ rule: RuleDescription) -> String {
    let line = rule.location.file.position(of: rule.location.range.start).line
    return "\(rule.location.file.path):\(line)"
  }

  /// How much a breach weighs, as one paragraph.
  func severities(_ rule: RuleDescription) -> String {
    var sentences = rule.severities.map { $0.sentence[language] }
    if rule.mayFindNothing {
      sentences.append(
        language.pick(
          "It is no finding that the rule has nothing to check.",
          "Dass die Regel nichts zu prüfen hat, ist kein Befund."))
    }
    return sentences.joined(separator: " ")
  }

  /// The requirements line by line with their depth: sentences, and words before alternatives.
  func requirements(_ rule: RuleDescription) -> [(depth: Int, text: String)] {
    rule.requirements.flatMap { lines($0, depth: 0) }
  }

  private func lines(
    _ requirement: RuleDescription.Requirement, depth: Int
  ) -> [(depth: Int, text: String)] {
    let end = requirement.parts.isEmpty ? (depth == 0 ? "." : "") : ":"
    let text = requirement.text[language]
    let line = depth == 0 ? Self.sentence(text, end: end) : text + end
    return [(depth, line)] + requirement.parts.flatMap { lines($0, depth: depth + 1) }
  }

  /// The settings, notations and words of a rule under their headings.
  func parts(_ rule: RuleDescription) -> [(heading: String, parts: [RuleDescription.NamedPart])] {
    [
      (language.pick("Settings", "Einstellungen"), rule.settings),
      (language.pick("Notations", "Schreibweisen"), rule.notations),
      (language.pick("Words", "Wörter"), rule.wordLists),
    ].filter { !$0.1.isEmpty }
  }

  /// "most-words (Longest title): 12"
  func label(_ part: RuleDescription.NamedPart) -> String {
    guard let title = part.title?[language] else { return part.name }
    return "\(part.name) (\(title))"
  }

  /// "12", "12, set in ratsam.yaml:9"
  func value(_ part: RuleDescription.NamedPart) -> String {
    let value = part.value[language]
    switch part.origin {
    case nil: return value
    case .ruleFile(let location):
      let place = AppliedRulesText.place(location)
      return value
        + language.pick(", by the rule file (\(place))", ", nach der Regeldatei (\(place))")
    case .configuration(let location):
      let place = AppliedRulesText.place(location)
      return value + language.pick(", set in \(place)", ", angegeben in \(place)")
    case .commandLine:
      return value + language.pick(", set on the command line", ", beim Aufruf angegeben")
    }
  }

  /// The same where the rule file's own value needs no place.
  func valueWithoutDefault(_ part: RuleDescription.NamedPart) -> String {
    guard case .ruleFile = part.origin else { return value(part) }
    return part.value[language]
  }

  static func name(_ severity: Severity?, _ language: Language) -> String {
    switch severity {
    case .error: language.pick("error", "Fehler")
    case .warning: language.pick("warning", "Warnung")
    case .note: language.pick("note", "Hinweis")
    case nil: language.pick("off", "aus")
    }
  }

  var configurationHeading: String {
    language.pick("To change it in ratsam.yaml", "Wie man sie in ratsam.yaml ändert")
  }

  var relatedHeading: String { language.pick("Related rules", "Verwandte Regeln") }

  /// Lines for a `ratsam.yaml`: the rule turned off, another severity, other settings.
  func configuration(_ rule: RuleDescription) -> [String] {
    var rules = [
      (
        "\(rule.id): off",
        language.pick(
          "or error, warning, note at every stage", "oder error, warning, note in jedem Stand")
      )
    ]
    let stages = rule.severities.first?.stages.compactMap(\.stage) ?? []
    if stages.count > 1, let first = stages.first, let last = stages.last {
      rules.append(
        (
          "# \(rule.id): {\(first): note, \(last): error}",
          language.pick("or by stage", "oder je nach Stand")
        ))
    }
    let settings = rule.settings.map { setting in
      let title = setting.title?[language] ?? ""
      guard let plain = setting.plain else {
        let unset = language.pick("an id of the plan", "eine Kennung aus dem Plan")
        return ("# \(setting.name): …", title.isEmpty ? unset : "\(title): \(unset)")
      }
      return ("\(setting.name): \(plain)", title)
    }
    let widest = (rules + settings).map { TextWidth.cells($0.0) }.max() ?? 0
    func line(_ entry: (text: String, comment: String)) -> String {
      guard !entry.comment.isEmpty else { return "  " + entry.text }
      let blanks = String(repeating: " ", count: widest - TextWidth.cells(entry.text))
      return "  \(entry.text)\(blanks)  # \(entry.comment)"
    }
    return ["rules:"] + rules.map(line)
      + (settings.isEmpty ? [] : ["settings:"] + settings.map(line))
  }

  /// Whether the rule is judged and why, and what a configuration changed, as sentences.
  func standing(_ rule: RuleDescription) -> [String] {
    var sentences: [String] = []
    if let pack = rule.pack { sentences.append(Self.sentence(standing(pack))) }
    if let change = rule.change {
      let place = AppliedRulesText.place(change.location)
      let before = change.before[language]
      sentences.append(
        change.isOff
          ? language.pick(
            "Turned off in \(place); by its file \(before).",
            "Ausgeschaltet in \(place); nach ihrer Datei \(before).")
          : language.pick(
            "Severity from \(place); by its file \(before).",
            "Gewicht aus \(place); nach ihrer Datei \(before)."))
    }
    return sentences
  }

  /// "pack core: on by default"
  func standing(_ pack: PackStatus) -> String {
    let kind =
      pack.isProfile ? language.pick("profile", "Profil") : language.pick("pack", "Paket")
    return "\(kind) \(pack.name): \(pack.state.words[language])"
  }

  func examplesHeading(_ rule: RuleDescription) -> String {
    let title = language.pick("Examples", "Beispiele")
    guard !rule.contexts.isEmpty else { return title }
    return title + language.pick(" with ", " mit ") + rule.contexts.joined(separator: ", ")
  }

  /// "fails at owner"
  func outcome(_ example: RuleDescription.Example) -> String {
    let field = example.field.map { language.pick(" at \($0)", " an \($0)") } ?? ""
    return switch example.expected {
    case .met: language.pick("passes", "besteht")
    case .violated: language.pick("fails", "scheitert") + field
    case .undetermined: language.pick("unclear", "unklar") + field
    case .notApplicable: language.pick("does not apply", "trifft nicht zu")
    }
  }

  func area(_ code: CodeDescription) -> String {
    switch code.area {
    case .plan: language.pick("a finding about a plan", "ein Befund zu einem Plan")
    case .rules: language.pick("a finding about a rule file", "ein Befund zu einer Regeldatei")
    case .tests:
      language.pick(
        "a finding about examples and fixtures", "ein Befund zu Beispielen und Prüfplänen")
    case .configuration:
      language.pick("a finding about a configuration", "ein Befund zu einer Konfiguration")
    case .call:
      language.pick(
        "a finding about the files of a call", "ein Befund zu den Dateien eines Aufrufs")
    }
  }

  /// Why the finding matters, and how to mend it, with their headings.
  func paragraphs(_ code: CodeDescription) -> [(heading: String, text: String)] {
    [
      (language.pick("Why", "Warum"), code.why[language]),
      (language.pick("How to mend it", "Abhilfe"), code.mend[language]),
    ]
  }
}
