"""Learning as lines: chapters, pages with numbers, words to look for, the gates, and a command that just prints."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.handbook.book import CHAPTERS, chapter_title, leaf, leaves
from backfire_sim.plain.learn import CONTENTS, Reader, place_of
from backfire_sim.plain.shape import WIDTH
from backfire_sim.text import is_plain, width
from backfire_sim.views.played_where import Moment, Place
from tests.program import backfire

PLAYED = {"reveal": (Place("the-raid", "A Raid", (Moment("Morning", "Film it"),)),)}


class Desk:
    """A person at a keyboard, and what is heard after each line."""

    def __init__(self, *typed: str, place: str = CONTENTS, asks: bool = True) -> None:
        self.typed = list(typed)
        self.after: list[list[str]] = [[]]
        Reader(self.read, self.write, lambda: PLAYED, asks=asks).run(place)

    def read(self) -> str | None:
        self.after.append([])
        return self.typed.pop(0) if self.typed else None

    def write(self, lines: Sequence[str]) -> None:
        self.after[-1] += lines

    def said(self, at: int = -2) -> str:
        return " ".join(" ".join(self.after[at]).split())


def test_from_the_chapters_to_a_page_by_its_links_and_back() -> None:
    number = str(CHAPTERS.index("principles") + 1)
    pages = [page.id for page in leaves("principles")]
    at = str(pages.index("reveal") + 1)
    assert all(chapter_title(chapter) in Desk().said(0) for chapter in CHAPTERS)
    assert leaf("reveal").summary in Desk(number).said()
    page = Desk(number, at).said()
    assert page.startswith("Reveal. The five principles.")
    assert "Where it is played (titles and labels only" in page
    assert "A Raid. Morning: Film it. To play it: backfire play the-raid." in page
    assert "Sources:" in page
    first = leaf(leaf("reveal").see[0])
    assert Desk(number, at, "1").said().startswith(f"{first.title}.")
    assert Desk(number, at, "1", "back").said().startswith("Reveal.")
    assert Desk(number, at, "1", "back", "back").said().startswith(f"{chapter_title('principles')}.")
    assert Desk(number, at, "1", "contents").said().startswith("What there is")


def test_words_are_looked_for_and_what_is_found_has_numbers() -> None:
    found = Desk("search dignity").said()
    assert "1. " in found and "dignity" in found.casefold()
    assert Desk("dignity").said() == found
    assert Desk("dignity", "1").said() != found
    assert "No page has “qqxyz”" in Desk("qqxyz").said()
    assert Desk("reveal").said().startswith("Reveal. The five principles.")


def test_the_gates_are_moved_by_a_line_and_heard_as_sentences() -> None:
    said = Desk("model", "visibility 3").said()
    assert "Visibility, which cover-up narrows, falls from 8 to 3: 80 → 30 of 100 know." in said
    assert "The gates, of 10: visibility 3, dignity 7, meaning 4, momentum 6, courage 7." in said
    assert "Visibility is the narrowest" in said
    assert "goes from 4 to 6" in Desk("model", "reframe +2").said()
    assert "falls from 7 to 6" in Desk("model", "Intimidation and rewards -1").said()
    assert "Courage is the narrowest" in Desk("model", "5").said()
    assert "Frightened" in Desk("model", "situations").said()
    assert "stands at 8 already" in Desk("model", "reveal 8").said()
    assert "“hope 4” is no gate" in Desk("model", "hope 4").said()
    assert Desk("model", "guess", "courage").said().startswith("Here Meaning would help more than Courage.")
    assert Desk("model", "guess", "wait", "reframe").said().startswith("Yes: Meaning helps most.")
    assert Desk("model", "back").said().startswith("What there is")


@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(["model", "back", "1", "guess", "9 9", "reveal -"]))))
def test_whatever_is_typed_is_answered_in_short_clean_lines(typed: list[str]) -> None:
    desk = Desk(*typed)
    for line in (line for lines in desk.after for line in lines):
        assert width(line) <= WIDTH
        assert is_plain(line) and "\n" not in line


def test_what_stands_on_the_command_line_is_a_page_a_chapter_the_gates_or_looked_for() -> None:
    assert [place_of(words) for words in ("reveal", "Tactics", "model", "", "fear and hope")] == [
        "reveal",
        "tactics",
        "model",
        CONTENTS,
        "search:fear and hope",
    ]


def test_a_page_is_printed_where_nobody_types(tmp_path: Path) -> None:
    done = backfire(tmp_path, "learn", "reveal", "--plain", typed="quit\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Reveal. The five principles.\n")
    assert "The Count Goes On" in done.stdout
    assert "quit?" not in done.stdout
    typed_ahead = backfire(tmp_path, "learn", typed="model\nreveal 2\n").stdout
    assert "Visibility is the narrowest" in " ".join(typed_ahead.split())
    assert backfire(tmp_path, "learn", "qqxyz").returncode == 1
