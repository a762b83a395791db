"""How it looks: contrast of every color, screens as text, and nothing out of its place at any size."""

import math
import os
from pathlib import Path

import pytest
from textual.color import Color
from textual.geometry import Region
from textual.theme import Theme

from backfire_sim.storage.settings import Settings
from backfire_sim.tui import themes
from backfire_sim.tui.layout import Places, frame
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.play_layout import ANSWER, READ, TOLD, play_places
from tests.tui.stage import IDS, SIZES, Desk, press, raid, raid_play, run, screen_lines, screen_text, staged

PICTURES = Path(__file__).parent / "pictures"


def ratio(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(color: str) -> float:
        def channel(value: int) -> float:
            part = value / 255
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = Color.parse(color).rgb
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", themes.THEMES, ids=themes.NAMES)
def test_every_color_of_words_can_be_read_on_every_ground(theme: Theme) -> None:
    least = 7.0 if theme.name.startswith("contrast") else 4.5
    grounds = [theme.background, theme.panel, theme.variables["cursor"]]
    words = [theme.foreground, *(theme.variables[role] for role in themes.ROLES if role not in ("line", "cursor"))]
    for ground in grounds:
        for color in words:
            assert ratio(str(color), str(ground)) >= least, (color, ground)


SEEN_BY = {
    "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopes": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopes": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopes": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""How people see linear red, green and blue who lack one kind of cone (Machado, Oliveira and Fernandes 2009)."""


def seen(color: str, eyes: str) -> tuple[float, float, float]:
    """A color as these eyes see it, in CIE L*a*b*."""

    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    def root(part: float) -> float:
        return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116

    parts = [linear(value) for value in Color.parse(color).rgb]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, parts, strict=True)))) for row in SEEN_BY[eyes]
    )
    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", themes.THEMES, ids=themes.NAMES)
def test_ours_theirs_and_what_is_marked_are_told_apart_by_all_eyes(theme: Theme) -> None:
    roles = theme.variables
    for eyes in SEEN_BY:
        ours, theirs, mark = (seen(roles[role], eyes) for role in ("ours", "theirs", "mark"))
        assert math.dist(ours, theirs) >= 30, eyes
        assert math.dist(ours, mark) >= 18 and math.dist(theirs, mark) >= 18, eyes


@pytest.mark.parametrize("theme", themes.THEMES, ids=themes.NAMES)
def test_every_color_is_the_same_on_a_terminal_with_256_colors(theme: Theme) -> None:
    cube = {0, 95, 135, 175, 215, 255}
    ramp = {8 + 10 * step for step in range(24)}
    for color in (theme.background, theme.panel, theme.foreground, *theme.variables.values()):
        red, green, blue = Color.parse(str(color)).rgb
        assert {red, green, blue} <= cube or (red == green == blue and red in ramp), color


def test_one_key_goes_through_the_colors_and_they_are_remembered() -> None:
    async def play() -> None:
        desk = Desk(Settings(theme="no-such-theme"))
        async with staged(source=desk) as (app, pilot):
            seen = [app.theme]
            for _ in themes.NAMES:
                await press(pilot, "t")
                seen.append(app.theme)
                assert desk.held.theme == app.theme
            assert tuple(seen) == (*themes.NAMES, themes.NAMES[0])

    run(play)


def apart(places: Places, body: Region) -> None:
    """Every pane lies inside the body, has room, and covers no other."""
    regions = list(places.items())
    for name, region in regions:
        assert region.width > 0 and region.height > 0, name
        assert body.contains_region(region), (name, region, body)
    for at, (name, region) in enumerate(regions):
        for other, second in regions[at + 1 :]:
            assert not region.overlaps(second), (name, other)


@pytest.mark.parametrize("stage", [READ, ANSWER, TOLD])
def test_the_panes_of_the_play_never_cover_each_other(stage: str) -> None:
    for width in range(40, 260, 7):
        for height in range(24, 80, 3):
            _, body = frame(width, height)
            places = play_places(body, height, stage)
            apart(places, body)
            assert "situation" in places or "board" in places


@pytest.mark.parametrize(("width", "height"), [(w, h) for w, h in SIZES if w >= 100 and h >= 36])
def test_on_a_large_screen_nothing_changes_its_place_when_a_move_is_played(width: int, height: int) -> None:
    _, body = frame(width, height)
    assert play_places(body, height, READ) == play_places(body, height, ANSWER) == play_places(body, height, TOLD)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_on_every_size_each_screen_says_where_it_is_and_which_keys_there_are(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=raid_play("raid.publish")) as (app, pilot):
            for keys in (
                [],
                ["enter", "enter", "enter", "enter"],
                ["2"],
                ["b"],
                ["enter"],
                ["escape"],
                ["question_mark"],
            ):
                await press(pilot, *keys)
                lines = screen_lines(app)
                assert len(lines) == size[1]
                assert lines[0].strip()
                assert "? help" in lines[-1]
                assert "blank" in lines[-1]

    run(play)


def alike(name: str, shown: str) -> None:
    """Compare with the picture on file; BACKFIRE_PICTURES=write makes it anew, to be looked at in the diff."""
    path = PICTURES / f"{name}.txt"
    if os.environ.get("BACKFIRE_PICTURES") == "write":
        path.write_text(shown + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown + "\n"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_screens_of_a_play_look_as_they_did(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"

    async def play() -> None:
        async with staged(size, raid()) as (app, pilot):
            await press(pilot, "enter", "space", "down", "space", "b", "enter", "enter", "enter")
            while "-- read" in "-- " + app.screen.stage:  # type: ignore[attr-defined]
                await press(pilot, "enter")
            await press(pilot, "1")
            alike(f"board-{name}", screen_text(app))
            await press(pilot, "a", "enter")
            alike(f"told-{name}", screen_text(app))
        async with staged(size, kept=raid_play("raid.publish", "smear.portraits")) as (app, pilot):
            await press(pilot, "right")
            alike(f"debrief-{name}", screen_text(app))

    run(play)


@pytest.mark.parametrize("room", ["plan", "numbers", "learn", "library", "plays", "measure", "settings", "help_here"])
def test_a_mouse_leaves_every_part_as_well_as_it_comes_in(room: str) -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.visit(room)
            await pilot.pause()
            foot = screen_lines(app)[-1]
            way = next(words for words in ("esc ", "h home", "q leave") if words in foot)
            assert await pilot.click(offset=(foot.index(way), 23))
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)

    run(play)
