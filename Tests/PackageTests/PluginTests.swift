import Foundation
import TestSupport
import Testing

extension PackageTests {
  @Suite("The build plugin, in a package of its own")
  struct PluginTests {
    private static let document = "Specs/dataflows/webshop-to-bookkeeping.rst"

    @Test("builds its tool from the compiler and swift-argument-parser alone")
    func lightTool() throws {
      let package = try ConsumerPackage()
      try package.build()
      let list = try String(contentsOf: package.built("tandem-tool.product/Objects.LinkFileList"), encoding: .utf8)
      let modules = Set(
        list.split(separator: "\n").compactMap { path in
          path.split(separator: "/").first { $0.hasSuffix("-tool.build") }.map(String.init)
        })
      #expect(
        modules == [
          "ArgumentParser-tool.build", "ArgumentParserToolInfo-tool.build", "TandemCompiler-tool.build",
          "TandemEmit-tool.build", "TandemSemantics-tool.build", "TandemSyntax-tool.build", "TandemValues-tool.build",
          "tandem-tool.build",
        ])
    }

    @Test("rebuilds what an edit changes and nothing else")
    func edit() throws {
      let package = try ConsumerPackage()
      try package.build()
      let before = try package.times()
      #expect(
        Set(before.keys) == [
          "BookkeepingSystem.swift", "Dataflows.swift", "WebshopSystem.swift", "WebshopToBookkeepingDataflow.swift",
          "BookkeepingSystem.swift.o", "Dataflows.swift.o", "WebshopSystem.swift.o",
          "WebshopToBookkeepingDataflow.swift.o", "Extensions.swift.o",
        ])
      try package.build()
      #expect(try package.times() == before, "nothing has changed, so nothing is written")

      try package.edit(
        Self.document, "If both sides have changed, Webshop wins.",
        with: "If both sides have changed, Bookkeeping wins.")
      try package.build()
      let after = try package.times()
      let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
      #expect(changed == ["WebshopToBookkeepingDataflow.swift", "WebshopToBookkeepingDataflow.swift.o"])
    }

    @Test("fails the build at the line of a fault, and goes on when it is mended")
    func fault() throws {
      let package = try ConsumerPackage()
      try package.build()
      let before = try package.times()
      let good = try package.text(Self.document)
      let bad = good.replacing(
        "   * - orderNumber\n     - reference\n     - \"string\"",
        with: "   * - orderNumbr\n     - reference\n     - \"string\"")
      try package.write(Self.document, bad)
      let line = try #require(bad.components(separatedBy: "\n").firstIndex { $0.contains("orderNumbr") }) + 1
      let outcome = try package.run("swift build --target Generated")
      #expect(outcome.status != 0)
      let place = "\(package.path)/\(Self.document):\(line):8: error: "
      #expect(
        outcome.output.contains("\n" + place + "`orderNumbr` is no property of Webshop Order [T1005]\n"),
        "\(outcome.output)")
      #expect(try package.times() == before, "what stood there before still stands")
      try package.write(Self.document, good)
      try package.build()
      #expect(try package.times() == before)
    }

    @Test("notices documents that come and go")
    func comeAndGo() throws {
      let package = try ConsumerPackage()
      try package.build()
      let other = try package.text(Self.document).replacing(
        "Webshop to Bookkeeping Dataflow", with: "Webshop to Bookkeeping Dataflow")
      let parts = other.components(separatedBy: "Webshop Order to Bookkeeping Invoice\n")
      let name = "Specs/dataflows/customers-only.rst"
      // The section on customers goes into a document of its own.
      let section = try #require(parts.first?.components(separatedBy: "Webshop Customer to Bookkeeping Debtor\n").last)
      let head = try #require(parts.first?.components(separatedBy: "Webshop Customer to Bookkeeping Debtor\n").first)
      try package.write(name, head + "Webshop Customer to Bookkeeping Debtor\n" + section)
      let rest =
        "Webshop Order to Bookkeeping Invoice\n"
        + parts.dropFirst().joined(separator: "Webshop Order to Bookkeeping Invoice\n")
      try package.write(Self.document, head + rest)
      try package.build()
      #expect(try package.times()["CustomersOnlyDataflow.swift"] != nil)
      #expect(
        try String(contentsOfFile: package.generated + "/Dataflows.swift", encoding: .utf8).contains(
          "CustomersOnlyDataflow.dataflow"))

      try FileManager.default.removeItem(atPath: "\(package.path)/\(name)")
      try package.write(Self.document, other)
      try package.build()
      #expect(!FileManager.default.fileExists(atPath: package.generated + "/CustomersOnlyDataflow.swift"))
    }

    @Test("takes documents from Specs for a target elsewhere, with descriptions that nothing uses")
    func otherDirectory() throws {
      let package = try ConsumerPackage()
      try package.edit("Package.swift", ", path: \"Specs\"", with: "")
      try FileManager.default.createDirectory(
        atPath: package.path + "/Sources/Generated", withIntermediateDirectories: true)
      try package.write("Sources/Generated/Extensions.swift", "// Nothing yet.\n")
      try FileManager.default.removeItem(atPath: package.path + "/Specs/Extensions.swift")
      let other = try package.text("Specs/systems/webshop.yaml").replacing("system: Webshop", with: "system: Warehouse")
      try package.write("Specs/systems/warehouse.yaml", other)
      try package.build()
      #expect(try package.times()["WarehouseSystem.swift.o"] != nil)
      #expect(try package.times()["WebshopToBookkeepingDataflow.swift"] != nil)
    }

    @Test("says which two documents would give one file")
    func clash() throws {
      let package = try ConsumerPackage()
      try FileManager.default.createDirectory(
        atPath: package.path + "/Specs/archive", withIntermediateDirectories: true)
      try package.write("Specs/archive/webshop-to-bookkeeping.rst", try package.text(Self.document))
      let outcome = try package.run("swift build --target Generated")
      #expect(outcome.status != 0)
      #expect(outcome.output.contains("error: "), "\(outcome.output)")
      #expect(outcome.output.contains("[T4020]"), "\(outcome.output)")
    }
  }
}
