import YAMLSyntax

// Patterns, not `==`: the comparison of another module's enumeration is a call through a table.
extension YAMLTree {
  @inline(__always)
  func isScalar(_ node: NodeID) -> Bool {
    if case .scalar = kind(node) { return true }
    return false
  }

  @inline(__always)
  func isMapping(_ node: NodeID) -> Bool {
    if case .mapping = kind(node) { return true }
    return false
  }

  @inline(__always)
  func isSequence(_ node: NodeID) -> Bool {
    if case .sequence = kind(node) { return true }
    return false
  }

  @inline(__always)
  func isAlias(_ node: NodeID) -> Bool {
    if case .alias = kind(node) { return true }
    return false
  }

  /// `resolve`, without a call for the many nodes that are no alias.
  @inline(__always)
  func resolved(_ node: NodeID) -> NodeID { isAlias(node) ? resolve(node) : node }
}
