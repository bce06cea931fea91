extension Standing {
  /// What a reference that stands so is for a path that goes on behind it: one without a name is
  /// not there, which says nothing about what would lie behind; a text names no element.
  var asGap: Standing {
    switch self {
    case .stated: .malformed
    case .empty: .absent
    case .absent, .open, .inapplicable, .malformed, .unclear: self
    }
  }
}
