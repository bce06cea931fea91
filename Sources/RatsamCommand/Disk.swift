import Model
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read.
enum ReadFailure: Error, Hashable {
  case notFound
  case isDirectory
  /// The directory of a plan without its main file.
  case noPlanInside
  case notPermitted
  case tooLarge(limit: Int)
  case other(Int32)
}

/// Reads files and directories; the only place of the program that does.
enum Disk {
  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads a whole file; `-` is standard input.
  static func read(_ path: String, shownAs name: String? = nil, limit: Int) -> Result<
    SourceFile, ReadFailure
  > {
    if path == "-" { return readAll(STDIN_FILENO, name ?? "<stdin>", limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(failure(errno)) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return .failure(failure(errno)) }
    if info.st_mode & S_IFMT == S_IFDIR { return .failure(.isDirectory) }
    if info.st_mode & S_IFMT != S_IFREG { return readAll(descriptor, name ?? path, limit) }
    let size = Int(info.st_size)
    if size > limit { return .failure(.tooLarge(limit: limit)) }
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = systemRead(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0 {
          if errno == EINTR { continue }
          problem = errno
        }
        if got <= 0 { break }
        count += got
      }
    }
    if problem != 0 { return .failure(failure(problem)) }
    return .success(SourceFile(path: name ?? path, bytes: bytes))
  }

  /// Reads a pipe or terminal to its end.
  private static func readAll(_ descriptor: Int32, _ name: String, _ limit: Int)
    -> Result<SourceFile, ReadFailure>
  {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = piece.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress!, $0.count) }
      if got < 0 {
        if errno == EINTR { continue }
        return .failure(failure(errno))
      }
      if got == 0 { return .success(SourceFile(path: name, bytes: bytes)) }
      bytes += piece[0..<got]
      if bytes.count > limit { return .failure(.tooLarge(limit: limit)) }
    }
  }

  private static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func failure(_ code: Int32) -> ReadFailure {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    case EACCES, EPERM: .notPermitted
    default: .other(code)
    }
  }

  /// The files that match a glob pattern, sorted by path.
  static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }.sorted()
  }

  /// The path without links, `.` and `..`; nil where there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The part of a path before its last component, with the slash; empty where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  // MARK: - Plans

  /// Answers `include:` with files inside the folder of the plan's main file.
  static func includes(ofPlan main: String, limit: Int) -> IncludeResolver {
    guard main != "-" else { return .refusing }
    let folder = folder(of: main)
    let root = realPath(folder.isEmpty ? "." : folder)
    return IncludeResolver { pattern, from in
      guard let root else { return .failure(.notAllowedHere) }
      if pattern.hasPrefix("/") { return .failure(.outsideDirectory) }
      let isPattern = pattern.contains { "*?[".contains($0) }
      // A pattern means the other files: `*.yaml` beside the plan does not name the plan itself.
      let paths = matches(Disk.folder(of: from) + pattern).filter {
        !isPattern || ($0 != from && $0 != main)
      }
      if paths.isEmpty {
        let climbs = pattern.split(separator: "/").contains("..")
        return .failure(climbs ? .outsideDirectory : .nothingMatches)
      }
      var files: [SourceFile] = []
      for path in paths {
        guard let real = realPath(path), real.hasPrefix(root + "/") || root == "/" else {
          return .failure(.outsideDirectory)
        }
        switch read(path, limit: limit) {
        case .success(let file): files.append(file)
        case .failure(let failure):
          return .failure(.unreadable(path: path, reason: failure.reason.english))
        }
      }
      return .success(files)
    }
  }

  /// The rule files of a path: the file itself, or every `.ratsam` file below a directory.
  static func ruleFiles(_ path: String) -> [String] {
    guard isDirectory(path) else { return [path] }
    let folder = path.hasSuffix("/") ? path : path + "/"
    var found = matches(folder + "*.ratsam")
    for child in matches(folder + "*") where isDirectory(child) { found += ruleFiles(child) }
    return found.sorted()
  }
}
