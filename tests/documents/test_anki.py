"""The deck for Anki, read back as Anki reads it: a zip with a database in it."""

import io
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from backfire_sim.documents.anki import DECK, DECK_ID, FIELDS, deck_file, noted, safe
from backfire_sim.engine.drills import Placed, drills_of
from backfire_sim.scenario.load import read_text
from backfire_sim.storage.deck import deck
from tests.scenario.test_drills import with_drill

KINDS = [
    "asks: name_method\nmethod: denial\nbest: cover_up\nsays: {devaluation: Nobody is insulted here.}",
    "asks: predict_next\nmethod: smear.record\nbest: devaluation",
    "asks: choose_response\nbest: publish\nworkable: [witnesses]\nworse: [angry_post]",
    "asks: better_of_two\nbest: publish\nworse: [witnesses]",
    "asks: what_is_missing\nmove: witnesses\nbest: care",
    "asks: write\ntactic: translate\nchecklist: [a place, a day, a name]\nexample: On Monday two of us were taken.",
]
HOSTILE = r"<script>x</script> [sound:a.mp3] {{FrontSide}} {{c1::x}} \(a\) \[b\] [latex]\input{x}[/latex] & < >"


def placed(lines: str) -> Placed:
    scenario = read_text(with_drill(lines)).scenario
    assert scenario is not None
    return next(drills_of(scenario))


def read_back(content: bytes) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The notes, each with its fields by name, and what the collection says of itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert archive.read("media") == b"{}"
        with closing(sqlite3.connect(":memory:")) as collection:
            collection.deserialize(archive.read("collection.anki2"))
            assert collection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            rows = collection.execute("SELECT id, guid, tags, flds FROM notes ORDER BY id").fetchall()
            cards = collection.execute("SELECT nid, did FROM cards ORDER BY id").fetchall()
            decks, models = collection.execute("SELECT decks, models FROM col").fetchone()
    assert cards == [(row[0], DECK_ID) for row in rows], "one card for each note"
    notes = []
    for _id, guid, tags, fields in rows:
        named = dict(zip(FIELDS, fields.split("\x1f"), strict=True))
        notes.append({**named, "guid": guid, "tags": tags.split()})
    return notes, {"decks": decks, "models": models}


@pytest.mark.parametrize("lines", KINDS)
def test_a_note_of_each_kind_asks_in_front_and_explains_behind(lines: str) -> None:
    one = placed(lines)
    (note,), told = read_back(deck_file([one], 1_000_000.0))
    assert DECK in told["decks"] and "{{FrontSide}}" in told["models"]
    assert "You hand out food." in note["cue"] and note["question"] and note["place"].endswith(one.scenario.title)
    assert "One sentence that says why." in note["why"]
    assert note["page"].count(":") >= 1
    assert note["tags"] == [
        f"Backfire::scenario::{one.scenario.id}",
        f"Backfire::{one.principle.replace(':', '::')}",
    ]
    answers = re.findall("<li>(.*?)(?:<br>.*?)?</li>", note["answers"])
    assert len(answers) == len(one.answers)
    assert (note["best"] in answers) == bool(answers)
    if not answers:
        assert "a place" in note["others"] and "On Monday two of us were taken." in note["others"]


def test_the_others_say_what_speaks_for_and_against_them() -> None:
    said = noted(placed(KINDS[0])).fields[FIELDS.index("others")]
    assert said == "<ul><li><b>Devaluation</b> (does not fit here). Nobody is insulted here.</li></ul>"
    assert "has something to be said for it" in noted(placed(KINDS[2])).fields[FIELDS.index("others")]


def test_hostile_text_is_only_text() -> None:
    one = placed(KINDS[0])
    says = {"devaluation": HOSTILE + "\x1f\x1b[31m"}
    drill = one.drill._replace(cue=HOSTILE, because=HOSTILE, says=says)
    note = noted(one._replace(drill=drill))
    (read,), _told = read_back(deck_file([one._replace(drill=drill)], 5.0))
    assert tuple(read[name] for name in FIELDS) == note.fields
    for name in ("cue", "why", "others"):
        bare = re.sub(r"</?(p|ul|li|b|span)>", "", read[name])
        assert not set(bare) & set("<>[{\\\x1b"), name
        assert HOSTILE in unescape(bare)


def test_no_sign_that_anki_obeys_is_left() -> None:
    assert safe("a\\(b") == "a<span>&#92;</span>(b"
    assert safe("[sound:x] {{y}} <i>\"'") == "&#91;sound:x] &#123;&#123;y}} &lt;i&gt;&quot;&#x27;"


def test_a_note_keeps_its_name_when_its_text_changes_and_the_same_drills_give_the_same_bytes() -> None:
    one = placed(KINDS[0])
    changed = one._replace(drill=one.drill._replace(cue="Something else."))
    (before,), _ = read_back(deck_file([one], 1.0))
    (after,), _ = read_back(deck_file([changed, one, changed], 2.0))
    assert before["guid"] == after["guid"] and before["cue"] != after["cue"]
    assert deck_file([one], 3.0) == deck_file([one], 3.0) != deck_file([one], 4.0)


def test_the_whole_library_is_a_deck_with_as_many_notes_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    drills = deck()
    notes, _told = read_back(deck_file(drills, 7.0))
    assert len({note["guid"] for note in notes}) == len(notes) == len(drills) > 0
    assert not [path for path in tmp_path.iterdir() if path.name != "home"]
    assert all(note["cue"] and note["why"] and note["page"] for note in notes)
