import Diagnostics

/// What is wrong with a rule file as it is written.
package enum SyntaxProblem: Problem, Hashable {
  /// A part of the language that carries a name or a body of its own.
  package enum Part: Hashable, Sendable, CaseIterable {
    case schema, choice, choiceValue, record, field, inverse, list, notation, words, setting
    case rule, table, pack, title, german, why, say, scope, severity, vacuity, examples, context
    case group, when, block, total, placeholder, stage, columnsEach, report, section
  }

  /// What could stand at a place.
  package enum Expected: Hashable, Sendable {
    /// Words or signs as they are written.
    case code(String)
    case name(Part)
    case text, value, expression, path, requirementPhrase, conditionPhrase
    case type, modifier, number, listItem, yaml, elementId, lineEnd
  }

  /// What a line does with its phrase.
  package enum Mood: Hashable, Sendable { case required, forbidden, asked, denied }

  // The file
  case emptyRuleFile
  case invalidUTF8
  case furtherProblems(count: Int)
  // Indentation
  case tabIndentation
  case wrongIndentation(found: Int, wanted: Int)
  case notIndented(under: String)
  // Texts, names and numbers
  case unclosedText
  case otherQuotes(opening: String)
  case unknownEscape(written: String)
  case invisibleCharacter(code: UInt32)
  case quotesNeeded(written: String)
  case underscoreInName(written: String, mended: String)
  case nameWithSpaces(written: String, mended: String)
  case reservedName(String, Part)
  case groupingDot(written: String, spaced: String, decimal: String?)
  case commaInNumber(written: String, mended: String, isGrouped: Bool, several: String)
  case dottedDate(written: String, mended: String)
  case invalidDate(written: String)
  case yearsWithDash(written: String, mended: String)
  case unitWithoutSpace(written: String, mended: String)
  case minusWithoutSpaces(written: String)
  // Words
  case unknownDeclaration(String, nearest: [String])
  case unknownWord(String, nearest: [String], known: [String])
  case otherLanguage(String, ours: String)
  case newLineInstead(String)
  case blockInstead(String)
  case comparisonSign(String, ours: String)
  case unexpected([Expected], found: String)
  // Parts
  case repeated(Part)
  case missingBody(Part, name: String)
  case missingScope(name: String)
  case missingColon(after: String)
  case missingComma(before: String)
  case groupInList
  /// `{`, `[` or a quote in YAML.
  case unclosedBrace(String)
  case missingExample
  /// Words that belong somewhere else in the same declaration.
  case elsewhere(written: String, ours: String)
  /// An extension with a title; the record or choice has one.
  case titleOfExtension(Part)
  // Requirements and conditions
  case missingMust(wanted: String)
  case otherMust(String)
  case mustInCondition(wanted: String)
  case blockWithoutMust(wanted: String)
  case blockInLine(String)
  case unknownPhrase(String, nearest: [String], isRequirement: Bool)
  case conditionOnly(Phrase)
  case requirementOnly(Phrase)
  /// `be between 1 and 5`
  case between(lower: String, upper: String, isDates: Bool, Mood)
  /// `be unique`, or `be unique across measures`
  case uniqueWithoutList(list: String?)
  /// `when` alone on its line
  case bareWhen
  case noInRequirement
  case notBeforeCondition
  case requirementBeforeCondition
  // Depth
  case nestedTooDeep(limit: Int)
  case blocksNestedTooDeep
  case sectionsNestedTooDeep

  package var code: String {
    switch self {
    case .emptyRuleFile: "empty-rule-file"
    case .invalidUTF8: "not-utf8"
    case .furtherProblems: "further-problems"
    case .tabIndentation: "tab-indentation"
    case .wrongIndentation, .notIndented: "wrong-indentation"
    case .unclosedText: "unclosed-text"
    case .otherQuotes: "other-quotes"
    case .unknownEscape: "unknown-escape"
    case .invisibleCharacter: "invisible-character"
    case .quotesNeeded: "quotes-needed"
    case .underscoreInName, .nameWithSpaces: "name-form"
    case .reservedName: "reserved-name"
    case .groupingDot, .commaInNumber, .unitWithoutSpace: "number-form"
    case .dottedDate, .invalidDate, .yearsWithDash: "date-form"
    case .minusWithoutSpaces: "minus-without-spaces"
    case .unknownDeclaration: "unknown-declaration"
    case .unknownWord: "unknown-word"
    case .otherLanguage, .newLineInstead, .blockInstead, .comparisonSign:
      "other-language"
    case .unexpected: "unexpected"
    case .repeated: "repeated-part"
    case .missingBody: "missing-body"
    case .missingScope: "missing-scope"
    case .missingColon, .missingComma: "missing-sign"
    case .groupInList: "group-in-list"
    case .unclosedBrace: "unclosed-brace"
    case .missingExample: "missing-example-text"
    case .elsewhere: "unexpected"
    case .titleOfExtension: "title-of-extension"
    case .missingMust, .otherMust, .blockWithoutMust: "missing-must"
    case .mustInCondition: "must-in-condition"
    case .blockInLine: "block-in-line"
    case .unknownPhrase, .conditionOnly, .requirementOnly, .between, .uniqueWithoutList:
      "unknown-phrase"
    case .bareWhen: "missing-body"
    case .noInRequirement: "no-in-requirement"
    case .notBeforeCondition: "not-before-condition"
    case .requirementBeforeCondition: "condition-after-requirement"
    case .nestedTooDeep, .blocksNestedTooDeep, .sectionsNestedTooDeep: "nested-too-deep"
    }
  }
}
