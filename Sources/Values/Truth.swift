/// A truth value of Kleene's strong three-valued logic.
package enum Truth: UInt8, CaseIterable, Sendable {
  case no, yes, unknown

  @inlinable package init(_ value: Bool) { self = value ? .yes : .no }

  /// Yes where both are, no where one is, else unknown.
  @inlinable package func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// Yes where one is, no where both are, else unknown.
  @inlinable package func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  /// The opposite; the opposite of unknown is unknown.
  @inlinable package var not: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}
