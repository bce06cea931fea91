import SourceText

/// The anchors of one file by name.
struct AnchorTable {
  /// What an anchor stands for.
  enum Target {
    /// A value; `size` counts it and all below it with aliases replaced, and is nil while it is open.
    case node(UInt32, size: Int?)
    /// The text of a key.
    case key(UInt32)
    /// Something in an entry that was left out.
    case leftOut
  }

  struct Anchor {
    /// The `&name`.
    let place: ByteRange
    var target: Target
    /// The anchor of the same name that this one replaced, until an alias was reported for it.
    var replaced: ByteRange?
  }

  private var numbers: [String: Int] = [:]
  private var anchors: [Anchor] = []

  /// Defines or replaces a name and returns the anchor's number.
  mutating func define(_ name: String, _ target: Target, at place: ByteRange) -> Int {
    let replaced = numbers[name].map { anchors[$0].place }
    anchors.append(Anchor(place: place, target: target, replaced: replaced))
    numbers[name] = anchors.count - 1
    return anchors.count - 1
  }

  func number(of name: String) -> Int? { numbers[name] }

  subscript(number: Int) -> Anchor {
    get { anchors[number] }
    set { anchors[number] = newValue }
  }
}
