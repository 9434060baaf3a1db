/// A number for the bytes of a file, by which a changed file is told from an unchanged one without keeping a copy.
///
/// 64 bits in the manner of wyhash: two words a step, folded by one wide multiplication. Files are compared with their own
/// earlier contents, nobody gains by making two of them equal, and so speed counts, also in a debug build.
struct ContentHash: Hashable, Sendable {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes(ContentHash.init) }

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { ContentHash(UnsafeRawBufferPointer($0)) }
  }

  init(_ buffer: UnsafeRawBufferPointer) {
    var state = Self.seed ^ UInt64(buffer.count)
    let last = buffer.count & ~15
    var offset = 0
    while offset < last {
      let first = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let second = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      state = Self.fold(first ^ Self.factor, second ^ state)
      offset += 16
    }
    var (first, second) = (UInt64(0), UInt64(0))
    for (place, byte) in buffer[last...].enumerated() {
      if place < 8 { first |= UInt64(byte) << (8 * place) } else { second |= UInt64(byte) << (8 * (place - 8)) }
    }
    bits = Self.fold(Self.fold(first ^ Self.factor, second ^ state), Self.seed)
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  // Any odd numbers with as many ones as zeros would do: these are the fractions of two irrational numbers.
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xB504_F333_F9DE_6485
}
