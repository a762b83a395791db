"""No sentence stands in the code of what players see without a mark for the catalogue.

The test of every word looks at what is shown; this one at what is written, so that a sentence which is hardly ever
said is found too.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "backfire_sim"

FOR_PLAYERS = ("documents", "engine", "handbook", "plain", "room", "storage", "table", "training", "tui", "views")
PASSED_OVER = re.compile(r"preview|findings|behind|sources|svg|page\.py")
"""The tools for authors speak English, sources are cited as they were published, and pictures are made of marks."""

MARKS = {"_", "plural", "sense", "later", "key"}
FAULTS_OF_THE_PROGRAM = {
    "ValueError",
    "KeyError",
    "TypeError",
    "AssertionError",
    "BadRecordError",
    "OtherVersionError",
    "TypeVar",
}

SENTENCE = re.compile(r"[A-Za-z]{2,}[,:.;]? +[A-Za-z]{2,}|[A-Z][a-z]+")
NO_SENTENCE = re.compile(
    r"Backfire|own name|bold (on|reverse|underline).*|(PRAGMA|BEGIN|COMMIT|ROLLBACK|INSERT|UPDATE|SELECT|CREATE)\b.*"
    r"|\s*backfire [a-z]+( (--?)?[a-z{}]+)* ?|[a-z_]+:[A-Z]\w+"
)
"""The program's name, a sense, styles, what is said to SQLite, what is typed to start something, and the name of a
screen in its module."""


def sentences(code: str) -> Iterator[tuple[int, str]]:
    """Every text in the code that reads like words for people and is not marked: its line, and the text."""
    tree = ast.parse(code)
    marked: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                marked.add(id(node.value))
            case ast.Call(func=ast.Name(id=name)) if name in MARKS | FAULTS_OF_THE_PROGRAM:
                marked |= {id(part) for part in ast.walk(node)}
            case ast.FunctionDef() | ast.arg() | ast.AnnAssign():
                for hint in (getattr(node, "annotation", None), getattr(node, "returns", None)):
                    marked |= {id(part) for part in ast.walk(hint)} if hint is not None else set()
            case ast.Assign(targets=[ast.Name(id="__all__")], value=names):
                marked |= {id(part) for part in ast.walk(names)}
            case ast.Call(func=ast.Name(id="cast"), args=[hint, *_]):
                marked |= {id(part) for part in ast.walk(hint)}
            case ast.Subscript(value=ast.Name(id="Callable"), slice=hint):
                marked |= {id(part) for part in ast.walk(hint)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in marked and SENTENCE.search(text):
                if not NO_SENTENCE.fullmatch(text):
                    yield node.lineno, text


@pytest.mark.parametrize("part", FOR_PLAYERS)
def test_every_sentence_for_players_is_marked(part: str) -> None:
    files = [file for file in sorted((PACKAGE / part).rglob("*.py")) if not PASSED_OVER.search(file.name)]
    assert files
    bare = [f"{file}:{line}: {text}" for file in files for line, text in sentences(file.read_text("utf-8"))]
    assert not bare, "\n".join(bare)


def test_a_bare_sentence_is_found() -> None:
    code = '"""Words here."""\nsay("Who is watching")\nsay(_("Who is watching"))\nsay(f"{count} people left")\n'
    assert [line for line, _ in sentences(code)] == [2, 4]
