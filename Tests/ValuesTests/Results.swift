extension Result {
  /// The value; nil for a failure.
  var value: Success? { try? get() }

  /// The failure; nil for a value.
  var problem: Failure? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
