import Diagnostics
import Reporting
import RuleSyntax
import Semantics
import SourceText

extension RuleSet {
  /// Every rule in words, in the order of the files.
  package func catalogue() -> RuleCatalogue {
    let related = RelatedRules(all.rules, schema)
    return RuleCatalogue(
      title: LocalizedText(
        en: "\(schema.title.english): the rules", de: "\(schema.title.german): die Regeln"),
      rules: program.rules.indices.map { description(ofRule: $0, related) }, packs: packStatus())
  }

  /// The rules that are on, and those that a configuration turned off, which nobody should miss.
  package func listedRules() -> RuleSet {
    var listed = self
    listed.program.rules = all.rules.filter { rule in
      if case .packOff = state(of: rule) { return false }
      return true
    }
    return listed
  }

  /// The rules of one pack, whether they are on or not; nil where there is no such pack.
  package func rules(ofPack name: String) -> RuleSet? {
    guard let index = packs.index(named: name) else { return nil }
    var listed = self
    listed.program.rules = all.rules.filter { packs.pack(of: $0.origin.file) == index }
    return listed
  }

  /// One rule in words; its examples are run.
  package func description(ofRule index: Int) -> RuleDescription {
    description(ofRule: index, RelatedRules(all.rules, schema))
  }

  private func description(ofRule index: Int, _ related: RelatedRules) -> RuleDescription {
    let rule = program.rules[index]
    var description = RuleDescription(
      id: rule.id, title: rule.title, why: rule.why, say: rule.say, location: rule.origin,
      scope: both { sentence(for: rule.scope, in: program, schema: schema, language: $0) },
      requirements: rule.clauses.map { clause in
        let (english, german) = (Language.english, Language.german)
        return Self.joined(
          prose(for: clause, of: rule, in: program, schema: schema, language: english),
          prose(for: clause, of: rule, in: program, schema: schema, language: german))
      },
      severities: SeverityWords(schema).severities(of: rule), mayFindNothing: rule.mayFindNothing)
    addParts(to: &description, RuleUses(rule, schema))
    description.pack = packs.pack(of: rule.origin.file).map { packStatus()[$0] }
    description.change = changes[rule.id]
    if let examples = rule.examples {
      description.contexts = examples.contexts.map { Self.text(of: $0, in: rule.origin.file) }
    }
    description.examples = runExamples(ofRule: index).map { example($0, ofRule: index) }
    description.source = source(of: rule)
    if let place = all.rules.firstIndex(where: { $0.id == rule.id }) {
      description.related = related.related(to: place)
    }
    return description
  }

  private static func joined(
    _ english: ClauseProse, _ german: ClauseProse
  ) -> RuleDescription.Requirement {
    .init(
      LocalizedText(en: english.text, de: german.text),
      parts: zip(english.parts, german.parts).map(joined))
  }

  private func addParts(to description: inout RuleDescription, _ uses: RuleUses) {
    let own = program.settings.indices.filter { program.settings[$0].rule == description.id }
    let settings = own + uses.settings.filter { !own.contains($0) }
    description.settings = settings.map { index in
      let setting = appliedSetting(index)
      guard setting.plain != nil else {
        let value = LocalizedText(
          en: "not set; set it in ratsam.yaml", de: "nicht gesetzt; in ratsam.yaml angeben")
        return .init(setting.name, title: setting.title, value: value)
      }
      return .init(
        setting.name, title: setting.title, value: setting.value, origin: setting.origin,
        plain: setting.plain)
    }
    description.notations = uses.notations.map { index in
      let notation = program.notations[index]
      let patterns = notation.patterns.map { "`\($0)`" }.joined(separator: ", ")
      return .init(notation.name, value: LocalizedText(same: patterns))
    }
    description.wordLists = uses.wordLists.compactMap { index in
      let list = program.wordLists[index]
      guard let name = list.name else { return nil }
      return .init(name, value: LocalizedText(same: list.words.joined(separator: ", ")))
    }
  }

  private func both(_ text: (Language) -> String) -> LocalizedText {
    LocalizedText(en: text(.english), de: text(.german))
  }

  // MARK: - Examples

  private static func text(of context: ExamplesSyntax.Context, in file: SourceFile) -> String {
    let value = context.yaml.map { written($0, in: file) }
    return context.name.text + " " + (value ?? context.ids.map(\.text).joined(separator: ", "))
  }

  private func example(_ result: ExampleResult, ofRule index: Int) -> RuleDescription.Example {
    let expected: Outcome =
      switch result.example.expectation {
      case .passes: .met
      case .fails: .violated
      case .unclear: .undetermined
      case .doesNotApply: .notApplicable
      }
    let problem = result.finding.map { finding in
      LocalizedText(
        en: finding.problem.headline(in: .english), de: finding.problem.headline(in: .german))
    }
    return RuleDescription.Example(
      expected: expected, field: result.example.field?.text,
      yaml: Self.written(result.example.yaml, in: result.location.file), outcome: result.outcome,
      told: told(result, ofRule: index), problem: problem)
  }

  /// What a check would tell of an example.
  private func told(_ result: ExampleResult, ofRule index: Int) -> [LocalizedText] {
    findings(on: result.example, ofRule: index).map { finding in
      LocalizedText(
        en: withoutMadeUpID(finding, .english).withoutOrdinal(before: " (line "),
        de: withoutMadeUpID(finding, .german).withoutOrdinal(before: " (Zeile "))
    }
  }

  /// A finding's sentence in which the example's element has no id that the example does not state.
  private func withoutMadeUpID(_ finding: Finding, _ language: Language) -> String {
    let headline = finding.problem.headline(in: language)
    guard headline.contains(" \(ExampleVersion.madeUpID)") else { return headline }
    var text = headline
    for record in schema.records {
      let kind = record.inlineTitle[language]
      text = text.replacing("\(kind) \(ExampleVersion.madeUpID)", with: kind)
    }
    return text
  }

  /// The rule as it is written, up to its examples.
  private func source(of rule: TypedRule) -> String {
    for file in files where file.file == rule.origin.file {
      for case .rule(let syntax) in file.declarations where syntax.name.range == rule.origin.range {
        let end = syntax.examples?.range.start ?? syntax.range.end
        let text = file.file.text(ByteRange(syntax.range.start, end))
        let last = text.lastIndex { !$0.isWhitespace }
        return last.map { String(text[...$0]) } ?? ""
      }
    }
    return ""
  }

  /// YAML as it is written, a block without the indentation that all its lines share.
  private static func written(_ range: ByteRange, in file: SourceFile) -> String {
    let text = file.text(range)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    guard lines.count > 1 else { return text }
    // The first line stands behind the example's outcome, unless the block begins under it.
    let isBlock = lines[0].first == " "
    let indented = (isBlock ? lines[...] : lines[1...]).filter { !$0.allSatisfy(\.isWhitespace) }
    let shared = indented.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.enumerated().map { index, line in
      index == 0 && !isBlock ? String(line) : String(line.dropFirst(shared))
    }.joined(separator: "\n")
  }
}

extension String {
  /// "measure has no `owner`" for "measure 2 (line 4) has no `owner`": an example's element without a
  /// name stands in no file that has lines.
  fileprivate func withoutOrdinal(before mark: String) -> String {
    guard let place = firstRange(of: mark),
      let end = self[place.upperBound...].firstIndex(of: ")")
    else { return self }
    var start = place.lowerBound
    while start > startIndex, self[index(before: start)].isNumber { start = index(before: start) }
    guard start < place.lowerBound, start > startIndex else { return self }
    return String(self[..<index(before: start)] + self[index(after: end)...])
  }
}
