import Diagnostics
import Reporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal, the environment and the two output streams.
enum Console {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The terminal's width in cells; 100 where the output is none.
  static var width: Int {
    var size = winsize()
    if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap(Int.init).map { max(40, $0) } ?? 100
  }

  /// Writes a note or a problem of the call itself to standard error.
  static func error(_ text: String) {
    write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Runs `body` with a buffer that goes to standard output piece by piece.
  static func output(_ body: (inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer { write($0, to: STDOUT_FILENO) }
    body(&buffer)
    buffer.flush()
  }

  /// Writes names with their titles in a column beside them.
  static func outputList(_ entries: [(name: String, title: String)]) {
    let width = entries.map(\.name.count).max() ?? 0
    output { buffer in
      for (name, title) in entries {
        let blanks = String(repeating: " ", count: width - name.count)
        buffer.append("\(name)\(blanks)  \(title)\n")
      }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = systemWrite(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          // A reader that went away, as in `ratsam check … | head`, is no reason to complain.
          if errno != EPIPE, descriptor != STDERR_FILENO {
            let reason = String(cString: strerror(errno))
            error(
              "ratsam: "
                + localeLanguage.pick(
                  "cannot write the output: \(reason)",
                  "die Ausgabe lässt sich nicht schreiben: \(reason)"))
          }
          ExitStatus.couldNotCheck.leave()
        }
        sent += count
      }
    }
  }

  private static func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// The language that the environment asks for: German where the locale is, else English.
  static var localeLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment(name), !value.isEmpty {
        return value.lowercased().hasPrefix("de") ? .german : .english
      }
    }
    return .english
  }
}
