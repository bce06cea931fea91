import Diagnostics
import RuleSyntax
import SourceText
import Values

package struct TypedSetting: Sendable {
  package var name: String
  /// The rule that declares it; nil where it stands on its own.
  package var rule: String?
  package var title: LocalizedText
  package var type: OperandType
  /// Whether only whole numbers are allowed.
  package var isWhole: Bool
  /// nil where nobody said which element is meant.
  package var value: Literal?
  /// What the rule file says, whoever gave `value`; examples are about this.
  package let standard: Literal?
  package var source: Source
  /// The setting's name in its rule file.
  package var origin: Location

  /// Who gave the value.
  package enum Source: Sendable, Hashable {
    case ruleFile
    case configuration(Location)
    case commandLine
  }

  package init(
    name: String, rule: String?, title: LocalizedText, type: OperandType, isWhole: Bool,
    value: Literal?, origin: Location
  ) {
    self.name = name
    self.rule = rule
    self.title = title
    self.type = type
    self.isWhole = isWhole
    self.value = value
    self.origin = origin
    standard = value
    source = .ruleFile
  }

  /// As a configuration names it: a rule's own setting behind the rule's name.
  package var fullName: String { rule.map { "\($0).\(name)" } ?? name }
}

package struct TypedNotation: Sendable {
  package var name: String
  package var patterns: [String]
  package var notation: Notation
  package var origin: Location

  package init(name: String, patterns: [String], notation: Notation, origin: Location) {
    self.name = name
    self.patterns = patterns
    self.notation = notation
    self.origin = origin
  }
}

package struct TypedWordList: Sendable {
  /// nil for words that stand in the rule itself
  package var name: String?
  package var words: [String]
  package var origin: Location

  package init(name: String?, words: [String], origin: Location) {
    self.name = name
    self.words = words
    self.origin = origin
  }
}

package struct TypedTable: Sendable {
  package struct Grouping: Sendable {
    package var isEachOf: Bool
    package var path: Path

    package init(isEachOf: Bool, path: Path) {
      self.isEachOf = isEachOf
      self.path = path
    }
  }
  package struct Column: Sendable {
    package var title: LocalizedText
    package var operand: Operand

    package init(title: LocalizedText, operand: Operand) {
      self.title = title
      self.operand = operand
    }
  }
  package struct Sort: Sendable {
    package var column: Int
    package var isDescending: Bool

    package init(column: Int, isDescending: Bool) {
      self.column = column
      self.isDescending = isDescending
    }
  }
  /// `columns each PATH`: one column, or one for each of `cells`, for every value of the key.
  package struct ColumnsEach: Sendable {
    package var key: Path
    /// Their titles are empty where there is only one.
    package var cells: [Column]
    /// How many columns stand before them.
    package var position: Int

    package init(key: Path, cells: [Column], position: Int) {
      self.key = key
      self.cells = cells
      self.position = position
    }
  }
  /// Columns by their place in `columns`.
  package enum Chart: Sendable {
    case bars([Int], isStacked: Bool)
    case timeline(from: Int, to: Int)
    case graph(Path)
  }
  package var name: String
  package var title: LocalizedText
  package var scope: Scope
  package var grouping: [Grouping]
  package var columns: [Column]
  package var columnsEach: ColumnsEach?
  package var sorts: [Sort]
  package var hasTotal: Bool
  package var charts: [Chart]
  package var origin: Location

  package init(
    name: String, title: LocalizedText, scope: Scope, grouping: [Grouping], columns: [Column],
    columnsEach: ColumnsEach?, sorts: [Sort], hasTotal: Bool, charts: [Chart], origin: Location
  ) {
    self.name = name
    self.title = title
    self.scope = scope
    self.grouping = grouping
    self.columns = columns
    self.columnsEach = columnsEach
    self.sorts = sorts
    self.hasTotal = hasTotal
    self.charts = charts
    self.origin = origin
  }
}
