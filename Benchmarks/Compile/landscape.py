"""Writes flows of twenty properties, twenty flows a document, each between two entities of its own.

usage: landscape.py DIRECTORY FLOWS
"""

import os
import sys

# Words of the property, type, greatest length, what its row says.
CONCEPTS = [
    ("number", "string", 20, "unique"), ("name", "string", 80, ""), ("city", "string", 60, ""),
    ("status", "enum", 0, "values: Status"), ("description", "string", 2000, ""), ("email", "string", 120, ""),
    ("phone", "string", 40, ""), ("street", "string", 100, ""), ("postal code", "string", 12, ""),
    ("country code", "string", 3, ""), ("currency", "string", 3, "default: EUR"), ("amount", "decimal", 0, ""),
    ("discount", "decimal", 0, ""), ("quantity", "integer", 0, ""), ("is active", "boolean", 0, ""),
    ("ordered on", "date", 0, ""), ("delivered at", "datetime", 0, ""), ("remarks", "string", 4000, ""),
    ("external reference", "string", 40, ""), ("weight", "decimal", 0, "as text"),
]
PER_DOCUMENT = 20


def spelled(words, side):
    return side + "".join(word.capitalize() for word in words.split())


def description(side, number, flows):
    prefix = side.lower()
    text = (
        f"system: {side}{number}\nabout: A system of the benchmark.\nprotocol: sql\nmodified: modifiedAt\n"
        "changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}\nentities:\n")
    for flow in range(flows):
        text += f"  Entity{flow}:\n    title: {spelled('name', prefix)}\n    properties:\n"
        text += "      id: {type: string, max: 20, key: true, readOnly: true}\n"
        for words, kind, maximum, row in CONCEPTS:
            if kind == "string":
                type_ = f"type: string, max: {maximum}"
            elif kind == "enum":
                type_ = f"type: enum, values: [{prefix} open, {prefix} active, {prefix} closed]"
            elif kind == "decimal":
                is_text = row == "as text" and side == "Right"
                type_ = "type: string, max: 20" if is_text else "type: decimal, precision: 12, scale: 2"
            else:
                type_ = f"type: {kind}"
            unique = ", unique: true" if row == "unique" else ""
            text += f"      {spelled(words, prefix)}: {{{type_}{unique}, label: {words}}}\n"
        text += "      modifiedAt: {type: datetime, readOnly: true}\n      rowVersion: {type: integer, readOnly: true}\n"
    return text


def document(number, flows):
    text = (
        f'dataflow: Left{number} to Right{number}\ngenerated: "2026-11-20 09:00:00"\nintroduction: Rows.\nvalues:\n'
        "  Status: {left open: right open, left active: right active, left closed: right closed, otherwise: error}\n"
        "flows:\n")
    for flow in range(flows):
        text += f"- flow: Left{number} Entity{flow} to Right{number} Entity{flow}\n  create: always\n"
        text += "  match:\n  - {leftNumber: rightNumber}\n  conflict: newest\n  properties:\n"
        for words, _, _, row in CONCEPTS:
            rule = f", {row}" if ":" in row else ""
            text += f"  - {{source: {spelled(words, 'left')}, target: {spelled(words, 'right')}{rule}}}\n"
    return text


def main():
    directory, flows = sys.argv[1], int(sys.argv[2])
    for folder in ("systems", "dataflows"):
        os.makedirs(f"{directory}/{folder}", exist_ok=True)
    for number in range((flows + PER_DOCUMENT - 1) // PER_DOCUMENT):
        count = min(PER_DOCUMENT, flows - number * PER_DOCUMENT)
        for side in ("Left", "Right"):
            with open(f"{directory}/systems/{side.lower()}{number}.yaml", "w") as file:
                file.write(description(side, number, count))
        with open(f"{directory}/dataflows/left{number}-to-right{number}.yaml", "w") as file:
            file.write(document(number, count))


main()
