import Diagnostics
import RuleSyntax
import SourceText
import Values

/// What a plan may contain: choices and records, every name resolved.
///
/// Built from rule files by `SchemaBuilder`; loader, checker, evaluator and exports read it.
package struct Schema: Sendable {
  package var name = ""
  package var version = 1
  package var title = LocalizedText(same: "")
  package var choices: [Choice] = []
  /// `records[root]` is the document itself.
  package var records: [Record] = []
  package var root = 0
  /// Texts that read as empty, compared without surrounding blanks and without case.
  package var placeholders: Set<String> = []
  /// The choice that severities name, and the field of the root record that holds it.
  package var stage: Stage?
  /// Where a plan stands beside its previous version: how many records each of them has; those of
  /// the previous version follow the plan's.
  var recordsOfVersion: Int?
  /// The read-only record of findings; nil in the schema that plans are loaded by.
  package var findings: Int?

  package struct Stage: Sendable, Hashable {
    package var choice: Int
    package var field: Int

    package init(choice: Int, field: Int) {
      self.choice = choice
      self.field = field
    }
  }

  package init() {}

  package func record(named name: String) -> Int? {
    records.firstIndex { $0.name == name }
  }

  /// The record whose elements stand in the top-level list `name`.
  package func record(listedIn name: String) -> Int? {
    records.firstIndex { $0.list == name }
  }

  package func choice(named name: String) -> Int? {
    choices.firstIndex { $0.name == name }
  }
}

/// A closed or open list of values.
package struct Choice: Sendable {
  package struct Value: Sendable {
    package var name: String
    package var title: LocalizedText
    /// All spellings that a plan may use, the name first.
    package var spellings: [String]
    package var isOutsideOrder: Bool
    /// Whether an extension added it, so that rules may not know of it.
    package var isAdded: Bool
    package var origin: Location

    package init(
      name: String, title: LocalizedText, spellings: [String], isOutsideOrder: Bool, isAdded: Bool,
      origin: Location
    ) {
      self.name = name
      self.title = title
      self.spellings = spellings
      self.isOutsideOrder = isOutsideOrder
      self.isAdded = isAdded
      self.origin = origin
    }
  }
  package var name: String
  package var title: LocalizedText
  package var isOrdered: Bool
  package var isOpen: Bool
  package var values: [Value]
  package var origin: Location

  package init(
    name: String, title: LocalizedText, isOrdered: Bool, isOpen: Bool, values: [Value],
    origin: Location
  ) {
    self.name = name
    self.title = title
    self.isOrdered = isOrdered
    self.isOpen = isOpen
    self.values = values
    self.origin = origin
  }

  package func value(named name: String) -> Int? {
    values.firstIndex { $0.name == name }
  }

  /// The value that a plan's spelling means.
  package func value(spelled text: String) -> Int? {
    values.firstIndex { $0.spellings.contains(text) }
  }
}

/// A kind of element.
package struct Record: Sendable {
  package var name: String
  /// As people call one of them: "measure", "Maßnahme".
  package var title: LocalizedText
  /// The key of the top-level list that holds them; nil for the root and for nested records.
  package var list: String?
  /// All spellings of the list's key, the name first.
  package var listSpellings: [String]
  /// Every field, those inside groups included, in the order of the schema (a group stands
  /// before its members).
  package var fields: [Field] = []
  /// The indices of the fields that stand directly in the record.
  package var topFields: [Int] = []
  /// The first field of type `identifier`: what references name and messages show.
  package var idField: Int?
  /// The field `name` or `title`, which messages show beside the id.
  package var nameField: Int?
  package var inverses: [Inverse] = []
  /// The fields that nest this record (lists of it, or one of it).
  package var places: [Place] = []
  package var origin: Location

  package struct Place: Sendable, Hashable {
    package var record: Int
    package var field: Int

    package init(record: Int, field: Int) {
      self.record = record
      self.field = field
    }
  }

  package init(
    name: String, title: LocalizedText, list: String?, listSpellings: [String], origin: Location
  ) {
    self.name = name
    self.title = title
    self.list = list
    self.listSpellings = listSpellings
    self.origin = origin
  }

  /// The field with this dotted path, such as `cost.amount`.
  package func field(path: String) -> Int? {
    fields.firstIndex { $0.path == path }
  }

  package func inverse(named name: String) -> Int? {
    inverses.firstIndex { $0.name == name }
  }
}

/// `area.measures`: the elements whose field refers to this one.
package struct Inverse: Sendable {
  package var name: String
  /// The record and the reference field on the other side.
  package var record: Int
  package var field: Int

  package init(name: String, record: Int, field: Int) {
    self.name = name
    self.record = record
    self.field = field
  }
}

/// One field, its place in groups flattened into `path`.
package struct Field: Sendable {
  /// The last part of the path.
  package var name: String
  /// Such as `cost.amount`.
  package var path: String
  package var title: LocalizedText
  package var type: ValueType
  /// All keys that a plan may use, the name first.
  package var spellings: [String]
  /// The group around it, an index into the record's fields.
  package var group: Int?
  /// The fields directly inside, for groups.
  package var members: [Int] = []
  /// Where an absent value comes from: reference fields to follow, then a field of the last
  /// record. `else area.owner` is one step and one field.
  package var inherited: InheritedPath?
  package var dateReading: FieldDeclaration.DateReading?
  package var lowerBound: Decimal?
  /// For choices: whether the field or the choice lets other values stay text.
  package var isOpenChoice = false
  package var origin: Location

  package struct InheritedPath: Sendable {
    /// Reference fields (their indices in the record reached so far).
    package var references: [Int]
    /// The field of the record reached at last.
    package var record: Int
    package var field: Int

    package init(references: [Int], record: Int, field: Int) {
      self.references = references
      self.record = record
      self.field = field
    }
  }

  package init(
    name: String, path: String, title: LocalizedText, type: ValueType, spellings: [String],
    group: Int?, origin: Location
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.type = type
    self.spellings = spellings
    self.group = group
    self.origin = origin
  }
}

/// The type of one value.
package enum ScalarType: Hashable, Sendable {
  case text, identifier, yesOrNo, number, wholeNumber, percent, money, date
  /// An index into the schema's choices.
  case choice(Int)
  /// An index into the schema's records; with `isOpen` an unknown name stays text.
  case reference(Int, isOpen: Bool)
}

/// The resolved type of a field.
package enum ValueType: Hashable, Sendable {
  case scalar(ScalarType)
  /// `list of T`, `some of LIST`
  case scalars(ScalarType, isOrdered: Bool)
  /// `list of RECORD`
  case records(Int, order: ListOrder)
  /// One nested record.
  case record(Int)
  case group

  package enum ListOrder: Hashable, Sendable {
    case none, asWritten
    /// By a field of the nested record.
    case by(Int)

    package var isOrdered: Bool { self != .none }
  }
}
