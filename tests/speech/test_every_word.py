"""No word of the program reaches a person but through the catalogue.

The program speaks a language nobody speaks, the scenario too; then nothing that is shown may be in Latin letters.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.card import Flaw, Shelved, card_of
from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.plain.aftermath import aftermath
from backfire_sim.plain.commands import ANSWERS, WORDS
from backfire_sim.plain.console import agreed, choose, play
from backfire_sim.plain.ending import ending
from backfire_sim.plain.keeping import inventory_lines, wipe
from backfire_sim.plain.library import library_lines
from backfire_sim.plain.opening import card
from backfire_sim.plain.wording import ABOUT_NOW, methods, moves
from backfire_sim.storage.keeper import TakenUp, begin, take_up
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.paths import places
from backfire_sim.storage.plays import PlayFound
from backfire_sim.storage.rows import After, Header
from backfire_sim.storage.shelf import Opened, built_ins
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.help_words import ABOUT
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.views.consequence import consequence
from backfire_sim.views.ending import ending_view
from backfire_sim.views.library import HISTORY, Broken, Filters, Offer, library_view
from backfire_sim.views.play import view
from tests.made import HUGE, STEPS, played
from tests.plain.test_player import Table
from tests.program import RAID
from tests.speech.strange import WORDS as WORDS_IN_LATIN
from tests.speech.strange import english, strange, strange_scenario
from tests.tui.stage import IDS, SIZES, Desk, Pilot, press, run, screen_lines

FILES = [Path(RAID), *built_ins().values()]
NAMES = [file.stem for file in FILES]


@pytest.fixture(autouse=True)
def speaking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    with strange():
        yield


@pytest.fixture(params=FILES, ids=NAMES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    return strange_scenario(request.param, tmp_path)


UNLIKE = ("harvest", "red-x", "speaker-at-six", "the-buried-tape")
"""Many consents, a case file, chance and what stands until it is answered, one that begins veiled."""

SIZED = pytest.mark.parametrize(
    ("opened", "size"),
    [*((FILES[0], size) for size in SIZES), *((built_ins()[name], (80, 24)) for name in UNLIKE)],
    indirect=["opened"],
    ids=[*IDS, *UNLIKE],
)
"""Every layout once, and the words of scenarios of every kind once. They are strange words, not the scenario's own."""


def known(scenario: Scenario) -> set[str]:
    """What has no translation: sources, and the ids typed to ask somebody or to let something come in."""
    said = {word for person in scenario.people for word in (person.id, *person.uses)}
    said |= {*(inject.id for inject in scenario.injects), *scenario.sources.values()}
    return set(WORDS_IN_LATIN.findall(" ".join(said).replace("_", " ")))


# -- Plain mode --------------------------------------------------------------------------------------------------------


def test_plain_mode_says_nothing_in_english(opened: Opened) -> None:
    asides = ["help", *WORDS[:13], "ask 1", "ask 9", "withdraw", "injects", "inject no", "veil", "unveil", "pause", ""]
    typed = ["nobody", "1 2", *asides, "1", "yes", "why", "undo", "2", "yes", *["3", "yes", "1", "yes"] * 8, "end", "x"]
    table = Table(typed, opened.scenario)
    assert len(table.heard) > 300
    assert not english(table.heard, *known(opened.scenario), "nobody", "no")
    left = Table(["none", "wait", "end", "quit"], opened.scenario)
    assert not english(left.heard, *known(opened.scenario))


def test_what_comes_before_and_after_a_play_is_not_in_english(opened: Opened) -> None:
    told = card_of(opened.scenario)
    offers = [Offer("a", told), Offer("b", told._replace(case_file=""), mine=True)]
    wanted = Filters(minutes=1, words=told.title, who="concerned", response="reveal", difficulty=1, kind=HISTORY)
    broken = [Broken("c", Flaw(told.title, 1, 2))]
    for filters in (Filters(), wanted):
        lines = library_lines(library_view(offers, filters, broken), filters)
        assert not english([*card(told), *lines], opened.scenario.id, "backfire", "check", "backfire")
    session = begin(opened, seed=1, ephemeral=True).session
    assert not english(ending(ending_view(session)), *known(opened.scenario))


def test_every_command_is_understood_in_the_language_and_in_english(tmp_path: Path) -> None:
    opened = strange_scenario(Path(RAID), tmp_path)
    from backfire_sim.plain.commands import means, read_command, typed

    for word in WORDS:
        assert not english([typed(word)])
        assert read_command(word).word == read_command(typed(word).upper()).word == word
    assert all(means(word, word) and means(typed(word), word) for word in ANSWERS)
    assert Table([typed("none"), typed("wait"), typed("quit")], opened.scenario).session.position.phase == "in_scene"


def test_what_is_kept_is_told_in_the_language(tmp_path: Path) -> None:
    kept = begin(strange_scenario(Path(RAID), tmp_path), seed=1)
    kept.play(Prepare(()))
    assert kept.log.path is not None
    told = [line for line in inventory_lines() if str(tmp_path) not in line]
    assert not english(told, "wipe", "play", "NAME", "ephemeral", "--ephemeral")


MADE_UP = {"Audience", "Move", "Option", "Scene", "It", "happened", "Otherwise", "Because", "They", "act", "Nothing"}
MADE_UP |= {"Text", "Wait", "Good", "Other", "Made", "up", "The", "doer", "enabler", "priest", "Ana", "ana", "story"}
MADE_UP |= {"face", "Before", "A", "leak", "Someone", "talks", "was", "seen", "Tally", "tally"}
"""Every word of the scenarios that hypothesis makes up; an author's own label stands in a sentence in small letters."""


@given(played(steps=st.one_of(STEPS, HUGE)))
def test_whatever_a_play_comes_to_is_told_in_the_language(session: Session) -> None:
    with strange():
        lines = list(ending(ending_view(session)))
        for turn in session.turns():
            lines += aftermath(consequence(session.rules, turn))
        now = view(session)
        lines += [line for about in ABOUT_NOW.values() for line in about(now)]
        lines += [*methods(now.methods), *moves(now)]
    assert not english(lines, *MADE_UP)


@pytest.mark.parametrize(
    "condition",
    [
        *(f"care {op} 3" for op in (">=", ">", "<=", "<", "==", "!=")),
        "neighbours.dignity >= 3",
        "round > 1 and (outcome == backfire or outcome != chilled)",
        "families_warned and not prepared(cameras)",
        "visited(raid) and played(reveal) and played(raid.publish)",
        "answered(cover_up) and answered(raid.denial)",
        "consents(ana, story) and not refused(ana, face)",
        "named(mayor) and thrown(leak)",
        "volunteers >= 3",
    ],
)
def test_why_a_move_is_shut_is_told_in_the_language(condition: str, tmp_path: Path) -> None:
    text = Path(RAID).read_text()
    file = tmp_path / "original" / "raid.yaml"
    file.parent.mkdir()
    before = "label: Collect signed statements from the queue"
    assert before in text
    file.write_text(text.replace(before, f"needs: not ({condition}) and ({condition})\n        {before}"))
    opened = strange_scenario(file, tmp_path)
    table = Table(["none", "witnesses"], opened.scenario)
    assert table.last().startswith("Ноу опдн: ")
    assert not english(table.heard)


def test_questions_at_the_door_are_asked_in_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = strange_scenario(Path(RAID), tmp_path)
    told = card_of(opened.scenario)
    typed: list[str] = []
    monkeypatch.setattr("backfire_sim.plain.console.hear", lambda: typed.pop(0) if typed else None)

    def heard(*lines: str) -> None:
        typed[:] = lines

    for lines in (["what", "3"], ["1", "none", "inject leak", "injects", "wait", "no", "quit"], ["2", "none", "end"]):
        heard(*lines)
        assert play(opened.path, seed=1, ephemeral=len(lines) < 3, language="el") == 0
    heard("9", "")
    assert choose([Offer("a", told), Offer("b", told)]) is None
    for lines, sure in (("no",), False), (("yes",), False), ((), True):
        heard(*lines)
        wipe(sure=sure)
    said = capsys.readouterr().out.splitlines()
    assert not english(said, "leak", *WORDS_IN_LATIN.findall(str(tmp_path)), "ephemeral")


# -- The app -----------------------------------------------------------------------------------------------------------


class Eyes:
    """Whoever looks at the screen after every key."""

    def __init__(self, app: BackfireApp, pilot: Pilot[None], known: set[str]) -> None:
        self.app, self.pilot, self.known = app, pilot, known
        self.screens = 0

    async def press(self, *keys: str) -> None:
        """Press keys, and look after each."""
        for key in keys:
            await press(self.pilot, key)
            self.look(key)

    def look(self, after: str = "at first") -> None:
        """Everything on the screen is in the language."""
        lines = screen_lines(self.app)
        self.screens += 1
        assert not english(lines, *self.known), f"after {after}:\n" + "\n".join(lines)


@asynccontextmanager
async def watched(
    size: tuple[int, int], opened: Opened | None = None, kept: Kept | None = None, desk: Desk | None = None
) -> AsyncIterator[Eyes]:
    from tests.tui.stage import staged

    of = opened.scenario if opened else kept.session.scenario if kept else None
    async with staged(size, opened=opened, kept=kept, source=desk) as (app, pilot):
        eyes = Eyes(app, pilot, known(of) if of else set())
        eyes.look()
        yield eyes


def play_of(opened: Opened, moves: int) -> Kept:
    """A play that has come so far."""
    kept = begin(opened, seed=1, ephemeral=True)
    kept.play(Prepare(tuple(option.id for option in opened.scenario.preparation.options[:1])))
    for _ in range(moves):
        if not kept.session.over:
            scene = kept.session.position.scene
            kept.play(Play(scene, kept.session.legal_moves()[0]))
    return kept


@SIZED
def test_before_a_play_no_screen_is_in_english(opened: Opened, size: tuple[int, int]) -> None:
    title = opened.scenario.title
    header = Header(opened.scenario.id, title, opened.source, "")
    at = {"round": size[0] % 2, "courage": 9}
    plays = [
        PlayFound(Path("x"), 1e9 + size[0] * 1e6, header, 3, After(at)),
        PlayFound(Path("y"), 1.7e9, header, 3, After(at, over=True)),
        PlayFound(Path("z"), 1.7e9, header, 3, wrong=(title,)),
        PlayFound(Path("u"), 1.7e9, header, 3, open_in=7),
        PlayFound(Path("w"), 1.7e9, header, 3, After(at), gone_on=True),
    ]

    class Shelf(Desk):
        def own_folders(self):  # type: ignore[no-untyped-def]
            return []

        def shelved(self, listings):  # type: ignore[no-untyped-def]
            card = card_of(opened.scenario)
            return [
                Shelved(opened.source, card, languages=("el",)),
                Shelved("1", card._replace(minutes=card.minutes + 9, for_=(), place="", case_file=""), mine=True),
                Shelved("2", None, Flaw(title, 1, 2), mine=True),
            ]

        def left(self):  # type: ignore[no-untyped-def]
            return plays[:1]

        def plays(self):  # type: ignore[no-untyped-def]
            return [play.path for play in plays]

        def looked_at(self, files):  # type: ignore[no-untyped-def]
            return plays

    async def look() -> None:
        async with watched(size, desk=Shelf()) as eyes:
            eyes.known |= known(opened.scenario) | {"backfire", "check"}
            await eyes.press("end", "home", "question_mark", "escape", "v", "t", "t", "t", "p", "escape")
            eyes.app.visit("library")
            await eyes.press(
                "end", "home", *"1234678", "5", "1", "enter", "slash", "1", "enter", "0", "4", "question_mark"
            )
            eyes.app.visit("plays")
            await eyes.press("down", "down", "down", "down", "d", "escape", "home", "down", "enter", "question_mark")
        async with watched(size, opened=opened) as eyes:
            await eyes.press("pagedown", "pagedown", "down", "enter", "down", "space", "up", "space", "down", "down")
            await eyes.press("space", "b")

    run(look)


@SIZED
def test_in_a_play_no_screen_is_in_english(opened: Opened, size: tuple[int, int]) -> None:
    async def look() -> None:
        async with watched(size, kept=play_of(opened, 0)) as eyes:
            await eyes.press("w", "l", "escape", "y", "enter", "x", "escape", "v", "v", "u", "pagedown", "enter")
            for row in "123456":
                # Whoever has left the play stands on the first screen, where a row is a room; other tests enter those.
                if not isinstance(eyes.app.screen, HomeScreen):
                    await eyes.press(row, "enter", "b", "a", "enter", "escape", "escape")
            await eyes.press("1", "enter", "enter", "down", "down", "enter", *["enter", "w", "escape"] * 3, "u", "p")
        async with watched(size, kept=play_of(opened, 1)) as eyes:
            await eyes.press("6", "enter", "a", "enter", "enter", "l", "escape", "y", "enter", "enter", "down", "enter")
        async with watched(size, kept=play_of(opened, 2)) as eyes:
            await eyes.press("w", "pagedown", "v", "escape", "l", "pagedown", "escape")
            if not isinstance(eyes.app.screen, HomeScreen):
                await eyes.press("6", "enter", "a", "enter", "enter", "enter", "enter", "enter")

    run(look)


@SIZED
def test_after_a_play_no_screen_is_in_english(opened: Opened, size: tuple[int, int]) -> None:
    async def look() -> None:
        kept = play_of(opened, 20)
        assert kept.session.over
        async with watched(size, kept=kept) as eyes:
            await eyes.press("v", *[*"12345", "pagedown", "pagedown", "v"] * 2, "p", "escape", "question_mark")
        async with watched(size, kept=play_of(opened, 1)) as eyes:
            await eyes.press("p", "down", "enter", "pagedown", "q")

    run(look)


@pytest.mark.parametrize("about", ABOUT)
def test_no_page_of_the_help_is_in_english(about: str) -> None:
    from backfire_sim.tui.screens.help import help_lines

    assert not english(line.plain for line in help_lines(about, "ctrl+x", "ctrl+o", 60))


# -- Plays that are taken up again -------------------------------------------------------------------------------------


def taken_up_after(change: tuple[str, str], tmp_path: Path) -> TakenUp:
    """A play of a scenario whose file was changed afterwards."""
    opened = strange_scenario(Path(RAID), tmp_path)
    kept = begin(opened, seed=1)
    kept.play(Prepare(()))
    kept.play(Ask("ana", "story"))
    kept.play(Play("raid", "witnesses"))
    kept.close()
    text = opened.path.read_text()
    assert change[0] in text
    opened.path.write_text(text.replace(*change))
    return take_up(next(places().plays.glob("*.play")), "el")


CHANGES = {
    "differs": ("effects: {visibility: +2, evidence: +2}", "effects: {visibility: +1, evidence: +2, care: -1}"),
    "stops": ("      witnesses:\n", "      testimony:\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_became_of_a_play_is_told_in_the_language(
    change: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = taken_up_after(change, tmp_path)
    moves = {"raid", "witnesses", "testimony", "publish", "angry", "post", "wait"}
    monkeypatch.setattr("sys.stdin", None)
    assert not agreed(taken)
    said = capsys.readouterr().out.splitlines()
    assert len(said) > 3
    assert not english(said, *moves)

    async def look() -> None:
        from backfire_sim.tui.screens.resume import ChangedScreen

        async with watched((80, 24), desk=Desk()) as eyes:
            eyes.known = moves
            eyes.app.push_screen(ChangedScreen(taken, taken.verdict))  # type: ignore[arg-type]
            await eyes.press("down", "question_mark", "escape", "escape")

    run(look)
