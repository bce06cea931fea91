import SourceText

/// A rule file and the folder of rules that it was found in.
package struct RuleSource: Sendable {
  package var file: SourceFile
  /// The folder or file that was given; the same for all that belong together.
  package var root: String
  /// The first folder below `root`, which is the file's pack; nil directly in it.
  package var folder: String?
  /// Whether it came with ratsam.
  package internal(set) var isShipped = false

  package init(_ file: SourceFile, root: String, folder: String? = nil) {
    self.file = file
    self.root = root
    self.folder = folder
  }

  package var path: String { file.path }

  /// A file that was given by itself.
  package init(_ file: SourceFile) { self.init(file, root: file.path) }

  /// A file below a folder: the first name of the rest of its path is its pack, where a folder.
  package init(_ file: SourceFile, below root: String) {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    var folder: String?
    if file.path.hasPrefix(prefix) {
      let parts = file.path.dropFirst(prefix.count).split(separator: "/")
      if parts.count > 1 { folder = String(parts[0]) }
    }
    self.init(file, root: root, folder: folder)
  }
}
