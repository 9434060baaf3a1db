import Foundation
import TestSupport
import Testing

@Suite("tandem convert")
struct ConvertTests {
  private let directory = Program.package + "/Specs/dataflows"

  @Test("takes every document of the project to the other notation and back")
  func thereAndBack() throws {
    let folder = try TemporaryDirectory()
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    #expect(names.count == 5)
    for name in names {
      let isRST = name.hasSuffix(".rst")
      let path = "\(directory)/\(name)"
      let other = folder.path + "/" + name + (isRST ? ".yaml" : ".rst")
      let first = try Program.tandem("convert", path, "--to", isRST ? "yaml" : "rst", "--output", other)
      #expect(first.status == 0 && first.output.isEmpty && first.errors.isEmpty, "\(first.errors)")
      let second = try Program.tandem("convert", other, "--to", isRST ? "rst" : "yaml")
      #expect(second.status == 0 && second.errors.isEmpty, "\(second.errors)")
      #expect(second.output == (try String(contentsOfFile: path, encoding: .utf8)), "\(name)")
    }
  }

  @Test("a converted document is checked as the document itself")
  func converted() throws {
    let folder = try TemporaryDirectory()
    let other = folder.path + "/flow.rst"
    let path = directory + "/customcrm-to-exactonline.yaml"
    #expect(try Program.tandem("convert", path, "--to", "rst", "--output", other).status == 0)
    let outcome = try Program.tandem("check", other, "--systems", "Specs/systems")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("comments are kept, also those at odd places and those that look like others")
  func comments() throws {
    let folder = try TemporaryDirectory()
    let yaml = try folder.write("flow.yaml", "# a remark\ndataflow: A to B\nflows: []  # another\n")
    let outcome = try Program.tandem("convert", yaml, "--to", "rst", "--output", folder.path + "/flow.rst")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let rst = try String(contentsOfFile: folder.path + "/flow.rst", encoding: .utf8)
    #expect(rst.hasPrefix(".. a remark\n\n===") && rst.hasSuffix("\n.. another\n"), "\(rst)")
    let odd = try folder.write("odd.rst", rst.replacing(".. another", with: ".. # above: x"))
    #expect(try Program.tandem("convert", odd, "--to", "yaml").errors.isEmpty)
    let label = try folder.write("label.rst", rst.replacing(".. another", with: "..\n\n.. above: nothing"))
    let there = try Program.tandem("convert", label, "--to", "yaml")
    #expect(there.status == 0 && there.errors.isEmpty, "\(there.errors)")
    let back = try Program.tandem("convert", try folder.write("label.yaml", there.output), "--to", "rst")
    #expect(back.output == (try String(contentsOfFile: label, encoding: .utf8)))
    let empty = try folder.write("empty.yaml", "dataflow: A to B\nvalues: {}\n  # no map\nflows: []\n")
    let second = try Program.tandem("convert", empty, "--to", "rst")
    #expect(second.status == 0 && second.output.contains(".. no map"), "\(second.output)")
  }

  @Test("a document with errors is not converted, nor is the document overwritten")
  func refusals() throws {
    let folder = try TemporaryDirectory()
    let broken = try folder.write("flow.yaml", "dataflow: A to B\nflowz: []\n")
    let outcome = try Program.tandem("convert", broken, "--to", "rst", "--output", folder.path + "/flow.rst")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("flowz") && outcome.errors.contains("was not converted"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/flow.rst"))
    let text = "dataflow: A to B\nflows: []\n"
    let path = try folder.write("own.yaml", text)
    let same = try Program.tandem(
      "convert", path, "--to", "rst", "--output",
      folder.path + "/../" + URL(filePath: folder.path).lastPathComponent + "/own.yaml")
    #expect(same.status == 1 && same.errors.contains("is not overwritten"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try Program.tandem("convert", folder.path, "--to", "rst").status == 1)
    #expect(try Program.tandem("convert", path, "--to", "rst", "--output", folder.path).status == 1)
    #expect(try Program.tandem("convert", path).status == 2)
  }
}
