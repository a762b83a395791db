"""Words from files are words: no markup, no action, no byte that a terminal would obey."""

import ast
import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

import backfire_sim.tui
from backfire_sim.engine.scenario import Outcome, Scene
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.shelf import Opened
from backfire_sim.text import plain
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.widgets.lines import fill, hanging, line, prose, rule
from tests.plain.terminal import Terminal
from tests.tui.stage import IDS, SIZES, Desk, press, raid, run, screen_lines, screen_text, staged

SOURCES = sorted(Path(backfire_sim.tui.__file__).parent.rglob("*.py"))

PARSED = {"escape", "from_text", "from_markup", "from_rich_text", "notify"}
"""Calls that read markup, or are easily given a string that is read as markup."""

WIDGETS = {"Static", "Label", "Button", "OptionList", "Markdown", "DataTable", "Tree", "Input", "Select"}
"""Textual's own widgets: each takes a plain string for markup somewhere."""

NASTY = "[/x] [@click=app.quit]go[/] [b]bold \x1b]0;title\x07\x1b[2J \x9b31m $x [$primary]{y} \u202eabc 中文"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_file_of_the_app_has_a_way_for_text_to_become_markup(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            on_super = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "super()"
            assert on_super or name not in PARSED, f"line {node.lineno}: {name}"
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
            raise AssertionError(f"line {node.lineno}: Textual's own widgets are not used")
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute):
                    assert target.attr not in ("border_title", "border_subtitle", "tooltip"), f"line {node.lineno}"
        if isinstance(node, ast.FunctionDef) and node.name == "render":
            assert ast.unparse(node.returns or ast.Constant(None)) == "Content", f"line {node.lineno}"


def other(thing: Any, **fields: object) -> Any:
    """The same dataclass or named tuple with other fields."""
    return thing._replace(**fields) if hasattr(thing, "_replace") else dataclasses.replace(thing, **fields)


def hostile() -> Opened:
    """A scenario in which every word that can be shown is nasty, as if no edge had cleaned it."""
    opened = raid()
    scenario = opened.scenario

    def outcome(old: Outcome) -> Outcome:
        return other(old, text=NASTY, because=NASTY)

    def scene(old: Scene) -> Scene:
        return other(
            old,
            title=NASTY,
            text=NASTY,
            time=NASTY,
            veil=NASTY,
            moves=tuple(
                other(m, label=NASTY, risk=NASTY, why_not=NASTY, outcomes=tuple(map(outcome, m.outcomes)))
                for m in old.moves
            ),
            wait=other(old.wait, label=NASTY, outcomes=tuple(map(outcome, old.wait.outcomes))),
            methods=tuple(other(m, text=NASTY, technique=NASTY) for m in old.methods),
        )

    assert scenario.preparation is not None
    options = tuple(other(o, label=NASTY, text=NASTY, because=NASTY) for o in scenario.preparation.options)
    return opened._replace(
        scenario=other(
            scenario,
            title=NASTY,
            about=other(scenario.about, summary=NASTY, place=NASTY, goals=(NASTY,), content_notes=(NASTY,)),
            audiences=tuple(other(a, label=NASTY) for a in scenario.audiences),
            bearers=tuple(other(b, label=NASTY) for b in scenario.bearers),
            people=tuple(other(p, label=NASTY, says={"story": NASTY, "face": NASTY}) for p in scenario.people),
            voices=tuple(other(v, label=NASTY) for v in scenario.voices),
            counters=tuple(other(c, label=NASTY) for c in scenario.counters),
            preparation=other(scenario.preparation, text=NASTY, options=options),
            scenes={id_: scene(old) for id_, old in scenario.scenes.items()},
            endings=tuple(other(e, title=NASTY, text=NASTY) for e in scenario.endings),
            debrief=tuple(other(q, ask=NASTY) for q in scenario.debrief),
            sheet=other(scenario.sheet, checklist=(NASTY,)),
        )
    )


def clean(app: BackfireApp) -> None:
    """Nothing on the screen is a control character, and nothing on it can be clicked as an action of the text."""
    for shown in screen_lines(app):
        assert not [char for char in shown if ord(char) < 32 or 127 <= ord(char) < 160 or char == "\u202e"], shown
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.style is None or "@click" not in segment.style.meta


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_hostile_words_stay_words_on_every_screen(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, hostile()) as (app, pilot):
            assert "[@click=app.quit]" in screen_text(app)
            clean(app)
            for key in ("enter", "space", "b"):
                await press(pilot, key)
                clean(app)
            for key in ("enter", "enter", "enter", "enter", "1", "a", "enter", "l", "escape", "y", "enter", "escape"):
                await press(pilot, key)
                clean(app)
            assert app.is_running

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_hostile_ending_stays_words(size: tuple[int, int]) -> None:
    from backfire_sim.engine.events import Play, Prepare

    async def play() -> None:
        kept = begin(hostile(), ephemeral=True)
        for event in (Prepare(()), Play("raid", "wait"), Play("smear", "wait")):
            kept.play(event)
        async with staged(size, kept=kept) as (app, pilot):
            assert isinstance(app.screen, DebriefScreen)
            for key in ("1", "2", "3", "4", "enter", "v"):
                await press(pilot, key)
                clean(app)

    run(play)


def test_what_is_pasted_at_a_terminal_never_comes_back_as_a_command_to_it(tmp_path: Path) -> None:
    pasted = f"\x1b[200~{NASTY} \u200b\u2066 {'w' * 10_000}\x1b[201~"
    with Terminal(tmp_path) as at:
        at.until("nothing leaves")
        for keys, answer in (
            *(
                ("5", "scenarios, nothing"),
                ("/", "Find: "),
                (pasted, "Nothing matches"),
                ("\x1b", "nothing is filtered"),
            ),
            *(("h0", "fill it in"), ("e", "keep it"), (pasted, "wwww")),
        ):
            at.press(keys)
            at.until(answer)
        shown = at.raw.decode("utf-8")
    assert "\x1b[2J" not in shown.split("nothing leaves", 1)[1] and "\x1b]0;" not in shown
    words = re.sub(r"\x1b\[[0-9;?<>=:]*[ $]?[@-~]|\x1b]22;default\x07", "", shown)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", words)


def test_a_notice_is_not_markup_either() -> None:
    async def play() -> None:
        app = BackfireApp(Desk())
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            app.notify("[/x] [@click=app.quit]go[/]")
            await pilot.pause(0.2)
            assert "[/x] [@click=app.quit]go[/]" in screen_text(app)

    run(play)


@given(st.text().map(plain), st.integers(min_value=12, max_value=120))
def test_any_text_is_drawn_letter_by_letter_and_fits(words: str, width: int) -> None:
    lines = [*prose(words, width), *hanging("a ", words, width), fill(Content(words.replace("\n", " ")), width)]
    lines.append(rule(line((words.replace("\n", " "), "bold")), Content(""), width, focused=True))
    for each in lines:
        assert each.cell_length <= width
        assert all(isinstance(span.style, str) and "@" not in span.style for span in each.spans)
    shown = "".join("".join(each.plain for each in prose(words, width)).split())
    assert shown == "".join(words.split())
