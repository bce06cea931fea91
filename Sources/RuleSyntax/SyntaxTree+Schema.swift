import SourceText

/// `schema plan 1` with its title.
package struct SchemaHeader: Sendable {
  package var name: Name
  package var version: Int
  package var title: Title
  package var range: ByteRange

  package init(name: Name, version: Int, title: Title, range: ByteRange) {
    self.name = name
    self.version = version
    self.title = title
    self.range = range
  }
}

/// `choice stage, in order` with its values; `extend choice stage` adds values.
package struct ChoiceDeclaration: Sendable {
  package struct Value: Sendable {
    package var name: Name
    package var title: Title
    /// Further accepted spellings, as they stand in a plan.
    package var also: [StringLiteral]
    /// Under `outside the order`: every ordered comparison with it is false.
    package var isOutsideOrder: Bool

    package init(name: Name, title: Title, also: [StringLiteral], isOutsideOrder: Bool) {
      self.name = name
      self.title = title
      self.also = also
      self.isOutsideOrder = isOutsideOrder
    }
  }
  package var name: Name
  package var title: Title
  package var isExtension: Bool
  package var isOrdered: Bool
  package var isOpen: Bool
  /// `, after VALUE` in an extension: where its values stand.
  package var place: Name?
  package var values: [Value]
  package var range: ByteRange

  package init(
    name: Name, title: Title, isExtension: Bool, isOrdered: Bool, isOpen: Bool, values: [Value],
    range: ByteRange
  ) {
    self.name = name
    self.title = title
    self.isExtension = isExtension
    self.isOrdered = isOrdered
    self.isOpen = isOpen
    self.values = values
    self.range = range
  }
}

/// `record measure, listed in measures` with its fields; `extend record measure` adds fields.
package struct RecordDeclaration: Sendable {
  package var name: Name
  package var isExtension: Bool
  /// The top-level list of the document that holds the records.
  package var list: Name?
  /// Further accepted spellings of the list's key.
  package var listAlso: [StringLiteral]
  package var title: Title
  package var fields: [FieldDeclaration]
  package var range: ByteRange

  package init(
    name: Name, isExtension: Bool, list: Name?, listAlso: [StringLiteral], title: Title,
    fields: [FieldDeclaration], range: ByteRange
  ) {
    self.name = name
    self.isExtension = isExtension
    self.list = list
    self.listAlso = listAlso
    self.title = title
    self.fields = fields
    self.range = range
  }
}

/// One field of a record or group.
package struct FieldDeclaration: Sendable {
  package var name: Name
  package var type: FieldType
  package var title: Title
  package var also: [StringLiteral]
  /// `, seen from there as measures`
  package var inverse: Name?
  /// `, else area.owner`
  package var inherited: PathSyntax?
  /// `, from its first day` or `, to its last day`
  package var dateReading: DateReading?
  /// `, at least 0`
  package var lowerBound: ExpressionSyntax?
  /// Where `, open` stands after a choice: values that the choice does not have stay text.
  package var openChoice: ByteRange?
  package var range: ByteRange

  package enum DateReading: Sendable { case fromFirstDay, toLastDay }

  package init(
    name: Name, type: FieldType, title: Title = Title(), also: [StringLiteral] = [],
    inverse: Name? = nil, inherited: PathSyntax? = nil, dateReading: DateReading? = nil,
    lowerBound: ExpressionSyntax? = nil, range: ByteRange
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.also = also
    self.inverse = inverse
    self.inherited = inherited
    self.dateReading = dateReading
    self.lowerBound = lowerBound
    self.range = range
  }
}

/// The declared type of a field.
package indirect enum FieldType: Sendable {
  case text, identifier, yesOrNo, number, wholeNumber, percent, money, date
  /// `choice NAME`
  case choice(Name)
  /// `one of LIST`, `one of LIST, open`
  case oneOf(Name, isOpen: Bool)
  /// `some of LIST`
  case someOf(Name, isOpen: Bool)
  /// `list of T`; `T` is a simple type or a record's name
  case list(FieldType, order: ListOrder)
  /// `group` with its own fields
  case group([FieldDeclaration])
  /// another record, nested once
  case record(Name)

  package enum ListOrder: Sendable {
    case none, asWritten
    /// `, in order by FIELD`
    case by(Name)
  }
}

/// `placeholder "k. A.", "N.N."`: texts that read as empty.
package struct PlaceholderDeclaration: Sendable {
  package var texts: [StringLiteral]
  package var range: ByteRange

  package init(texts: [StringLiteral], range: ByteRange) {
    self.texts = texts
    self.range = range
  }
}
