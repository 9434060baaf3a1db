"""Compiles generated Swift in three forms, taking turns, and prints times and ratios.

usage: measure.py GENERATED MODULES RUNS [OPTIMISATION...]

  all           what `tandem generate` writes: types, mappings, schemas, layouts (which the codecs walk), declarations
  types         the same without schemas, layouts and declarations
  synthesised   the same types and mappings, every struct with synthesised Codable and Equatable
  entities      the same, where only the entities have them, not the shared views
"""

import glob
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

# Synthesis needs members that conform.
CODABLE = """
import TandemValues
%s
""" % "\n".join(
    f"""
extension {name}: @retroactive Codable {{
  public init(from decoder: any Decoder) throws {{
    guard let value = Self(try decoder.singleValueContainer().decode(String.self)) else {{
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: ""))
    }}
    self = value
  }}
  public func encode(to encoder: any Encoder) throws {{
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }}
}}
""" for name in ("DecimalNumber", "CalendarDate", "Timestamp"))


TABLE = re.compile(
    r"\s*(public static let (schema|layout|declaration|dataflow) = |@_optimize\(none\) private static func make)")


def without_tables(text):
    """Leaves out the static tables: from their line to the line that closes them at the same margin."""
    lines, margin = [], None
    for line in text.split("\n"):
        if margin is None and TABLE.match(line):
            if not line.endswith(")"):
                margin = line[: len(line) - len(line.lstrip())]
            continue
        if margin is not None:
            if line in (margin + ")", margin + "}"):
                margin = None
            continue
        lines.append(line)
    return "\n".join(lines).replace(": MappedFlow {", " {")


def forms(directory):
    sources = {}
    for path in sorted(glob.glob(directory + "/*.swift")):
        if not path.endswith("/Dataflows.swift"):
            sources[os.path.basename(path)] = open(path).read()

    def conforming(entity, shared):
        return {
            name: without_tables(text).replace(": StoredEntity {", entity).replace(": TypedSharedView {", shared)
            for name, text in sources.items()
        }

    plain, both = ": Sendable {", ": Codable, Equatable, Sendable {"
    return {
        "all": sources,
        "types": conforming(plain, plain),
        "synthesised": {**conforming(both, both), "Codable.swift": CODABLE},
        "entities": {**conforming(both, plain), "Codable.swift": CODABLE},
    }


def compile_once(directory, modules, optimisation):
    arguments = [
        "swiftc", optimisation, "-wmo", "-c", "-parse-as-library", "-swift-version", "6", "-module-name", "Measured",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
        "-I", modules, "-o", directory + "/out.o"] + sorted(glob.glob(directory + "/*.swift"))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(arguments, check=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return processor, time.monotonic() - start


def main():
    generated, modules, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for optimisation in sys.argv[4:] or ["-Onone", "-O"]:
        with tempfile.TemporaryDirectory() as scratch:
            variants = forms(generated)
            for name, files in variants.items():
                os.makedirs(f"{scratch}/{name}")
                for file, text in files.items():
                    with open(f"{scratch}/{name}/{file}", "w") as output:
                        output.write(text)
            costs = {name: [] for name in variants}
            for _ in range(runs):
                for name in variants:
                    costs[name].append(compile_once(f"{scratch}/{name}", modules, optimisation))
        print(f"{optimisation}: processor seconds (least, median, greatest), least wall seconds")
        for name, list_ in costs.items():
            processor = sorted(cost[0] for cost in list_)
            wall = min(cost[1] for cost in list_)
            print(
                f"  {name:12} {processor[0]:8.2f} {processor[len(processor) // 2]:8.2f} {processor[-1]:8.2f}"
                f" {wall:8.2f}")
        least = {name: min(cost[0] for cost in list_) for name, list_ in costs.items()}
        for left, right, goal in (
            ("types", "synthesised", "at most 0.33"), ("all", "synthesised", "at most 0.60"),
            ("types", "entities", ""), ("all", "entities", "")):
            print(f"  {left} / {right}: {least[left] / least[right]:.2f}" + (f" (goal: {goal})" if goal else ""))


main()
