"""Problems as words for a person, as JSON for a program, as annotations for a code host."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from backfire_sim.scenario.problems import Problem
from backfire_sim.text import caret, fit, width

WIDEST_SOURCE = 100
"""Cells of a source line that are shown; of longer ones the part around the caret."""
_BEFORE_CARET = 40


def as_text(problems: Sequence[Problem]) -> str:
    """Every problem with the line it stands on, then how many there are; ends with a line break."""
    blocks = [one_as_text(problem) for problem in problems]
    return "\n".join([*blocks, summary(problems) + "\n"])


def one_as_text(problem: Problem) -> str:
    """One problem: what, where, the line itself, what to write instead."""
    margin = " " * max(2, len(str(problem.line)))
    lines = [f"{problem.severity}[{problem.code}]: {problem.message}"]
    where = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    if where:
        lines.append(f"{margin}--> {where}")
    if problem.source.strip():
        source, column = _window(problem)
        mark = caret(source, column, min(problem.place.length, max(1, len(source.rstrip()) - column)))
        lines += [
            f"{margin} |",
            f"{problem.line:>{len(margin)}} | {source}",
            f"{margin} | {mark} {problem.label}".rstrip(),
        ]
    if problem.help or problem.fix:
        lines.append(f"{margin} = help: {help_of(problem)}")
    lines += [f"{margin} = note: {note}" for note in problem.notes]
    return "\n".join(lines) + "\n"


def help_of(problem: Problem) -> str:
    """What to write instead, and whether the program can write it."""
    if problem.fix is None:
        return problem.help
    return f"{problem.help} (--fix writes it)" if problem.help else f"{problem.fix.what} (--fix writes it)"


def summary(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    severities = [problem.severity for problem in problems]
    counts = []
    for severity in ("error", "warning"):
        number = severities.count(severity)
        if number:
            counts.append(f"{number} {severity}" + ("s" if number > 1 else ""))
    return " and ".join(counts) if counts else "No problem found."


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with one object for each problem; lines and columns count from 1, 0 is the file as a whole."""
    import json

    return json.dumps([as_record(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_record(problem: Problem) -> dict[str, object]:
    """One problem as plain values."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "length": problem.place.length,
        "source": problem.source,
        "help": problem.help,
        "notes": list(problem.notes),
        "cuts_off": problem.cuts_off,
        "fix": None if problem.fix is None else asdict(problem.fix),
    }


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, one line for each problem, that a code host shows beside the line of the file."""
    lines = []
    for problem in problems:
        place = {"file": problem.file, "title": problem.code}
        if problem.line:
            place |= {
                "line": str(problem.line),
                "col": str(problem.column),
                "endColumn": str(problem.column + max(1, problem.place.length)),
            }
        properties = ",".join(f"{key}={_property(value)}" for key, value in place.items() if value)
        words = [problem.message, *([f"help: {help_of(problem)}"] if help_of(problem) else []), *problem.notes]
        lines.append(f"::{problem.severity} {properties}::{_escaped(chr(10).join(words))}\n")
    return "".join(lines)


def as_sarif(problems: Iterable[Problem]) -> str:
    """A log in SARIF 2.1.0, which code hosts and editors take in."""
    from backfire_sim.scenario import sarif

    return sarif.log(problems)


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
"""The ways to print problems, by the name a person gives."""


def _window(problem: Problem) -> tuple[str, int]:
    """The part of the source line to show, and the column of the caret in it (from 0)."""
    source, column = problem.source, max(0, problem.column - 1)
    if width(source) <= WIDEST_SOURCE:
        return source.rstrip(), column
    start = max(0, column - _BEFORE_CARET)
    if start:
        source, column = "…" + source[start:], column - start + 1
    return fit(source.rstrip(), WIDEST_SOURCE), column


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
