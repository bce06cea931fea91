import Diagnostics
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of pages that `ratsam rules --pages` writes; files of others are left as they are.
struct PageFolder {
  private let path: String

  /// A page is not longer than this.
  private static let limit = 1 << 22

  init(_ path: String) {
    self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Writes all pages, or none where one would take the place of somebody's own file.
  func write(_ pages: [CataloguePages.Page]) throws {
    mkdir(path, 0o777)
    let known = try pages.map { page in
      let path = self.path(of: page)
      let text = Disk.exists(path) ? text(path) : nil
      if let text, !text.hasPrefix(CataloguePages.mark) { throw CallProblem.noPage(path) }
      return text
    }
    for (page, old) in zip(pages, known) where page.text != old {
      try write(page, isNew: old == nil)
    }
  }

  private func write(_ page: CataloguePages.Page, isNew: Bool) throws {
    let path = path(of: page)
    let bytes = Array(page.text.utf8)
    guard isNew else {
      if let problem = Disk.replace(path, with: bytes) {
        throw CallProblem.notWritten(
          path, reason: LocalizedText(same: String(cString: strerror(problem.reason))))
      }
      return
    }
    switch Disk.create(path, bytes) {
    case .success: return
    case .failure(.exists): throw CallProblem.fileExists(path)
    case .failure(.other(let reason)): throw CallProblem.notWritten(path, reason: reason)
    }
  }

  /// The pages that were written before and do not have one of these names.
  func others(than names: Set<String>) -> [String] {
    let paths = Set(names.map { "\(path)/\($0)" })
    return Disk.matches("*.md", in: path + "/").filter {
      !paths.contains($0) && text($0).hasPrefix(CataloguePages.mark)
    }
  }

  private func path(of page: CataloguePages.Page) -> String { "\(path)/\(page.name)" }

  /// What stands in a file; nothing that a page begins with where it cannot be read.
  private func text(_ path: String) -> String {
    switch Disk.read(path, limit: Self.limit) {
    case .success(let file): String(decoding: file.bytes, as: UTF8.self)
    case .failure: ""
    }
  }
}
