"""What may be wrong with a file of translations, by itself and beside its scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from backfire_sim.scenario.document import Document
from backfire_sim.scenario.language import language_of, tag
from backfire_sim.scenario.problems import MOST_SHOWN, Problem
from backfire_sim.scenario.suggest import nearest
from backfire_sim.scenario.texts import as_mark
from backfire_sim.text import fit

if TYPE_CHECKING:
    from backfire_sim.scenario.translation import Match
    from backfire_sim.scenario.translation_models import TranslationFile

_MOST_OF_A_LINE = 300
_QUOTED = 60


def holds_none(document: Document) -> Problem:
    """A file without a key that a file of translations has."""
    help_ = "`backfire translate` makes one: it starts with `translates:` and `language:`, and has `texts:`"
    return document.problem("BF005", "This file holds no translations.", (), help=help_)


def of_itself(document: Document, file: TranslationFile) -> Iterator[Problem]:
    """What can be said without the scenario."""
    named = language_of(document.name)
    meant = tag(file.language)
    if meant != file.language:
        yield document.problem(
            "BF201",
            f"`{file.language}` is no tag of a language.",
            ("language",),
            help=f"write `{meant}`" if meant else "write two or three letters, such as `es`, or `pt-BR`",
        )
    elif named and named != meant:
        yield document.problem(
            "BF201",
            f"The file's name says `{named}`, and this says `{meant}`.",
            ("language",),
            help=f"write `{named}` here, or give the file a name that ends in .{meant}.yaml",
        )
    for section, entries in (("texts", file.texts), ("orphaned", file.orphaned)):
        for key, entry in entries.items():
            for name, written in (("of", entry.of), ("was", entry.was)):
                if written.strip() and not as_mark(written):
                    yield document.problem(
                        "BF204",
                        f"`{fit(written, _QUOTED)}` is no mark of a text.",
                        (section, key, name),
                        help="delete the line; backfire translate writes it anew",
                    )


def of_its_scenario(
    document: Document, file: TranslationFile, match: Match, root: Mapping[str, Any]
) -> Iterator[Problem]:
    """What the scenario shows."""
    if file.translates != root.get("id"):
        yield document.problem(
            "BF200",
            f"This file translates `{file.translates}`, and stands beside `{root.get('id')}`.",
            ("translates",),
            help=f"write `{root.get('id')}`, or put the file beside the scenario that it translates",
        )
        return
    if tag(file.language) == tag(str(root.get("language") or "en")):
        yield document.problem(
            "BF201",
            f"The scenario itself is written in `{file.language}`.",
            ("language",),
            help="write the language that it is translated into",
        )
    yield from islice(_too_long(document, match), MOST_SHOWN)
    yield from islice(_orphans(document, match), MOST_SHOWN)
    for text in match.stale()[:MOST_SHOWN]:
        entry = match.taken[text.key].entry
        yield document.problem(
            "BF203",
            f"The text of `{text.key}` has changed since it was translated.",
            (entry.section, entry.key),
            key=True,
            help=f"it begins now: {fit(' '.join(text.source.split()), _QUOTED)}",
        )


def _too_long(document: Document, match: Match) -> Iterator[Problem]:
    for text in match.texts:
        taken = match.taken.get(text.key)
        size = len(taken.entry.to.strip()) if taken is not None and text.read_as == "line" else 0
        if taken is not None and size > _MOST_OF_A_LINE:
            yield document.problem(
                "BF047",
                f"The translation of `{text.key}` has {size} characters; at most {_MOST_OF_A_LINE} are read.",
                (taken.entry.section, taken.entry.key, "to"),
                help="shorten it: this text stands in one line",
            )


def _orphans(document: Document, match: Match) -> Iterator[Problem]:
    lost = [entry for entry in match.orphans if entry.section == "texts"]
    if not lost:
        return
    tree = _tree(text.key for text in match.missing())
    for entry in lost:
        near = _near(entry.key.split("."), tree)
        meant = f"did you mean `{near}`?" if near else "backfire translate puts it aside, under `orphaned`"
        yield document.problem(
            "BF202",
            f"The scenario has no text `{fit(entry.key, _QUOTED)}`.",
            (entry.section, entry.key),
            key=True,
            help=meant,
        )


def _tree(keys: Iterator[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key in keys:
        branch = tree
        for part in key.split("."):
            branch = branch.setdefault(part, {})
    return tree


def _near(parts: list[str], tree: dict[str, Any]) -> str:
    """The path that is most likely meant: every part the same, or a slip of one that is there."""
    found = []
    for part in parts:
        name = part if part in tree else nearest(part, tree)
        if name is None:
            return ""
        found.append(name)
        tree = tree[name]
    return "" if tree else ".".join(found)
