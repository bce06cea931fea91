import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file was not written.
enum WriteFailure: Error {
  case exists
  case other(LocalizedText)
}

extension Disk {
  /// Writes a file that does not exist yet; one that exists is left as it is.
  static func create(_ path: String, _ bytes: [UInt8]) -> Result<Void, WriteFailure> {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      return .failure(errno == EEXIST ? .exists : .other(reason(errno)))
    }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let problem = reason(errno)
        close(descriptor)
        // Half a file would look like a plan.
        unlink(path)
        return .failure(.other(problem))
      }
      sent += count
    }
    guard close(descriptor) == 0 else { return .failure(.other(reason(errno))) }
    return .success(())
  }

  private static func reason(_ code: Int32) -> LocalizedText {
    switch code {
    case ENOENT, ENOTDIR:
      LocalizedText(en: "there is no such folder", de: "diesen Ordner gibt es nicht")
    case EACCES, EPERM, EROFS:
      LocalizedText(
        en: "writing there is not permitted", de: "das Schreiben ist dort nicht erlaubt")
    case ENOSPC: LocalizedText(en: "the disk is full", de: "der Datenträger ist voll")
    default: LocalizedText(same: String(cString: strerror(code)))
    }
  }
}
