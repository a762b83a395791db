"""A text while it is written: any keys, any paste, and it stays a text that no terminal obeys."""

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.text import is_plain, width
from backfire_sim.tui.widgets.writing import broken
from backfire_sim.tui.written import Written

KEYS = ("enter", "backspace", "delete", "left", "right", "home", "end", "ctrl+u", "ctrl+a", "ctrl+e", "f5")
DEED = st.one_of(st.sampled_from(KEYS), st.text(max_size=12))


@given(st.text(max_size=40), st.lists(DEED, max_size=40), st.booleans())
def test_whatever_is_typed_it_is_plain_and_the_cursor_stands_in_it(first: str, deeds: list[str], lines: bool) -> None:
    text = Written(first, most=60, lines=lines)
    for deed in deeds:
        text.key(deed, None) if deed in KEYS else text.put(deed)
        assert is_plain(text.words) and len(text.words) <= 60
        assert 0 <= text.row < len(text.lines) and 0 <= text.column <= len(text.lines[text.row])
        assert lines or len(text.lines) == 1
        assert all("\n" not in line for line in text.lines)


def test_letters_go_in_where_the_cursor_is_and_come_out_there() -> None:
    text = Written("ab", most=99)
    for key, character in (("right", None), ("x", "x"), ("enter", "\r"), ("end", None), ("é", "é"), ("left", None)):
        text.key(key, character)
    assert text.words == "ax\nbé" and (text.row, text.column) == (1, 1)
    text.key("backspace", None)
    text.key("backspace", None)
    assert text.words == "axé"
    assert not text.key("f5", None) and not text.key("escape", "\x1b")


@given(st.text(alphabet="ab 中é", max_size=60), st.integers(2, 20))
def test_a_long_line_is_broken_without_losing_a_letter(words: str, cells: int) -> None:
    parts = broken(words, cells)
    assert "".join(part for _, part in parts) == words
    assert [first for first, _ in parts] == [len("".join(p for _, p in parts[:n])) for n in range(len(parts))]
    assert all(width(part) <= cells for _, part in parts)
