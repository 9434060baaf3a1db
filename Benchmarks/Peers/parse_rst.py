"""Parses every RST file of a directory with docutils: the bare parse, without transforms or a writer."""

import pathlib
import sys

import docutils.frontend
import docutils.parsers.rst
import docutils.utils

parser = docutils.parsers.rst.Parser()
settings = docutils.frontend.OptionParser(components=(docutils.parsers.rst.Parser,)).get_default_values()
settings.report_level = 5
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.rst")):
    document = docutils.utils.new_document(str(path), settings)
    parser.parse(path.read_text(encoding="utf-8"), document)
