"""Nothing that a terminal would obey gets past the edge, and text lands where it should."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim import text

anything = st.text(alphabet=st.characters(codec=None), max_size=60)


@given(anything)
def test_plain_text_holds_nothing_a_terminal_obeys(words):
    for char in text.plain(words):
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn")
        assert char not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        assert not 0xE0000 <= ord(char) <= 0xE007F


@given(anything)
def test_plain_text_stays_as_it_is_when_cleaned_again(words):
    once = text.plain(words)
    assert text.plain(once) == once
    assert text.is_plain(once)


@given(st.text(alphabet="e\u0301\u0323\u0308 x", max_size=30))
def test_at_most_two_marks_are_stacked_on_a_letter(words):
    row = 0
    for char in text.plain(words):
        row = row + 1 if unicodedata.category(char) == "Mn" else 0
        assert row <= 2


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("a\tb", "a b"),
        ("line\u2028line\u2029", "line\nline\n"),
        ("\x1b]0;owned\x07title", "]0;ownedtitle"),
        ("e\u0301", "é"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("Ziarre Pêşmerge, 日本語, 👩‍🌾", "Ziarre Pêşmerge, 日本語, 👩‍🌾"),
    ],
)
def test_what_is_kept_of_a_text(given_, kept):
    assert text.plain(given_) == kept


def test_a_limit_cuts_after_cleaning():
    assert text.plain("\x00\x00abc", limit=2) == "ab"


def test_a_label_stands_in_one_line():
    assert text.one_line("  two\n words\t") == "two words"


def test_unsafe_characters_are_told_from_harmless_ones_and_have_a_name():
    assert text.unsafe_kinds("a\tb\x1b\u202e\n日") == {"\x1b", "\u202e"}
    assert text.character_name("\x1b") == "U+001B (escape)"
    assert text.character_name("\u202e") == "U+202E (right-to-left override)"


@pytest.mark.parametrize(("words", "cells"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("é", 1), ("", 0)])
def test_width_counts_terminal_cells(words, cells):
    assert text.width(words) == cells


@given(anything.map(text.plain), st.integers(1, 40))
def test_no_wrapped_line_is_wider_than_the_column(words, cells):
    widest = max([cells, *(text.width(char) for char in words if char != "\n")])
    assert all(text.width(line) <= widest for line in text.wrap(words, cells))


@given(st.lists(st.text(alphabet="abc日", min_size=1, max_size=12), max_size=12), st.integers(2, 20))
def test_wrapping_loses_no_letter(words, cells):
    joined = " ".join(words)
    assert "".join(text.wrap(joined, cells)).replace(" ", "") == "".join(words)


def test_wrapping_keeps_the_line_breaks_of_the_text():
    assert text.wrap("one two\n\nthree", 20) == ["one two", "", "three"]
    assert text.wrap("", 20) == []


def test_prose_is_refilled_by_paragraph():
    written = "One line that\nwas broken by hand.\n\nAnother."
    assert text.wrap_prose(written, 60) == ["One line that was broken by hand.", "", "Another."]


def test_a_column_without_cells_is_refused():
    with pytest.raises(ValueError, match="at least one cell"):
        text.wrap("a", 0)


def test_the_caret_stands_below_wide_characters():
    assert text.caret("日本: x", 4) == " " * 6 + "^"
    assert text.caret("日本", 0, 2) == "^^^^"
    assert text.caret("abc", 99) == "   ^"


def test_text_is_cut_and_filled_to_cells():
    assert text.fit("日本語", 5) == "日本…"
    assert text.fit("abc", 3) == "abc"
    assert text.fit("abc", 0) == ""
    assert text.pad("日", 4) == "日  "


def test_a_path_wider_than_a_line_is_cut_after_a_folder():
    assert text.wrap("in /home/you/.local/share/backfire/scenarios", 36) == [
        "in",
        "/home/you/.local/share/backfire/",
        "scenarios",
    ]


def test_a_large_number_is_read_in_groups_and_stays_on_one_line():
    assert [text.grouped(number) for number in (40, 6000, -1500)] == ["40", "6000", "-1500"]
    assert text.grouped(1_234_567) == "1\xa0234\xa0567"
    assert text.wrap_prose(f"of {text.grouped(378_190)} moments", 12) == ["of 378\xa0190", "moments"]
