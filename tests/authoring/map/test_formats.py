"""Whatever is drawn: every scene and every way is there once, and no text can break out of its place."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.map import FORMATS, drawn
from backfire_sim.authoring.map.graph import Edge, Graph, graph
from backfire_sim.authoring.map.outline import SIGNS, as_ascii, outline
from backfire_sim.authoring.map.placing import place
from backfire_sim.authoring.map.wording import percent, ways_said
from backfire_sim.engine.scenario import END, Scenario
from backfire_sim.storage.shelf import open_named
from backfire_sim.text import is_plain, one_line, width
from tests.authoring.map.made import gotos, hostile, tangles, warmth
from tests.authoring.map.readers import Read, read_dot, read_mermaid
from tests.program import RAID

READERS = {"mermaid": read_mermaid, "dot": read_dot}
SVG = "{http://www.w3.org/2000/svg}"


def same_words(label: str, lines: list[str]) -> bool:
    """Whether a label says these lines, however it breaks them."""
    return "".join(label.split()) == "".join("".join(lines).split())


def edge_of(found: Graph, source: str, target: str) -> Edge:
    return next(edge for edge in found.edges if (edge.source, edge.target) == (source, target))


def all_there(read: Read, scenario: Scenario) -> None:
    found = graph(scenario)
    assert read.scenes.keys() == scenario.scenes.keys()
    for id_, label in read.scenes.items():
        assert "".join(label.split()).startswith("".join(f"{one_line(scenario.scenes[id_].title)}({id_})".split()))
    assert Counter((source, target) for source, target, _ in read.ways) == Counter(gotos(scenario).keys())
    for source, target, label in read.ways:
        assert same_words(label, ways_said(edge_of(found, source, target), None))


@given(tangles() | hostile())
def test_every_scene_and_way_can_be_read_back(scenario: Scenario) -> None:
    for format_, read in READERS.items():
        all_there(read(drawn(scenario, format_)), scenario)


@given(tangles())
def test_folded_each_move_is_there_by_its_id(scenario: Scenario) -> None:
    for format_, read in READERS.items():
        for source, target, label in read(drawn(scenario, format_, full=False)).ways:
            assert told_in_brief(label) == Counter(gotos(scenario)[source, target])


def told_in_brief(label: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in label.replace("\n", " ").split(", "):
        move, _, several = word.partition("×")
        counts[move] += int(several or 1)
    return counts


# -- Text ----------------------------------------------------------------------------------------------------------

_SCENE = re.compile(r"\S.*\((s\d)\)")
_WAY = re.compile(r"  [├└](?:─▶|┄▷) (?:↑ back to )?(?:.*\((s\d)\)|(END))")
_MOVE = re.compile(r"  [│ ]    (?:Reveal|Redeem|Reframe|Redirect|Resist)\s.*\((m\d)\)|  [│ ]    (Wait)")
_TURN = re.compile(r"  [│ ] +(?:if .*|odds .*|otherwise)")


def read_outline(lines: list[str]) -> dict[tuple[str, str], list[str]]:
    """The ways that an outline in full tells, as `gotos` gives them."""
    found: dict[tuple[str, str], list[str]] = {}
    scene = target = ""
    fresh = False
    for line in lines:
        if line.startswith("──"):
            target = ""
        elif known := _SCENE.fullmatch(line):
            scene = known[1]
        elif known := _WAY.fullmatch(line):
            target = known[1] or known[2]
            assert (scene, target) not in found
            found[scene, target] = []
        elif known := _MOVE.fullmatch(line):
            found[scene, target].append(known[1] or "wait")
            fresh = True
        elif _TURN.fullmatch(line) and target:
            # The first way in which a move turns out stands for the move itself.
            if not fresh:
                found[scene, target].append(found[scene, target][-1])
            fresh = False
    return found


@given(tangles())
def test_the_outline_tells_every_scene_and_way_once(scenario: Scenario) -> None:
    lines = outline(graph(scenario), cells=100)
    assert read_outline(lines) == gotos(scenario)
    assert Counter(known[1] for line in lines if (known := _SCENE.fullmatch(line))) == Counter(scenario.scenes.keys())
    assert all(is_plain(line) for line in lines)


@given(tangles(), st.integers(40, 120), st.booleans(), st.booleans())
def test_the_outline_keeps_to_its_width(scenario: Scenario, cells: int, full: bool, warm: bool) -> None:
    heat = warmth(scenario) if warm else None
    assert max(map(width, outline(graph(scenario), heat, cells, full))) <= cells


@given(hostile(), st.booleans())
def test_no_word_breaks_out_of_the_outline(scenario: Scenario, full: bool) -> None:
    lines = outline(graph(scenario), cells=80, full=full)
    assert all(is_plain(line) and "\n" not in line and width(line) <= 80 for line in lines)


@given(tangles())
def test_folded_a_scene_is_a_line_and_a_way_is_a_line(scenario: Scenario) -> None:
    lines = outline(graph(scenario), cells=120, full=False)
    ways = [re.fullmatch(r"  [├└](?:─▶|┄▷) (?:↑ back to )?(\w+): (.*)", line) for line in lines]
    told = Counter((way[1], move) for way in ways if way for move in told_in_brief(way[2]).elements())
    assert told == Counter((target, move) for (_, target), moves in gotos(scenario).items() for move in moves)


@given(tangles())
def test_a_plain_terminal_gets_plain_signs(scenario: Scenario) -> None:
    text = "\n".join(outline(graph(scenario), warmth(scenario)))
    assert as_ascii(text).isascii()
    assert len(as_ascii(text)) == len(text)
    assert set(SIGNS) >= {char for char in text if not char.isascii()}


# -- Pictures ------------------------------------------------------------------------------------------------------


@given(tangles() | hostile(), st.booleans())
def test_a_picture_is_whole_and_has_everything_once(scenario: Scenario, warm: bool) -> None:
    picture = ElementTree.fromstring(drawn(scenario, "svg", warmth(scenario) if warm else None))
    ids = Counter(element.get("id") for element in picture.iter(f"{SVG}g") if element.get("id") is not None)
    assert max(ids.values()) == 1
    for id_ in scenario.scenes:
        assert f"scene.{id_}" in ids
    for scene in scenario.scenes.values():
        for move in (*scene.moves, scene.wait):
            for n, _ in enumerate(move.outcomes):
                assert f"{scene.id}.{move.id}.{n}" in ids
    assert not list(picture.iter(f"{SVG}script"))
    kinds = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert kinds <= {"svg", "title", "style", "rect", "text", "tspan", "g", "path", "circle"}


@given(tangles())
def test_a_picture_says_each_move_where_it_leads(scenario: Scenario) -> None:
    picture = ElementTree.fromstring(drawn(scenario, "svg"))
    groups = {element.get("id"): element for element in picture.iter(f"{SVG}g")}
    for (source, target), moves in gotos(scenario).items():
        said = [element.text for element in groups[f"{source}.to.{target}"].iter(f"{SVG}tspan")]
        assert said == [move for move in dict.fromkeys(moves) if move != "wait"]


@given(tangles(scenes=7))
def test_nothing_in_a_picture_covers_anything_else(scenario: Scenario) -> None:
    found = graph(scenario)
    placed = place(found, [stop for stop in found.stops if stop.reached], None, whole=True)
    boxes = [(x, y, x + part.width, y + part.height) for part, x, y in placed.parts]
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -0.01 and right <= placed.width + 0.01 and top >= 0 and bottom <= placed.height + 0.01
        for other in boxes[n + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


# -- All of them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_heat_is_told_in_figures(format_: str) -> None:
    scenario = open_named(RAID).scenario
    heat = warmth(scenario)
    text = drawn(scenario, format_, heat).replace("&lt;", "<").replace("&gt;", ">").replace("#37;", "%")
    text = text.replace("#62;", ">").replace("#60;", "<")
    for share in heat.values():
        assert percent(share) in text
    assert "%" not in drawn(scenario, format_).replace("%%", "")


@given(tangles())
def test_the_same_scenario_is_drawn_the_same(scenario: Scenario) -> None:
    heat = warmth(scenario)
    for format_ in FORMATS:
        assert drawn(scenario, format_, heat) == drawn(replace(scenario), format_, dict(reversed(heat.items())))


def test_a_share_is_never_rounded_to_what_it_is_not() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.25, 0.999, 1.0)] == ["0 %", "<1 %", "25 %", ">99 %", "100 %"]


def test_every_ending_stands_at_the_end_with_what_it_takes() -> None:
    scenario = open_named("the-count-goes-on").scenario
    for format_ in FORMATS:
        text = drawn(scenario, format_)
        assert END in text
        for ending in scenario.endings:
            assert ending.title in text
        assert "outcome == backfire" in " ".join(text.replace("\\l", "").split())
