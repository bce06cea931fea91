import SourceText

/// Finds the files that `include:` names; given by the caller, since libraries read no disk.
package struct IncludeResolver: Sendable {
  /// The files that a pattern names, as written in the file with the second path, sorted by path.
  package var files:
    @Sendable (_ pattern: String, _ fromFile: String) -> Result<[SourceFile], IncludeFailure>

  package init(
    files:
      @escaping @Sendable (_ pattern: String, _ fromFile: String) ->
      Result<[SourceFile], IncludeFailure>
  ) {
    self.files = files
  }

  /// Includes nothing: for texts that have no place on a disk.
  package static let refusing = IncludeResolver { _, _ in .failure(.notAllowedHere) }
}

/// Why `include:` gave no files.
package enum IncludeFailure: Error, Hashable, Sendable {
  /// The path leads out of the plan's directory.
  case outsideDirectory
  case nothingMatches
  case unreadable(path: String, reason: String)
  /// The plan comes from standard input and has no directory.
  case notAllowedHere
}
