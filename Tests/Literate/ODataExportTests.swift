import TandemCompiler
import TandemSyntax
import Testing

@Suite("Exports in XML")
struct ODataExportTests {
  private static let description = """
    system: Shed
    changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Tool:
        properties:
          id: {type: integer, key: true, readOnly: true}
          label: {type: string, max: 40}
          version: {type: integer, readOnly: true}

    """

  /// What is said of the description and an export in XML.
  private func verify(_ export: [UInt8]) -> [Diagnostic] {
    let description = SourceFile(path: "systems/shed.yaml", text: Self.description)
    return SchemaVerification.verify(
      Compiler.check(documents: [], systems: [description]), descriptions: [description],
      exports: [SourceFile(path: "metadata.xml", bytes: export)]
    ).diagnostics
  }

  private func tool(_ label: String, around schema: (String) -> String = { $0 }) -> [UInt8] {
    Array(
      schema(
        "<Schema Namespace=\"S\"><EntityType Name=\"Tool\"><Key><PropertyRef Name=\"id\"/></Key>"
          + "<Property Name=\"id\" Type=\"Edm.Int32\" Nullable=\"false\"/>\(label)"
          + "<Property Name=\"version\" Type=\"Edm.Int64\"/></EntityType></Schema>"
      ).utf8)
  }

  @Test(arguments: [
    "<Property Name=\"label\" Type=\"Edm.String\" MaxLength=\"40\"/>",
    "<Property Name='label' Type='Edm.String' MaxLength='4&#48;' />",
    "<!-- <Property Name=\"label\" --><Property\n Name=\"l&#x61;bel\"\n Type=\"Edm.String\"></Property >",
    "<![CDATA[ <Property> & ]]><e:Property xmlns:e=\"u:e\" Name=\"label\" Type=\"Edm.String\" MaxLength=\"Max\"/>",
    "<?hint <Property ?><Property Name=\"label\" Type=\"Edm.String\" Unknown=\"&lt;&amp;&gt;&quot;&apos;\"/>",
  ]) func theSameSchemaInOtherWordsOfXMLSaysTheSame(label: String) {
    #expect(verify(tool(label)).map(\.message) == [])
    #expect(
      verify(
        tool(label) {
          "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE a [<!ENTITY b \">\">]>\n\($0)\n<!-- end -->"
        }
      ).map(\.message) == [])
  }

  @Test(arguments: [
    ("<Property Name=\"label\" Type=\"Edm.String\" MaxLength=\"30\"/>", "takes less"),
    ("<Property Name=\"label\" Type=\"Edm.Boolean\"/>", "is boolean now"),
    ("<Property Name=\"Label\" Type=\"Edm.String\" MaxLength=\"40\"/>", "label"),
    ("<Property Name=\"label\" Type=\"Edm.String\" p:creatable=\"false\" p:updatable=\"false\"/>", "can only be read"),
    ("<Property Name=\"label\" Type=\"Edm.String\" p:creatable=\"true\" p:updatable=\"false\"/>", "given at creation"),
    ("<Property Name=\"label\" Type=\"Edm.String\" Nullable=\"false\"/>", "cannot be created without `label`"),
  ]) func whatDiffersIsTold(label: String, expected: String) {
    let messages = verify(tool(label)).map(\.message)
    #expect(messages.contains { $0.contains(expected) }, "\(messages)")
  }

  @Test(arguments: [
    ("<a", "the tag is never closed"), ("<a b>", "`=` is expected"), ("<a b=c>", "a value in quotation marks"),
    ("<a b='x>", "never closed"), ("<a></b>", "`</b>` stands where `<a>` of line 1"), ("</a>", "closes nothing"),
    ("<a/><b/>", "a second element"), ("<a/>text", "something follows"), ("<a>&nbsp;</a>", "`&` begins an entity"),
    ("<a b='1' b='2'/>", "stands twice"), ("<!-- a", "the comment is never closed"), ("<![CDATA[x]]>", "outside"),
    ("<!DOCTYPE a [", "the document type is never closed"), ("<a b='<'/>", "write `&lt;`"),
    ("<a b='1'c='2'/>", "a blank"),
    ("<1/>", "the name of an element is expected"), ("<a>&#0;</a>", "`&` begins"), ("<a>&#xD800;</a>", "`&` begins"),
    ("<!-- only -->", "the file holds no element"), ("<?xml version='1.0' encoding='latin1'?><a>é</a>", "UTF-8"),
    ("<a/", "`>` is expected"), (String(repeating: "<a>", count: 300), "nested more than 200"),
  ]) func whatIsNoXMLIsToldAtItsPlace(text: String, expected: String) {
    let found = verify(Array(text.utf8))
    #expect(found.map(\.rule.code) == ["T0901"], "\(found.map(\.message))")
    #expect(found.first?.message.contains(expected) == true, "\(found.map(\.message))")
  }

  @Test func utf16IsTold() {
    #expect(verify([0xFF, 0xFE, 0x3C, 0x00]).first?.message.contains("UTF-16") == true)
  }

  /// Every export of the chapters, cut anywhere and with any byte replaced, gives diagnostics and nothing worse.
  @Test func noBytesStopTheReader() throws {
    for example in try Chapter(named: "verification").examples {
      for block in example.inputs where block.fileName?.hasSuffix(".xml") == true {
        let bytes = Array(block.lines.joined(separator: "\n").utf8)
        for place in stride(from: 0, to: bytes.count, by: 97) {
          _ = verify(Array(bytes[..<place]))
          for byte in [UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "&"), 0, 0xFF] {
            var changed = bytes
            changed[place] = byte
            _ = verify(changed)
          }
        }
      }
    }
    // Types that inherit from each other, or are defined by each other.
    let circle = """
      <Schema Namespace="S" Alias="T"><EntityType Name="Tool" BaseType="T.Other"><Property Name="id" Type="S.A"/></EntityType>
      <EntityType Name="Other" BaseType="S.Tool"/><TypeDefinition Name="A" UnderlyingType="S.B"/>
      <TypeDefinition Name="B" UnderlyingType="S.A"/><ComplexType Name="C"><Property Name="c" Type="S.C"/></ComplexType>
      <EntityType Name="Third"><Property Name="c" Type="Collection(S.C)"/></EntityType></Schema>
      """
    #expect(!verify(Array(circle.utf8)).isEmpty)
  }
}
