import TandemRuntime
import TandemValues
import Testing

/// Records of generated structs in JSON.
@Suite("JSON records")
struct JSONRecordsTests {
  private let codec = JSONRecords<StoredCustomer>()

  private func read(_ text: String) throws(JSONFault) -> [StoredCustomer] { try codec.read(Array(text.utf8)) }

  private func fault(_ text: String, _ codec: JSONRecords<StoredCustomer>? = nil) -> JSONFault? {
    fault(Array(text.utf8), codec)
  }

  private func fault(_ bytes: [UInt8], _ codec: JSONRecords<StoredCustomer>? = nil) -> JSONFault? {
    do throws(JSONFault) {
      _ = try (codec ?? self.codec).read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("a record comes back from what was written, to the last digit")
  func roundTrip() throws {
    let records = [StoredCustomer.full, StoredCustomer()]
    let bytes = codec.writeLines(records)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("}\n{}\n"))
    #expect(text.contains(#""credit":12345678901234567890.123456789"#))
    #expect(text.contains(#""name":"Zoë \"Z\" O'Hara\n""#))
    #expect(try codec.read(bytes).map(\.values) == records.map(\.values))
    #expect(codec.write(StoredCustomer.full) + [0x0A] + Array("{}\n".utf8) == bytes)
  }

  @Test(
    "arrays, lines and single objects hold records, in any order of properties",
    arguments: [
      #"[{"name":"Ada","visits":1},{"visits":2,"name":"Bob"}]"#,
      "{\"name\":\"Ada\",\"visits\":1}\n{\"visits\":2,\"name\":\"Bob\"}\r\n",
      "\u{FEFF} [ { \"name\" : \"Ada\" , \"visits\" : 1.0 } , { \"visits\" : 2e0 , \"n\\u0061me\" : \"Bob\" } ] ",
    ])
  func shapes(text: String) throws {
    let records = try read(text)
    #expect(records.map(\.name) == ["Ada", "Bob"])
    #expect(records.map(\.visits) == [1, 2])
  }

  @Test("what the struct does not have is passed over, and null is no value")
  func unknown() throws {
    let records = try read(
      #"{"other":[{"a":[1,"]"]},{},[],-1.5e3,true,false,null],"name":null,"visits":3,"x":{"y":"}"}}"#)
    #expect(records.count == 1)
    #expect(records[0].name == nil && records[0].visits == 3)
    #expect(try read("").isEmpty && read("[]").isEmpty)
  }

  @Test("numbers are exact, also in strings")
  func numbers() throws {
    let record = try #require(
      try read(#"{"visits":"-9223372036854775808","credit":"0.10","rating":1e-7}"#).first)
    #expect(record.visits == .min)
    #expect(record.credit == DecimalNumber("0.1"))
    #expect(record.rating == 1e-7)
    #expect(try read(#"{"visits":9223372036854775807}"#).first?.visits == .max)
    #expect(fault(#"{"visits":9223372036854775808}"#)?.reason == "the value is no whole number of 64 bits")
    #expect(fault(#"{"visits":1.5}"#)?.property == "visits")
    #expect(fault(#"{"rating":1e999}"#)?.reason == "the value is no floating-point number")
  }

  @Test("escapes and pairs of surrogates become characters")
  func escapes() throws {
    let text = #"{"name":"\u00e9\uD83D\uDE00\/\b\f\n\r\t\"\\"}"#
    #expect(try read(text).first?.name == "é😀/\u{8}\u{C}\n\r\t\"\\")
    for half in [#"\uD83D"#, #"\uDE00"#, #"\uD83Dx"#, #"\uD83D\n"#, #"\uD83D\u0041"#] {
      #expect(
        fault(#"{"name":"a\#(half)"}"#)
          == JSONFault(offset: 10, property: "name", reason: "half of a surrogate pair stands alone"))
    }
    #expect(fault(#"{"name":"\x"}"#)?.offset == 9)
    #expect(fault(#"{"name":"\u12g4"}"#)?.reason == "an escape holds something else than four hexadecimal digits")
  }

  @Test("bytes that are no UTF-8 are a fault at the first of them, in names and in what is passed over too")
  func invalidUTF8() {
    #expect(fault(Array(#"{"name":"Zoé"#.utf8) + [0xFF] + Array(#""}"#.utf8))?.offset == 13)
    #expect(fault(Array(#"{"name":"Zo"#.utf8) + [0xC3] + Array(#""}"#.utf8))?.offset == 11)
    #expect(fault(Array(#"{"other":["#.utf8) + [0x22, 0xED, 0xA0, 0x80, 0x22] + Array("]}".utf8))?.offset == 11)
    #expect(fault([0x7B, 0x22, 0xFE, 0x22] + Array(":1}".utf8))?.reason == "a string holds bytes that are no UTF-8")
  }

  @Test("a property that stands twice is a fault, and one that the struct does not have is not")
  func duplicates() {
    #expect(
      fault(#"{"name":"Ada","name":"Bob"}"#)
        == JSONFault(offset: 14, property: "name", reason: "the property stands twice"))
    #expect(fault(#"{"other":1,"other":2}"#) == nil)
    #expect(fault(#"{"address":{"street":"A","street":"B"}}"#)?.property == "address.street")
  }

  @Test("what stands too deep is a fault, and no depth ends the process")
  func depth() {
    let shallow = JSONRecords<StoredCustomer>(maximumDepth: 3)
    #expect(fault(#"[{"address":{"street":"A"}},{"x":[]}]"#, shallow) == nil)
    #expect(fault(#"[{"x":[[]]}]"#, shallow)?.reason == "arrays and objects stand too deep inside each other")
    #expect(fault(#"{"x":"# + String(repeating: "[", count: 1_000_000))?.offset == 68)
  }

  @Test(
    "a fault names its byte and its property",
    arguments: [
      (#"{"name":5}"#, 8, "name", "the value is no text"),
      (#"{"is active":"yes"}"#, 13, "is active", "the value is neither true nor false"),
      (#"{"since":"2023-02-29"}"#, 9, "since", "the value is no date such as 2024-09-11"),
      (#"{"picture":"?"}"#, 11, "picture", "the value is no binary data in base 64"),
      (#"{"phones":[{"number":"1"},{"number":2}]}"#, 36, "phones.number", "the value is no text"),
      (#"{"tags":"red"}"#, 8, "tags", "the value is no list"),
      (#"{"visits":01}"#, 10, "visits", "a number begins with a zero"),
      (#"{"visits":-}"#, 10, "visits", "a digit of a number is missing"),
      (#"{"name":"Ada""#, 13, "", "the text ends inside an array or object"),
      (#"{"name":"Ada"#, 8, "name", "a string does not end"),
      (#"{"name" "Ada"}"#, 8, "", "a colon behind the name of a property is missing"),
      (#"{"name":"Ada",}"#, 14, "", "the name of a property is missing"),
      (#"{"x":tru}"#, 5, "", "a value is none that JSON knows"),
      (#"{"x":tru"#, 5, "", "the text ends inside a value"),
      (#"[{}] []"#, 5, "", "something stands behind the end of the array"),
      (#"[{},"#, 4, "", "the value is no object"),
      (#"7"#, 0, "", "the value is no object"),
    ])
  func faults(text: String, offset: Int, property: String, reason: String) {
    #expect(fault(text) == JSONFault(offset: offset, property: property, reason: reason))
  }

  @Test("every beginning of a text, and every changed byte, gives records or a fault")
  func mutants() {
    let bytes = codec.writeLines([StoredCustomer.full])
    for count in bytes.indices { _ = fault(Array(bytes.prefix(count))) }
    for place in bytes.indices {
      for byte: UInt8 in [0x00, 0x22, 0x2C, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xFF] {
        var mutant = bytes
        mutant[place] = byte
        _ = fault(mutant)
      }
    }
  }
}
