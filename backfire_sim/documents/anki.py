"""The drills as a deck for Anki: one note for each, with everything that is said of its answers on the back.

Anki reads a note as HTML, and in it some signs mean more than themselves: tags, formulas, sounds. What authors wrote is
nobody's program, so every such sign is written out. The file is made in memory: genanki's own way to a file leaves a
copy of it behind in the folder for temporary files.
"""

from __future__ import annotations

import io
import itertools
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.engine.drills import STRONG
from backfire_sim.practice.reviews import FAIRLY, Review
from backfire_sim.practice.sitting import Asked
from backfire_sim.practice.variants import in_order
from backfire_sim.speech import _
from backfire_sim.text import paragraphs, plain
from backfire_sim.views.practice import question
from backfire_sim.views.practice_told import Reason, Told, told

if TYPE_CHECKING:
    from backfire_sim.engine.drills import Placed

ENDING = ".apkg"
FILE = "backfire.apkg"
DECK = "Backfire"

DECK_ID = 1_771_204_511
NOTE_TYPE_ID = 1_771_204_512
"""What Anki knows deck and note type by: with the same ones, a new export brings an earlier one up to date."""

FIELDS = ("decision", "place", "cue", "question", "answers", "best", "why", "others", "page")
"""Names of the fields: the same in every language, because Anki takes other names for another note type."""

_TEMPLATES = Path(__file__).parent / "templates"
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class Noted(NamedTuple):
    """One drill as Anki keeps it."""

    id: str
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    """HTML, one for each of FIELDS."""


def deck_file(drills: Iterable[Placed], timestamp: float) -> bytes:
    """The deck, to be written to a file that ends in `.apkg`: the same drills and time, the same bytes.

    `timestamp` is in seconds: Anki takes a note over one that it has where this is later.
    """
    import genanki

    sides = [{"name": DECK, "qfmt": _template("anki-front.html"), "afmt": _template("anki-back.html")}]
    fields, looks = [{"name": name} for name in FIELDS], _template("anki.css")
    kind = genanki.Model(NOTE_TYPE_ID, DECK, fields=fields, templates=sides, css=looks)
    about = _("Small decisions to practice making political violence backfire. Say how sure you are before you turn.")
    made = genanki.Deck(DECK_ID, DECK, description=safe(about))
    for each in {placed.id: placed for placed in drills}.values():
        told = noted(each)
        guid = genanki.guid_for(DECK, told.id)
        made.add_note(genanki.Note(kind, list(told.fields), tags=list(told.tags), guid=guid))
    with closing(sqlite3.connect(":memory:")) as collection:
        genanki.Package(made).write_to_db(collection.cursor(), timestamp, itertools.count(int(timestamp * 1000)))
        collection.commit()
        return _zipped({"collection.anki2": collection.serialize(), "media": json.dumps({}).encode()})


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            # A name made by hand carries no time of its own.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def noted(placed: Placed) -> Noted:
    """A drill with its tags, and everything that is shown of it as HTML."""
    asked = Asked(placed.principle, placed, in_order(placed, 0), again=False)
    front, back = question(asked), _back(asked)
    fields = (
        safe(placed.id),
        safe(f"{front.title}. {front.place}"),
        "".join(f"<p>{safe(each)}</p>" for each in front.cue),
        safe(front.ask),
        _listed("ol", (_answer(each.label, each.gloss) for each in front.answers)),
        safe(back.best),
        _prose(placed.drill.because),
        _sentence(back) if not front.answers else _listed("ul", map(_other, back.reasons[1:])),
        safe(f"{back.page_title}: {back.page_line}"),
    )
    return Noted(placed.id, (_tag("scenario", placed.scenario.id), _tag(*placed.principle.split(":"))), fields)


def _back(asked: Asked) -> Told:
    """What is said to somebody who gave the best answer: all reasons, and nothing of anybody's own."""
    best = Review(asked.principle, asked.placed.id, _NEVER, FAIRLY, asked.placed.drill.best, STRONG)
    return told(asked, best, (), _NEVER, UTC)


def _other(reason: Reason) -> str:
    return f"<b>{safe(reason.label)}</b> ({safe(reason.fit_words)}). {safe(reason.words)}"


def _sentence(back: Told) -> str:
    """What a sentence is checked against, and an example."""
    return _listed("ul", map(safe, back.checklist)) + _prose(_("For example: {words}", words=back.example))


def _answer(label: str, gloss: str) -> str:
    return f"{safe(label)}<br><small>{safe(gloss)}</small>" if gloss else safe(label)


def _listed(kind: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<{kind}>{rows}</{kind}>" if rows else ""


def _prose(text: str) -> str:
    return "".join(f"<p>{safe(each)}</p>" for each in paragraphs(text))


def safe(text: str) -> str:
    """Text as HTML in which nothing means more to Anki than it says: no tags, fields, sounds, LaTeX or formulas."""
    written = escape(plain(text)).replace("[", "&#91;").replace("{", "&#123;")
    # A formula begins with a backslash; alone in an element it is only a sign.
    return written.replace("\\", "<span>&#92;</span>")


def _tag(*names: str) -> str:
    """A tag with those it stands under before it; Anki parts tags by spaces."""
    return "::".join(re.sub(r"[^\w-]+", "-", name) for name in (DECK, *names))
