#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Disk {
  /// The names that a configuration may have.
  private static let configurationNames = ["ratsam.yaml", "ratsam.yml"]

  /// The nearest configuration from a folder upwards; no farther than the folder that holds
  /// `.git`.
  ///
  /// `folder` is empty or ends with a slash. A folder that does not exist counts as the one above.
  static func configuration(above folder: String) -> String? {
    var wanted = folder.isEmpty ? "." : folder
    while realPath(wanted) == nil {
      while wanted.hasSuffix("/") { wanted.removeLast() }
      let above = Disk.folder(of: wanted)
      if above.isEmpty || above == wanted {
        wanted = "."
        break
      }
      wanted = above
    }
    guard var place = realPath(wanted) else { return nil }
    while true {
      let prefix = place == "/" ? place : place + "/"
      for name in configurationNames where exists(prefix + name) { return shown(prefix + name) }
      if place == "/" || exists(prefix + ".git") { return nil }
      place = String(Disk.folder(of: place).dropLast())
      if place.isEmpty { place = "/" }
    }
  }

  /// A path as people read it: from the working directory, where it lies below or above.
  private static func shown(_ path: String) -> String {
    guard let here = realPath(".") else { return path }
    let prefix = here == "/" ? here : here + "/"
    if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    var above = here
    var climb = ""
    while above != "/" {
      above = String(Disk.folder(of: above).dropLast())
      if above.isEmpty { above = "/" }
      climb += "../"
      let prefix = above == "/" ? above : above + "/"
      guard above != "/" else { break }
      if path.hasPrefix(prefix) { return climb + path.dropFirst(prefix.count) }
    }
    return path
  }
}
