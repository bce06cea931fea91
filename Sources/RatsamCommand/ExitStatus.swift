#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends; scripts rely on these numbers.
enum ExitStatus: Int32, Error {
  case nothingBlocks = 0
  case blocks = 1
  case couldNotCheck = 2
  case internalError = 3

  func leave() -> Never { exit(rawValue) }
}
