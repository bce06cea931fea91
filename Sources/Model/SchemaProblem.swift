import Diagnostics

/// What is wrong with a schema as its rule files declare it.
package enum SchemaProblem: Problem, Hashable {
  /// What a name names.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case schema, choice, value, record, list, field, inverse
  }

  // The schema as a whole
  case noPlanRecord
  case planIsListed
  case planIsNested
  /// No list and no field holds the record.
  case unreachableRecord(String)

  // Names
  /// `owner` says where: the record of a field, the choice of a value; nil for top-level names.
  case duplicate(Kind, String, owner: String?)
  /// A spelling after `also`, or a name that another one has after `also`.
  case duplicateSpelling(String, Kind, owner: String?, other: String)
  case unknown(Kind, String, nearest: [String])
  /// A list was named where a record must stand, or a record where a list must.
  case otherKind(wanted: Kind, String, known: String)
  case reservedWord(String, Kind)
  /// `open` and `not-applicable` say the state of a field in a plan.
  case stateAsField(String)
  case planFieldNamedLikeList(String, list: String)
  case planFieldNamedLikeKey(String)
  case fieldNamedLikeRecord(String, record: String, around: String)

  // Extensions
  /// An ordered choice gets values, and nothing says where.
  case placeNeeded(String, values: [String])
  /// Two extensions put values behind the same one.
  case samePlace(String, after: String)
  /// Values outside the order of a choice that has none.
  case orderOfChoice(String)

  // Types
  case listWithoutIdentifier(list: String, record: String)
  case listOfGroups(String)
  case unknownOrderField(String, record: String, nearest: [String])
  case orderOfValues(String)
  case orderByCollection(String)
  case dateReadingWithoutDate(String)
  case lowerBoundWithoutNumber(String)
  case unreadableLowerBound(String)

  // Inverses and defaults
  case inverseWithoutReference(String)
  case inverseClash(String, record: String, with: Kind)
  case unknownDefault(String, record: String, nearest: [String])
  /// A step before the last is no reference to one element.
  case defaultThroughValue(String)
  case defaultWithoutReference(String)
  case defaultOfOtherType(String, field: String)
  case defaultCycle([String])

  package var code: String {
    switch self {
    case .noPlanRecord: "no-plan-record"
    case .planIsListed: "plan-is-listed"
    case .planIsNested: "plan-is-nested"
    case .unreachableRecord: "unreachable-record"
    case .duplicate: "duplicate-declaration"
    case .duplicateSpelling: "duplicate-spelling"
    case .unknown, .otherKind: "unknown-name"
    case .reservedWord, .stateAsField: "reserved-name"
    case .planFieldNamedLikeList, .planFieldNamedLikeKey, .fieldNamedLikeRecord: "ambiguous-name"
    case .placeNeeded, .samePlace, .orderOfChoice: "place-of-value"
    case .listWithoutIdentifier: "list-without-identifier"
    case .listOfGroups: "list-of-groups"
    case .unknownOrderField, .orderOfValues, .orderByCollection: "unknown-order"
    case .dateReadingWithoutDate: "date-reading-without-date"
    case .lowerBoundWithoutNumber, .unreadableLowerBound: "lower-bound"
    case .inverseWithoutReference, .inverseClash: "inverse-name"
    case .unknownDefault, .defaultThroughValue, .defaultWithoutReference, .defaultOfOtherType:
      "inherited-default"
    case .defaultCycle: "default-cycle"
    }
  }
}
