"""How good the suggestions of `tandem suggest` are, against rows that people wrote.

    python3 score.py TANDEM SYSTEMS DOCUMENT... [--list]

Each document is given to the program without the entries of its tables, its value maps and its parameters, and what
comes back is compared. Benchmarks/HoldOut/README.md says how a row counts. `--list` names what is missing and what is
wrong; it is for the project's own documents, and refuses the hold-out, on which nothing may be tuned.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import yaml


def comment_parts(text):
    """The parts of a comment that the score reads: word, and the names or pairs behind it."""
    for part in text.split(";"):
        word, colon, names = part.strip().partition(":")
        if colon and word in ("also", "also from", "tolerated"):
            yield word, [name.strip() for name in names.split(",")]


def comment_of(line):
    """What stands behind ` #` outside quotation marks."""
    quote = None
    for place, sign in enumerate(line):
        if quote:
            quote = None if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign == "#" and (place == 0 or line[place - 1] in " \t"):
            return line[place + 1:].strip()
    return None


def comments_at(lines, first, last):
    """The parts of comments on the lines of a node, and directly above it."""
    place = first - 1
    while place >= 0 and lines[place].lstrip().startswith("#"):
        place -= 1
    for number in range(place + 1, last + 1):
        comment = comment_of(lines[number]) if number < len(lines) else None
        if comment:
            yield from comment_parts(comment)


def value(node, key):
    return next((entry for name, entry in node.value if name.value == key), None)


def expectations(text):
    """The flows of a document with the rows that are expected of them."""
    lines = text.split("\n")
    flows = []
    for flow in value(yaml.compose(text), "flows").value:
        expected = {"title": value(flow, "flow").value, "rows": [], "match": [], "tolerated": set()}
        first = flow.start_mark.line
        for word, names in comments_at(lines, first, first):
            if word == "tolerated":
                expected["tolerated"] |= {tuple(part.strip() for part in name.split(" to ")) for name in names}
        rows = value(flow, "properties")
        for row in rows.value if rows is not None and isinstance(rows, yaml.SequenceNode) else []:
            source, target = value(row, "source"), value(row, "target")
            if source is None:
                continue
            also = {"also": [], "also from": []}
            for word, names in comments_at(lines, row.start_mark.line, row.end_mark.line):
                if word in also:
                    also[word] += names
            known = yaml.safe_load(yaml.serialize(row))
            expected["rows"].append({
                "source": source.value, "target": target.value, "sources": [source.value] + also["also from"],
                "targets": [target.value] + also["also"], "reference": known.get("reference"),
                "lookup": known.get("lookup"),
                "conditions": {(entry["path"], str(entry["value"]))
                               for key in ("source dependencies", "target dependencies")
                               for entry in known.get(key) or []},
            })
        match = value(flow, "match")
        for alternative in yaml.safe_load(yaml.serialize(match)) if match is not None else []:
            pairs = (alternative.items() if isinstance(alternative, dict)
                     else [(pair["source"], pair["target"]) for pair in alternative])
            expected["match"].append(frozenset((str(left), str(right)) for left, right in pairs))
        flows.append(expected)
    return flows


def emptied(text):
    """The document without what is to be suggested."""
    document = yaml.safe_load(text)
    document.pop("values", None)
    document.pop("parameters", None)
    for flow in document["flows"]:
        flow["properties"] = []
        if flow.get("match"):
            flow["match"] = []
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=10_000)


class Figures:
    def __init__(self):
        self.expected = self.found = self.wrong = 0
        self.own = self.translated = self.translations = self.conditioned = self.conditions = 0
        self.alternatives = self.alternatives_found = self.alternatives_wrong = 0

    def add(self, other):
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)


def ratio(part, whole):
    return f"{100 * part / whole:5.1f} %" if whole else "    -  "


def score_flow(expected, suggested, figures, say):
    title = expected["title"]
    rows = expected["rows"]
    found = {}
    rest = []
    for row in suggested["rows"]:
        if row["source"] is None:
            continue
        match = next((place for place, wanted in enumerate(rows) if place not in found
                      and (wanted["source"], wanted["target"]) == (row["source"], row["target"])), None)
        if match is None:
            rest.append(row)
            continue
        found[match] = row
        wanted = rows[match]
        figures.own += 1
        if wanted["reference"] or wanted["lookup"]:
            figures.translations += 1
            figures.translated += (row.get("reference"), row.get("lookup")) == (wanted["reference"], wanted["lookup"])
        if wanted["conditions"]:
            figures.conditions += 1
            given = {(entry["path"], entry["value"]) for entry in row["sourceConditions"] + row["targetConditions"]}
            figures.conditioned += given == wanted["conditions"]
    for row in rest:
        pair = (row["source"], row["target"])
        fitting = [place for place, wanted in enumerate(rows)
                   if pair[0] in wanted["sources"] and pair[1] in wanted["targets"]]
        match = next((place for place in fitting if place not in found), None)
        if match is not None:
            found[match] = row
        elif not fitting and pair not in expected["tolerated"]:
            figures.wrong += 1
            say(f"wrong    {row['confidence']:3} %  {title}: {pair[0]} -> {pair[1]}: {'; '.join(row['reasons'])}")
    for place, wanted in enumerate(rows):
        if place not in found:
            say(f"missing         {title}: {wanted['source']} -> {wanted['target']}")
    figures.expected += len(rows)
    figures.found += len(found)
    alternatives = {frozenset((pair["source"], pair["target"]) for pair in alternative["pairs"])
                    for alternative in suggested["match"]}
    figures.alternatives += len(expected["match"])
    figures.alternatives_found += len(alternatives & set(expected["match"]))
    figures.alternatives_wrong += len(alternatives - set(expected["match"]))
    for alternative in alternatives - set(expected["match"]):
        say(f"wrong    match  {title}: {sorted(alternative)}")
    for alternative in set(expected["match"]) - alternatives:
        say(f"missing  match  {title}: {sorted(alternative)}")


def line(name, figures):
    print(f"{name:<34} {figures.expected:5}  {ratio(figures.found, figures.expected)} "
          f" {ratio(figures.found, figures.found + figures.wrong)}   "
          f"{figures.translated:3} / {figures.translations:<3} {figures.conditioned:3} / {figures.conditions:<3} "
          f" {ratio(figures.alternatives_found, figures.alternatives)} "
          f" {ratio(figures.alternatives_found, figures.alternatives_found + figures.alternatives_wrong)}")


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    lists = len(arguments) < len(sys.argv) - 1
    tandem, systems, *paths = arguments
    if lists and any("HoldOut" in str(pathlib.Path(path).resolve()) for path in paths):
        sys.exit("score.py: the rows of the hold-out are not listed, so that nobody tunes on them")
    print(f"{'':<34}  rows   recall  precision  references  elements  match: recall, precision")
    total = Figures()
    with tempfile.TemporaryDirectory() as directory:
        texts = {}
        for path in paths:
            text = pathlib.Path(path).read_text()
            if path.endswith(".rst"):
                text = subprocess.run([tandem, "convert", path, "--to", "yaml"], check=True, capture_output=True,
                                      text=True).stdout
            copy = pathlib.Path(directory) / (pathlib.Path(path).stem + ".yaml")
            copy.write_text(emptied(text))
            texts[str(copy)] = text
        output = subprocess.run(
            [tandem, "suggest", *texts, "--systems", systems, "--format", "json"], check=True, capture_output=True,
            text=True).stdout
        suggestions = {(entry["file"], entry["flow"]): entry for entry in json.loads(output)["suggestions"]}
        for copy, text in texts.items():
            figures = Figures()
            for expected in expectations(text):
                suggested = suggestions.get((copy, expected["title"]), {"rows": [], "match": []})
                score_flow(expected, suggested, figures, print if lists else lambda text: None)
            line(pathlib.Path(copy).stem, figures)
            total.add(figures)
    line("together", total)


if __name__ == "__main__":
    main()
