import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Notations, word lists and settings, which rules of any file can name.
extension Checker {
  /// Declares what rules and tables name, before any of them is checked.
  ///
  /// A rule whose name is taken declares nothing: `check` tells that it is there twice.
  mutating func declare(_ files: [RuleFile]) {
    var rules: [String] = []
    for file in files {
      self.file = file.file
      for declaration in file.declarations {
        switch declaration {
        case .notation(let notation): declare(notation)
        case .words(let words): declare(words)
        case .setting(let setting): declare(setting, rule: nil)
        case .rule(let rule):
          // Few rules have settings, so that few names are looked for.
          if !rule.settings.isEmpty, !rules.contains(rule.name.text) {
            for setting in rule.settings { declare(setting, rule: rule.name.text) }
          }
          rules.append(rule.name.text)
        case .schema, .choice, .record, .placeholder, .table, .pack, .report: break
        }
      }
    }
  }

  /// Whether nothing of the kind was declared by this name before; else both places are told.
  mutating func isFirst(_ kind: DeclarationProblem.Kind, _ name: Name, key: String? = nil) -> Bool {
    let key = key ?? name.text
    let first = origins[kind.rawValue].updateValue(location(name.range), forKey: key)
    guard let first else { return true }
    origins[kind.rawValue][key] = first
    let place = RelatedPlace(
      first, LocalizedText(en: "first declared here", de: "hier zuerst vereinbart"))
    tell(.declaration(.duplicate(kind, name.text)), at: name.range, related: [place])
    return false
  }

  // MARK: - Notations and word lists

  private mutating func declare(_ syntax: NotationDeclaration) {
    guard isFirst(.notation, syntax.name) else { return }
    guard syntax.name.text != TextPart.dateName else {
      tell(.declaration(.notationNamedDate), at: syntax.name.range)
      return
    }
    let patterns = syntax.patterns.map(\.value)
    switch Notation.compile(patterns) {
    case .success(let notation):
      notations[syntax.name.text] = .valid(program.notations.count)
      program.notations.append(
        TypedNotation(
          name: syntax.name.text, patterns: patterns, notation: notation,
          origin: location(syntax.name.range)))
    case .failure(let problem):
      notations[syntax.name.text] = .broken
      let culprit = syntax.patterns.first {
        if case .failure = Notation.compile([$0.value]) { return true }
        return false
      }
      tell(.declaration(.notation(problem)), at: culprit?.range ?? syntax.name.range)
    }
  }

  private mutating func declare(_ syntax: WordsDeclaration) {
    guard isFirst(.words, syntax.name) else { return }
    let words = syntax.entries + syntax.german + syntax.english
    if words.isEmpty {
      tell(.declaration(.emptyWords(syntax.name.text)), at: syntax.name.range)
    }
    let wrong = words.filter { !checkStars($0) }
    guard wrong.isEmpty, !words.isEmpty else {
      wordLists[syntax.name.text] = .broken
      return
    }
    wordLists[syntax.name.text] = .valid(program.wordLists.count)
    program.wordLists.append(
      TypedWordList(
        name: syntax.name.text, words: words.map(\.value), origin: location(syntax.name.range)))
  }

  /// Whether `*` stands only at the end of words, and there are letters; what is wrong is told.
  mutating func checkStars(_ word: StringLiteral) -> Bool {
    if Self.hasPlainStars(word.value) { return true }
    if word.value.allSatisfy(\.isWhitespace) {
      tell(.declaration(.emptyWord), at: word.range)
      return false
    }
    let parts = word.value.split(separator: " ")
    let isValid =
      !parts.isEmpty && parts.allSatisfy { $0 != "*" && !$0.dropLast().contains("*") }
    if !isValid { tell(.declaration(.misplacedStar(word.value)), at: word.range) }
    return isValid
  }

  /// Whether a look at the bytes shows that it is right, as for texts of Latin letters.
  private static func hasPlainStars(_ word: String) -> Bool {
    var before = UInt8(ascii: " ")
    var (hasLetters, afterStar) = (false, false)
    for byte in word.utf8 {
      if afterStar, byte != UInt8(ascii: " ") { return false }
      // Other letters may join with what stands before them.
      if byte > 0xC3 { return false }
      afterStar = byte == UInt8(ascii: "*")
      if afterStar, before == UInt8(ascii: " ") { return false }
      if byte != UInt8(ascii: " ") { hasLetters = true }
      before = byte
    }
    return hasLetters
  }

  // MARK: - Settings

  private mutating func declare(_ syntax: SettingDeclaration, rule: String?) {
    let key = rule.map { "\($0).\(syntax.name.text)" }
    guard isFirst(.setting, syntax.name, key: key) else { return }
    let name = SettingName(rule: rule, name: syntax.name.text)
    // `isFirst` refused what was declared before.
    let index = settings.count
    settings.append((name, .broken))
    settingNames.insert(name.name)
    guard let type = settingType(syntax) else { return }
    guard let value = syntax.value else {
      // Which element is meant, only those who know the plan can say.
      if case .reference = type { return add(syntax, index, type, nil) }
      tell(.declaration(.settingWithoutValue(syntax.name.text)), at: syntax.name.range)
      return
    }
    let place = Surroundings(
      frames: [Surroundings.Frame(record: schema.root, isInOrder: false)], rule: nil,
      rows: .element)
    let made = self.value(value, of: type, subject: syntax.name.text, words: "is", in: place)
    guard case .literal(let literal) = made else { return }
    if case .wholeNumber = syntax.type, case .number(let number) = literal, !number.isWhole {
      tell(.value(.notWhole(file.text(value.range))), at: value.range)
      return
    }
    add(syntax, index, type, literal)
  }

  private mutating func add(
    _ syntax: SettingDeclaration, _ index: Int, _ type: OperandType, _ value: Literal?
  ) {
    let name = settings[index].name
    settings[index].declared = .valid(program.settings.count)
    settingTypes.append(type)
    var isWhole = false
    if case .wholeNumber = syntax.type { isWhole = true }
    program.settings.append(
      TypedSetting(
        name: name.name, rule: name.rule,
        title: syntax.title.localized ?? LocalizedText(same: name.name), type: type,
        isWhole: isWhole, value: value, origin: location(syntax.name.range)))
  }

  private mutating func settingType(_ syntax: SettingDeclaration) -> OperandType? {
    switch syntax.type {
    case .text: return .text
    case .identifier: return .identifier
    case .yesOrNo: return .yesOrNo
    case .number, .wholeNumber: return .number
    case .percent: return .percent
    case .money: return .money
    case .date: return .date
    case .choice(let name):
      if let choice = schema.choice(named: name.text) { return .choice(choice) }
      tellUnknownType(name, among: schema.choices.map(\.name))
      return nil
    case .oneOf(let name, _):
      if let record = names.lists[name.text] { return .reference(record) }
      tellUnknownType(name, among: names.lists.keys.sorted())
      return nil
    case .someOf, .list, .group, .record:
      tell(.declaration(.settingOfManyValues(syntax.name.text)), at: syntax.name.range)
      return nil
    }
  }

  private mutating func tellUnknownType(_ name: Name, among known: [String]) {
    let nearest = NearestNames.rank(name.text, among: known)
    tell(
      .declaration(.unknownSettingType(name.text, nearest: nearest)), at: name.range,
      fixes: mending(nearest, at: name.range))
  }
}
