import Diagnostics
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that could not be written; `reason` is the system's number of the error.
struct WriteProblem: Problem {
  let path: String
  let reason: Int32

  var code: String { "unwritable-file" }

  func headline(in language: Language) -> String {
    let reason = String(cString: strerror(reason))
    return language.pick(
      "cannot write \(path): \(reason)", "\(path) ist nicht schreibbar: \(reason)")
  }

  var finding: Finding {
    Finding(
      self, severity: .error, at: Location(SourceFile(path: path, bytes: []), ByteRange(at: 0)))
  }
}

extension Disk {
  /// Puts `bytes` in the place of a file's content; who reads meanwhile sees the old or the new.
  ///
  /// The bytes go into a file beside it, which then takes its name. Mode and, where the system
  /// lets us, owner stay; a link stays a link to the file that is written.
  static func replace(_ path: String, with bytes: [UInt8]) -> WriteProblem? {
    func problem() -> WriteProblem { WriteProblem(path: path, reason: errno) }
    var info = stat()
    guard let real = realPath(path), stat(real, &info) == 0 else { return problem() }
    // Writing beside a file that must not be written would be a way around that.
    guard access(real, W_OK) == 0 else { return problem() }
    var name = Array((folder(of: real) + ".ratsam-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return problem() }
    _ = fchown(descriptor, info.st_uid, info.st_gid)
    let isWritten =
      fchmod(descriptor, info.st_mode & 0o7777) == 0 && writeAll(bytes, to: descriptor)
      && fsync(descriptor) == 0
    let failed = isWritten ? nil : problem()
    close(descriptor)
    if failed == nil, rename(name, real) == 0 { return nil }
    let told = failed ?? problem()
    unlink(name)
    return told
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }
}
