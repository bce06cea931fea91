import Diagnostics
import RuleSyntax
import Values

/// What is wrong with a rule or table that is written well: a name, a type, a part that is missing.
package enum TypeProblem: Problem, Hashable {
  case scope(ScopeProblem)
  case name(NameProblem)
  case list(ListProblem)
  case phrase(PhraseProblem)
  case value(ValueProblem)
  case expression(ExpressionProblem)
  case severity(SeverityProblem)
  case declaration(DeclarationProblem)
  case table(TableProblem)
  case version(VersionProblem)
  case report(ReportProblem)

  /// The problem of its area.
  private var area: any Problem {
    switch self {
    case .scope(let problem): problem
    case .name(let problem): problem
    case .list(let problem): problem
    case .phrase(let problem): problem
    case .value(let problem): problem
    case .expression(let problem): problem
    case .severity(let problem): problem
    case .declaration(let problem): problem
    case .table(let problem): problem
    case .version(let problem): problem
    case .report(let problem): problem
    }
  }

  package var code: String { area.code }
  package func headline(in language: Language) -> String { area.headline(in: language) }
  package func label(in language: Language) -> String? { area.label(in: language) }
  package func help(in language: Language) -> String? { area.help(in: language) }
}

/// What is wrong with `each …`.
package enum ScopeProblem: Problem, Hashable {
  case unknownRecord(String, nearest: [String])
  /// `each measures`
  case listForRecord(String, record: String)
  /// `each plan`
  case eachPlan
  /// `each goal of each measure`; places are such as `indicators of measure`.
  case notInside(String, outer: String, places: [String])
  case severalPlaces(String, outer: String, paths: [String])
  case unknownPlace(String, record: String, paths: [String])
  /// `each finding` in a rule or a report's section
  case findingsOutsideTables

  package var code: String {
    switch self {
    case .unknownRecord, .listForRecord, .eachPlan: "unknown-record"
    case .notInside, .unknownPlace: "not-inside"
    case .severalPlaces: "several-places"
    case .findingsOutsideTables: "findings-outside-tables"
    }
  }
}

/// What is wrong with a name in a path.
package enum NameProblem: Problem, Hashable {
  package enum Container: Hashable, Sendable {
    case plan
    case record(String)
    /// The path of a group.
    case group(String)
  }
  package enum Owner: Hashable, Sendable {
    case plan
    case record(String)
  }
  package enum Reading: Hashable, Sendable {
    case field(String, of: String)
    /// An outer element by its record's name.
    case element(String)
    case setting(String)
    case value(String, of: String)
  }
  case unknown(String, in: Container, nearest: [String])
  case belongsTo(String, Owner, path: String)
  case outsideScope(String, inner: String, encloses: Bool)
  case spelling(String, ours: String)
  case inGroup(String, paths: [String])
  case ambiguous(String, [Reading], instead: String?)
  case noParts(String, TypeName, next: String)
  /// `earlier`, `later`, `first of`, `last of` where the list has no order.
  case unordered(String, list: String)

  package var code: String {
    switch self {
    case .unknown, .spelling, .inGroup: "unknown-name"
    case .belongsTo, .outsideScope: "other-record"
    case .ambiguous: "two-readings"
    case .noParts: "no-parts"
    case .unordered: "not-in-order"
    }
  }
}

/// What is wrong with a path that leads through or to a list, a group or an element.
package enum ListProblem: Problem, Hashable {
  /// Where a path stands, which decides what to write instead.
  package enum Position: Hashable, Sendable { case requirement, condition, operand, column }

  case groupAsValue(String, members: [String], suggestion: String?)
  case elementAsValue(String, suggestion: String?)
  case throughList(String, list: String, Position, aggregates: [String])
  /// `members` is what a quantifier would stand before.
  case listAsValue(String, words: String, Position, members: String, instead: String?)
  case listAsOperand(String)
  case quantifierWithoutList(SubjectSyntax.Quantifier, String)
  case quantifierOnComputed(SubjectSyntax.Quantifier)
  /// `every depends-on must not lead back to itself`
  case quantifierNotNeeded(SubjectSyntax.Quantifier, String)
  case filterWithoutList
  case filterWithoutElements(String)

  package var code: String {
    switch self {
    case .groupAsValue: "group-as-value"
    case .elementAsValue: "element-as-value"
    case .throughList: "through-list"
    case .listAsValue, .listAsOperand: "list-as-value"
    case .quantifierWithoutList, .quantifierOnComputed, .quantifierNotNeeded:
      "quantifier-without-list"
    case .filterWithoutList, .filterWithoutElements: "where-without-elements"
    }
  }
}

/// What is wrong with a phrase and the field that it speaks of.
package enum PhraseProblem: Problem, Hashable {
  /// The kinds of subject that phrases fit.
  package enum Need: Hashable, Sendable {
    case values, amounts, dates, lists, text, textual, names, references
    case orderedChoice(String)
    /// Lists whose entries are values; with a path to a value of each element.
    case valueLists(String?)
  }

  case misfit(words: String, subject: String, TypeName, Need, instead: String?)
  /// `sum of … is stated`
  case computed(words: String)
  case differentTypes(words: String, subject: String, TypeName, operand: String, TypeName)
  case pointlessIfStated(words: String)
  // exist in
  case targetWithoutList(String)
  case targetWithoutIds(String, suggestion: String?)
  case targetOfOtherType(String, TypeName, subject: String, TypeName)
  case targetWithoutItself(String, record: String)
  // unique among
  case unknownSiblings(String, nearest: [String])
  case otherSiblings(String, record: String, known: [String])
  /// With the scope of a rule about the elements that have the field: `goal`, `step of each item`.
  case uniqueElsewhere(String, scope: String)
  // lead back
  case leadsElsewhere(String, from: String, to: String)

  package var code: String {
    switch self {
    case .misfit, .computed: "phrase-misfit"
    case .differentTypes, .targetOfOtherType: "different-types"
    case .pointlessIfStated: "pointless-if-stated"
    case .targetWithoutList, .targetWithoutIds: "exist-in"
    case .targetWithoutItself: "other-than-itself"
    case .unknownSiblings, .otherSiblings, .uniqueElsewhere: "unique-among"
    case .leadsElsewhere: "leads-elsewhere"
    }
  }
}

/// What is wrong with a value that is written out.
package enum ValueProblem: Problem, Hashable {
  case unknownValue(String, choice: String, nearest: [String], all: [String], isOpen: Bool)
  case valueSpelling(String, ours: String, choice: String)
  case quotedValue(String, choice: String)
  /// `cost.amount is opn`
  case noValue(String, subject: String, TypeName, nearest: [String])
  case unquoted(String, subject: String, TypeName)
  case quoted(String, TypeName)
  case fieldAsValue(String, words: String)
  /// `must not be empty`
  case stateAsValue(String, ours: String)
  /// `friends must include owner`
  case computedInList(String, words: String, ours: String)
  case listAsValue(String, words: String)
  case settingAmongValues(String)
  case notALiteral(String, words: String)
  case otherType(found: TypeName, subject: String, TypeName)
  case moneyWithoutUnit(String)
  case percentWithoutSign(String)
  case unknownUnit(String, nearest: [String])
  case durationWithoutUnit(String)
  case notWhole(String)
  case tooLong(String)
  case unreadable(ReadProblem)

  package var code: String {
    switch self {
    case .unknownValue, .valueSpelling, .quotedValue, .noValue, .stateAsValue: "unknown-value"
    case .unquoted: "not-quoted"
    case .quoted, .otherType: "different-types"
    case .fieldAsValue, .notALiteral, .computedInList: "field-as-value"
    case .listAsValue: "list-as-value"
    case .settingAmongValues: "setting-among-values"
    case .moneyWithoutUnit, .percentWithoutSign, .unknownUnit, .durationWithoutUnit: "unit"
    case .notWhole: "not-whole"
    case .tooLong: "out-of-range"
    case .unreadable: "unreadable-value"
    }
  }
}

/// What is wrong with a computed value.
package enum ExpressionProblem: Problem, Hashable {
  case arithmetic(BinaryOperator, TypeName, TypeName)
  case countOutsideTables
  case countWithoutGroups
  case aggregateWithoutList(AggregateSyntax.Kind, String)
  case aggregateMisfit(AggregateSyntax.Kind, String, TypeName, instead: String?)
  case shareWithoutCondition
  case missingAsZero(AggregateSyntax.Kind)
  case stateOutsideTables
  case unknownNotation(String, nearest: [String])
  case unknownWords(String, nearest: [String])
  case matchesInOther(String, path: String, TypeName)

  package var code: String {
    switch self {
    case .arithmetic: "arithmetic"
    case .aggregateWithoutList: "aggregate-without-list"
    case .aggregateMisfit: "aggregate-misfit"
    case .countOutsideTables, .countWithoutGroups: "count-without-rows"
    case .shareWithoutCondition: "share-without-condition"
    case .missingAsZero: "missing-as-zero"
    case .stateOutsideTables: "state-outside-tables"
    case .unknownNotation: "unknown-notation"
    case .unknownWords: "unknown-words"
    case .matchesInOther: "phrase-misfit"
    }
  }
}

/// What is wrong with a rule's severities.
package enum SeverityProblem: Problem, Hashable {
  case missingBroken(stages: [String])
  case unknownStage(String, nearest: [String], all: [String])
  case uncoveredStages(SeveritySyntax.Trigger, [String])
  case repeatedStage(String)
  case noStages
  case unorderedStages(String)

  package var code: String {
    switch self {
    case .missingBroken: "missing-severity"
    case .repeatedStage: "repeated-severity"
    case .unknownStage: "unknown-stage"
    case .uncoveredStages: "uncovered-stage"
    case .noStages, .unorderedStages: "no-stages"
    }
  }
}

/// What is wrong with a rule's other parts, or with a notation, word list or setting.
package enum DeclarationProblem: Problem, Hashable {
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    case rule, table, report, setting, notation, words
  }

  case duplicate(Kind, String)
  case notation(NotationProblem)
  /// A notation with the name that dates in texts have.
  case notationNamedDate
  case settingWithoutValue(String)
  case settingOfManyValues(String)
  case unknownSettingType(String, nearest: [String])
  case missingTitle(String)
  case missingExamples(String, passes: Bool, fails: Bool, unclear: Bool)
  case unknownContext(String, nearest: [String])
  case contextWithoutIds(String)
  /// A setting of an element without one id behind it.
  case settingContext(String)
  case misplacedStar(String)
  case emptyWords(String)
  /// `""` in a word list.
  case emptyWord
  /// `with today bald`
  case todayContext(ReadProblem)

  package var code: String {
    switch self {
    case .duplicate: "duplicate-name"
    case .notation, .notationNamedDate: "invalid-notation"
    case .settingWithoutValue, .settingOfManyValues, .unknownSettingType: "invalid-setting"
    case .missingTitle: "missing-title"
    case .missingExamples: "missing-example"
    case .unknownContext, .contextWithoutIds, .settingContext: "unknown-context"
    case .misplacedStar, .emptyWords, .emptyWord: "invalid-words"
    case .todayContext: "unreadable-value"
    }
  }
}

/// What is wrong with a table.
package enum TableProblem: Problem, Hashable {
  case groupedByList(String)
  case eachOfWithoutList(String)
  case groupingMisfit(String, TypeName)
  case notAKey(String, keys: [String], aggregate: String)
  case stateOfGroup(String, text: String)
  case elementsInColumn(String)
  case unknownColumn(String, nearest: [String])
  case repeatedColumn(String)
  /// `columns each goals`
  case columnsEachOfList(String)
  case columnsEachMisfit(String, TypeName)
  case columnsEachWithoutTitle
  /// What the chart needs, and what its column is.
  case chartMisfit(ChartNeed, String, TypeName)
  case mixedBars([String])
  case graphOfGroups
  case graphMisfit(String, record: String)

  package enum ChartNeed: Hashable, Sendable { case amount, date }

  package var code: String {
    switch self {
    case .groupedByList, .eachOfWithoutList, .groupingMisfit: "grouping"
    case .notAKey, .stateOfGroup: "not-a-key"
    case .elementsInColumn: "list-as-value"
    case .unknownColumn: "unknown-column"
    case .repeatedColumn: "repeated-column"
    case .columnsEachOfList, .columnsEachMisfit, .columnsEachWithoutTitle: "columns-each"
    case .chartMisfit, .mixedBars, .graphOfGroups, .graphMisfit: "chart"
    }
  }
}

/// What is wrong with a report.
package enum ReportProblem: Problem, Hashable {
  case unknownTable(String, nearest: [String])

  package var code: String {
    switch self {
    case .unknownTable: "unknown-table"
    }
  }
}
