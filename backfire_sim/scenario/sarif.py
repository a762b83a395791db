"""Problems as a log in SARIF 2.1.0 (OASIS), which code hosts and editors take in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from backfire_sim import __version__
from backfire_sim.scenario import catalog
from backfire_sim.scenario.problems import Edit, Fix, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINES = re.compile(r"\blines? (?P<lines>\d+(?:(?:, | and )\d+)*)")
_WARNING = re.compile(r"\bWarning\.\s+")


def log(problems: Iterable[Problem]) -> str:
    """One run with a rule for every code there is, and a result for each problem; ends with a line break."""
    pages = [page for code in catalog.codes() if (page := catalog.page(code)) is not None]
    places = {page.code: place for place, page in enumerate(pages)}
    driver = {"name": "Backfire", "semanticVersion": __version__, "rules": [_rule(page) for page in pages]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places.get(problem.code, -1)) for problem in problems],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(page: catalog.Page) -> dict[str, Any]:
    text = page.text.strip()
    about = _WARNING.sub("", text.partition("\n")[2].partition("\nWrong:")[0]).strip()
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": " ".join((about or page.title).split())},
        "help": {"text": text, "markdown": re.sub(r"^```yaml.*$", "```yaml", text, flags=re.MULTILINE)},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    words = [problem.message, *([f"Help: {problem.help}"] if problem.help else []), *problem.notes]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": _message("\n".join(words)),
        "locations": [{"physicalLocation": _location(problem)}],
    }
    related = [
        {"id": number, "physicalLocation": _line(problem, line), "message": _message(words)}
        for number, (line, words) in enumerate(_related(problem), 1)
    ]
    if related:
        result["relatedLocations"] = related
    if problem.fix is not None:
        result["fixes"] = [_fix(problem.file, problem.fix)]
    return result


def _location(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        place["region"] = {
            "startLine": problem.line,
            "startColumn": max(1, problem.column),
            "endLine": problem.line,
            "endColumn": max(1, problem.column) + max(1, problem.place.length),
        }
    return place


def _line(problem: Problem, line: int) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(problem.file)}, "region": {"startLine": line}}


def _related(problem: Problem) -> list[tuple[int, str]]:
    """The other lines that a problem's words name, each with those words."""
    found: dict[int, str] = {}
    for words in (problem.label, problem.message, problem.help, *problem.notes):
        for named in _LINES.finditer(words):
            for line in map(int, re.findall(r"\d+", named["lines"])):
                if line and line != problem.line:
                    found.setdefault(line, words)
    return list(found.items())


def _fix(file: str, fix: Fix) -> dict[str, Any]:
    change = {"artifactLocation": {"uri": _uri(file)}, "replacements": [_replacement(edit) for edit in fix.edits]}
    return {"description": _message(fix.what), "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {
        "startLine": edit.line,
        "startColumn": edit.column,
        "endLine": edit.line,
        "endColumn": edit.column + edit.length,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _message(words: str) -> dict[str, str]:
    """Words as a message: braces are doubled, for single ones hold a place for an argument."""
    return {"text": words.replace("{", "{{").replace("}", "}}")}


def _uri(file: str) -> str:
    """The address of a file as it was named: relative to the folder of the run, or with its scheme."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())
