"""The debrief as a document: it stands alone, says in words what its pictures show, and lets nothing private out."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.documents import svg
from backfire_sim.documents.debrief import PRIVATE, file_name, html, markdown, preview
from backfire_sim.documents.debrief_parts import Paper
from backfire_sim.engine.session import Session
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES
from backfire_sim.table.setup import Setup
from backfire_sim.table.state import Spread, Table, Told
from backfire_sim.text import is_plain, plain
from backfire_sim.training.own_plan import OwnPlan, with_line
from backfire_sim.views.beside import beside_view
from backfire_sim.views.debrief import debrief_view
from backfire_sim.views.elsewhere import Cell, Elsewhere, Manner
from tests.library import LIBRARY
from tests.library.plays import golden_ids, golden_play

COUNT = "the-count-goes-on"
CLASSES = tuple((name, 0.5 if name in ("backfire", "smothered") else 0.0) for name in OUTCOME_CLASSES)
CLOUD = (Cell(10, 5, 0.75), Cell(60, 60, 0.25))
ELSEWHERE = Elsewhere(True, 0, 10, tuple(Manner(name, CLASSES, (), 10.0, 5.0, CLOUD) for name in ("random", "answer")))
EMPTY = OwnPlan()

HOSTILE = "<script>alert(1)</script>\x1b]52;c;x\x07 ]]> --> & \"'</svg></style> \u202e javascript:x [x](y) {{ x }}"


class _Page(HTMLParser):
    """Every tag with its attributes; fails at a tag that is closed but not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _paper(session: Session, plan: OwnPlan = EMPTY, reason: str = "") -> Paper:
    table = None
    if reason:
        first = Told("", ("log", "code"), "", "choice", 1, Spread((3, 1)), None, 0, (plain(reason),), None, ())
        table = Table(Setup(seats=4), told=(first,))
    return Paper(debrief_view(session, table), ELSEWHERE, plan, beside_view(session, session))


@pytest.mark.parametrize("name", LIBRARY.names)
def test_every_golden_play_makes_a_page_that_stands_alone(name: str) -> None:
    for play in golden_ids(name):
        page = html(_paper(golden_play(name, play)))
        read = _Page(page)
        names = [tag for tag, _given in read.tags]
        assert not {"script", "link", "img", "iframe", "object", "form", "foreignObject"} & {*names}
        given_names = [name for _tag, given in read.tags for name in given]
        assert not any(each.startswith("on") or each in ("style", "src", "xlink:href") for each in given_names)
        assert all((given.get("href") or "#").startswith("#") for _tag, given in read.tags)
        ids = [given["id"] for _tag, given in read.tags if "id" in given]
        assert len(ids) == len(set(ids))
        assert names.count("svg") == 5
        for drawn in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
            _accessible(drawn)


def _accessible(drawn: str) -> None:
    """It has a title and a description that its label points to."""
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img"
    by_id = {each.get("id"): each for each in root.iter()}
    title, told = (by_id[name] for name in (root.get("aria-labelledby") or "").split())
    assert (title.tag, told.tag) == ("title", "desc")
    assert title.text
    assert told.text


@settings(max_examples=15)
@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_stands_in_it_stays_text(title: str, line: str) -> None:
    _held(title, line)


def test_hostile_words_stay_text() -> None:
    _held(HOSTILE, HOSTILE)


def _held(title: str, line: str) -> None:
    played = golden_play(COUNT, "good")
    scenario = replace(played.scenario, title=plain(title))
    plan = with_line(OwnPlan(), "care", line, line)
    paper = _paper(Session.replay(scenario, played.events), plan, reason=line)
    paper = paper._replace(told=paper.told._replace(ending=paper.told.ending._replace(title=plain(title))))
    calm = _Page(html(_paper(played), leave_out=()))
    for text in (html(paper, leave_out=()), markdown(paper, leave_out=())):
        assert is_plain(text)
    read = _Page(html(paper, leave_out=()))
    assert {tag for tag, _given in read.tags} == {tag for tag, _given in calm.tags} | {"ul"}
    assert " ".join(plain(title).split()) in " ".join("".join(read.words).split())
    assert "/" not in file_name(paper)


def test_the_plan_and_the_reasons_stay_behind_unless_they_are_asked_for() -> None:
    plan = with_line(OwnPlan(), "care", "Somebody else reads them", "a pair")
    paper = _paper(golden_play(COUNT, "good"), plan, reason="Because of Ruth")
    for text in (html(paper), markdown(paper)):
        assert "Somebody else reads them" not in text
        assert "Because of Ruth" not in text
        assert "Care" in text
    shown = {each.part: each for each in preview(paper)}
    assert not shown["plan"].included
    assert not shown["reasons"].included
    assert "Private" in shown["plan"].private
    assert "1 line" in shown["plan"].holds
    everything = html(paper, leave_out=())
    assert "Somebody else reads them" in everything
    assert "Because of Ruth" in everything
    assert all(each.included for each in preview(paper, leave_out=()))


def test_parts_that_are_left_out_are_nowhere() -> None:
    paper = _paper(golden_play("paper-menorahs", "good"))
    page = html(paper, leave_out={*PRIVATE, "history", "otherwise"})
    assert 'id="history"' not in page
    assert "Worked out by replaying" not in page
    assert 'id="happened"' in page
    written = markdown(paper)
    assert "## The history behind it" in written
    assert "Certain" in written


def test_a_play_that_has_just_begun_can_be_written_too() -> None:
    told = debrief_view(Session(golden_play(COUNT, "good").scenario))
    page = html(Paper(told))
    assert "Nothing has been decided yet." in page
    assert 'id="why"' not in page


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=40),
    st.integers(0, 100), st.integers(0, 100), st.text(max_size=80),
)  # fmt: skip
def test_pictures_hold_for_any_figures(points: list[tuple[int, int]], support: int, cost: int, words: str) -> None:
    words = plain(words)
    regions = svg.Regions(words, words, words, words, words, words)
    ways = [svg.Way(words, points), svg.Way(words, points[::-1])]
    values = [support for support, _cost in points]
    drawn = [
        svg.plane(ways, (support, cost), regions, id="a", title=words, told=words, cloud=[svg.Dot(support, cost, 0.5)]),
        svg.over_time(
            [svg.Series(words, values)] * 5, id="b", title=words, told=words, round_words=words, of_100=words
        ),
        svg.bars([svg.Bar(words, support, cost, cost, theirs=True)], id="c", title=words, told=words),
    ]
    for each in drawn:
        root = ElementTree.fromstring(each)
        width, height = (float(number) for number in (root.get("viewBox") or "").split()[2:])
        for at in root.iter():
            for name, most in (("cx", width), ("cy", height), ("y", height), ("x", width)):
                value = at.get(name)
                assert value is None or -10 <= float(value) <= most + 10
