"""Whatever is put into a document stays the text it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.documents import markdown as md
from backfire_sim.text import one_line

HOSTILE = "# [x](javascript:y) <b onclick=z>| &amp; `rm` ![p](q) **bold** __it__ ~~no~~ $$m$$ https://evil.example/ #"

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _live(text: str) -> str:
    """What is left of a line when everything escaped is taken away: what a reader could obey."""
    return _ESCAPED.sub("", text)


@given(st.text())
def test_escaping_can_be_undone_and_leaves_nothing_to_obey(words: str) -> None:
    text = md.escaped(words)
    assert _ESCAPED.sub(r"\1", text) == one_line(words)
    assert not re.search(r"[`*_{}\[\]<>&|~$#\\\n]", _live(text))
    assert not re.search(r"https?://|www\.", text, re.IGNORECASE)
    assert not re.match(r"[-+=:]|\d+[.)]", text)


def test_hostile_words_stay_words_in_every_block() -> None:
    blocks = [
        md.heading(HOSTILE, 2), md.paragraph(HOSTILE), md.items([HOSTILE]), md.numbered([HOSTILE]),
        md.tasks([HOSTILE]), md.quote(HOSTILE), md.prose(f"- {HOSTILE}"), md.strong(HOSTILE),
        md.table((HOSTILE, "b"), [(HOSTILE, HOSTILE)]),
    ]  # fmt: skip
    for block in blocks:
        assert not re.search(r"[<`&$]|\]\(", _live(block)), block
        assert all(line.count(" | ") <= 1 for line in _live(block).split("\n")), block


def test_what_begins_like_a_list_or_a_rule_is_neither() -> None:
    said = [md.escaped(each) for each in ("- a", "+ a", "1. a", "12) a", "---", "===", "1999 was a year", ":::note")]
    assert said == ["\\- a", "\\+ a", "1\\. a", "12\\) a", "\\---", "\\===", "1999 was a year", "\\:::note"]


def test_a_document_reads_as_it_was_meant() -> None:
    text = md.document(
        md.heading("Plan"),
        "",
        md.paragraph(md.joined(md.strong("Say"), "what is kept", md.code("a `b`"))),
        md.tasks(["one", "two"]),
        md.table(("A", "B"), [("1", "x|y")]),
        md.prose("Some\nwords.\n\nThese:\n- one\n  more\n- two"),
    )
    assert text == (
        "# Plan\n\n**Say** what is kept `` a `b` ``\n\n- [ ] one\n- [ ] two\n\n"
        "| A | B |\n| --- | --- |\n| 1 | x\\|y |\n\n"
        "Some words.\n\nThese:\n\n- one more\n- two\n"
    )


def test_a_table_is_even() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        md.table(("A", "B"), [("1",)])
