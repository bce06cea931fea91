import Foundation
import Testing

/// Compares what a test made with the file that stands beside its cases.
///
/// `RATSAM_UPDATE_GOLDENS=1 make test` writes the files anew; read the difference before committing.
package enum Golden {
  package static let updates = ProcessInfo.processInfo.environment["RATSAM_UPDATE_GOLDENS"] != nil

  /// Expects `actual` to equal the file `name` in the folder `Goldens` beside the test's source.
  package static func expect(
    _ actual: String, equals name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Goldens").appendingPathComponent(name)
    if updates {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
      } catch {
        Issue.record("cannot write \(name): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let wanted = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "no golden \(name); RATSAM_UPDATE_GOLDENS=1 writes it", sourceLocation: sourceLocation)
      return
    }
    #expect(actual == wanted, "\(name) differs", sourceLocation: sourceLocation)
  }
}

/// The folders of the project, found from this file.
package enum Project {
  package static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file of the project, its path relative to the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
