import Diagnostics

/// What can be wrong with a file as YAML.
package enum YAMLProblem: Problem, Hashable {
  // The file as a whole
  case emptyFile
  /// The size and the limit in bytes.
  case fileTooLarge(bytes: Int, limit: Int)
  case notUTF8(byte: UInt8)
  case utf16
  case controlCharacter(UInt32)
  /// The number of levels that are read.
  case tooDeep(limit: Int)
  /// The number of different keys that are read.
  case tooManyKeys(limit: Int)
  case severalDocuments
  case tagDirective
  case syntax(YAMLSyntaxProblem)
  /// How many problems of the file are not told one by one.
  case furtherProblems(Int)

  // Keys and values
  case duplicateKey(String)
  case mergeKey
  case complexKey
  case tag(String)

  // Anchors and aliases
  case undefinedAlias(String)
  case recursiveAlias(String)
  /// The number of values that all aliases of a file may stand for.
  case aliasBudget(limit: Int)
  case anchorRedefined(String)

  package var code: String {
    switch self {
    case .emptyFile: "empty-file"
    case .fileTooLarge: "file-too-large"
    case .notUTF8, .utf16: "not-utf8"
    case .controlCharacter: "control-character"
    case .tooDeep: "too-deep"
    case .tooManyKeys: "too-many-keys"
    case .severalDocuments: "several-documents"
    case .tagDirective: "yaml-directive"
    case .syntax: "yaml-syntax"
    case .furtherProblems: "further-problems"
    case .duplicateKey: "duplicate-key"
    case .mergeKey: "merge-key"
    case .complexKey: "complex-key"
    case .tag: "yaml-tag"
    case .undefinedAlias: "undefined-alias"
    case .recursiveAlias: "recursive-alias"
    case .aliasBudget: "alias-budget"
    case .anchorRedefined: "anchor-redefined"
    }
  }
}

/// Where the grammar of YAML is broken.
package enum YAMLSyntaxProblem: Hashable, Sendable {
  /// A line stands where a key is expected and has no colon.
  case missingColon
  /// A second `: ` in one line.
  case secondColon
  case unclosedQuote
  case unclosedList
  case unclosedMapping
  /// `---` or `...` inside quotes.
  case documentMarkInQuotes
  /// A line that fits neither the entries before it nor those around it.
  case wrongIndentation
  /// Something behind a closing quote or bracket.
  case textBehindValue
  case tab
  /// The character behind the backslash.
  case unknownEscape(String)
  case incompleteEscape
  case blockHeader
  /// A character that YAML keeps for itself at the start of a value, such as `@`.
  case reservedCharacter(String)
  case directive
  case missingDash
  case dashNotAllowed
  case keyNotAllowed
  case missingValue
  case anchorName
  case tagName
  case afterDocument
  /// libyaml's own words.
  case other(String)
}
