"""Pictures for documents, as SVG in the page itself: the plane, the funnel over time, costs and gains.

Pure functions of figures and words. Every picture has a title and a description that says the same in words; what is
told by color is told by a pattern, a mark or a label too, so that it holds in black and white. No styles are written
into elements, because a page of ours lets no style in but its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from backfire_sim.text import fit, one_line, wrap

OURS, THEIRS, INK, QUIET = "#1b5e9b", "#b4500f", "#111111", "#6b6b6b"
WIDTH = 640
"""Units of a picture's width; the page decides how large it is drawn."""

_PAPER = "#ffffff"
_FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_DASHES = ("", "8 4", "2 3", "10 3 2 3", "5 5")
_COLORS = (OURS, INK)
"""Of ways: both are of groups like ours, and orange is always theirs."""


class Picture(str):
    """An SVG element made by this module: words in it are escaped, so a page takes it as it stands."""

    __slots__ = ()

    def __html__(self) -> str:
        """The element itself."""
        return str(self)


class Way(NamedTuple):
    """A way over the plane."""

    name: str
    points: Sequence[tuple[int, int]]
    """(support, cost), the opening first."""


class Dot(NamedTuple):
    """Other plays that ended near a place on the plane."""

    support: float
    cost: float
    share: float
    """0 to 1."""


class Bar(NamedTuple):
    """A number of 0 to 100."""

    label: str
    value: int
    began: int
    """What it was at the opening."""
    ceiling: int | None = None
    theirs: bool = False


class Series(NamedTuple):
    """A line over the rounds."""

    label: str
    values: Sequence[int]
    """Of 100, the opening first."""


class Regions(NamedTuple):
    """Words for the four regions of the plane, and for its axes."""

    above_left: str
    above_right: str
    below_left: str
    below_right: str
    across: str
    up: str


def plane(
    ways: Sequence[Way],
    needed: tuple[int, int],
    regions: Regions,
    *,
    id: str,
    title: str,
    told: str,
    cloud: Sequence[Dot] = (),
) -> Picture:
    """The plane with one way or more over it; rounds as numbers. `needed` is (support, cost) of the corner."""
    left, top, side_x, side_y = 62, 14, WIDTH - 82, 330
    height = top + side_y + 52

    def at(support: float, cost: float) -> tuple[float, float]:
        return left + support * side_x / 100, top + side_y - cost * side_y / 100

    corner = at(*needed)
    right, bottom = at(100, 0)
    drawn = [
        _rect(corner[0], top, right - corner[0], corner[1] - top, fill="#eef3f8"),
        _rect(left, top, side_x, side_y, fill="none", stroke=QUIET),
        _line(corner[0], top, corner[0], bottom, stroke=QUIET, stroke_dasharray="3 4"),
        _line(left, corner[1], right, corner[1], stroke=QUIET, stroke_dasharray="3 4"),
    ]
    drawn += [_dot(*at(dot.support, dot.cost), dot.share) for dot in cloud]
    drawn += _region_words(regions, (left, top), corner, (right, bottom))
    for value in (0, 50, 100):
        x, y = at(value, value)
        drawn += [_text(x, bottom + 16, str(value), anchor="middle", fill=QUIET)]
        drawn += [_text(left - 8, y + 4, str(value), anchor="end", fill=QUIET)]
    drawn += [_text((left + right) / 2, bottom + 36, regions.across, anchor="middle", fill=OURS, weight="bold")]
    drawn += [_upward(16, top + side_y / 2, regions.up)]
    for number, way in enumerate(ways):
        drawn += _way(way, [at(*point) for point in way.points], number, several=len(ways) > 1)
    return _svg(drawn, height, id, title, told)


def over_time(series: Sequence[Series], *, id: str, title: str, told: str, round_words: str, of_100: str) -> Picture:
    """Lines over the rounds, each with its own dashes and mark, and its name at its end."""
    left, top, side_y = 46, 26, 250
    names = max((len(each.label) for each in series), default=0)
    side_x = WIDTH - left - min(230, 34 + names * 7)
    rounds = max((len(each.values) for each in series), default=1)
    height = top + side_y + 44

    def at(number: int, value: int) -> tuple[float, float]:
        return left + number * side_x / max(1, rounds - 1), top + side_y - value * side_y / 100

    drawn = [_text(left - 34, 14, of_100, fill=QUIET)]
    for value in (0, 25, 50, 75, 100):
        y = at(0, value)[1]
        drawn += [_line(left, y, left + side_x, y, stroke="#d8d8d8")]
        drawn += [_text(left - 8, y + 4, str(value), anchor="end", fill=QUIET)]
    every = max(1, -(-rounds // 16))
    for number in range(0, rounds, every):
        drawn += [_text(at(number, 0)[0], top + side_y + 18, str(number), anchor="middle", fill=QUIET)]
    drawn += [_text(left + side_x / 2, top + side_y + 36, round_words, anchor="middle", fill=QUIET)]
    ends = _apart([at(0, each.values[-1])[1] if each.values else top for each in series], 17, top + side_y + 6)
    for n, (each, label_y) in enumerate(zip(series, ends, strict=True)):
        places = [at(number, value) for number, value in enumerate(each.values)]
        color = OURS if n % 2 == 0 else INK
        drawn += [_polyline(places, stroke=color, dash=_DASHES[n % len(_DASHES)])]
        drawn += [_mark(x, y, n, color) for x, y in places]
        if places:
            x, y = places[-1]
            drawn += [_line(x + 5, y, x + 18, label_y - 4, stroke=QUIET)]
            drawn += [_mark(x + 24, label_y - 4, n, color)]
            drawn += [_text(x + 32, label_y, fit(one_line(each.label), 30), fill=INK)]
    return _svg(drawn, height, id, title, told)


def bars(rows: Sequence[Bar], *, id: str, title: str, told: str) -> Picture:
    """Numbers of 0 to 100 as bars: theirs hatched, ours plain; where each began, and how far it can rise."""
    left, row = 190, 30
    side = WIDTH - left - 62
    height = row * len(rows) + 14
    hatch = f"{id}-hatch"
    drawn = [
        f'<defs><pattern id="{escape(hatch)}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3c7a5"/>'
        f'<rect width="3" height="6" fill="{THEIRS}"/></pattern></defs>'
    ]
    for number, each in enumerate(rows):
        y = 6 + row * number
        ends = left + _share(each.value) * side
        drawn += [_text(left - 10, y + 15, fit(one_line(each.label), 26), anchor="end", fill=INK)]
        drawn += [_rect(left, y, side, 20, fill="none", stroke="#c4c4c4")]
        fill = f"url(#{hatch})" if each.theirs else OURS
        drawn += [_rect(left, y, ends - left, 20, fill=fill)] if each.value > 0 else []
        began = left + _share(each.began) * side
        drawn += [_line(began, y - 3, began, y + 23, stroke=INK, stroke_width="2")]
        if each.ceiling is not None and each.ceiling < 100:
            top = left + _share(each.ceiling) * side
            drawn += [_line(top, y - 3, top, y + 23, stroke=THEIRS, stroke_width="2", stroke_dasharray="3 2")]
        drawn += [_text(left + side + 8, y + 15, str(each.value), fill=INK, weight="bold")]
    return _svg(drawn, height, id, title, told)


def _share(value: int) -> float:
    return min(100, max(0, value)) / 100


# -- Parts of pictures -------------------------------------------------------------------------------------------


def _way(way: Way, places: Sequence[tuple[float, float]], number: int, *, several: bool) -> list[str]:
    color = _COLORS[number % len(_COLORS)]
    drawn = [_polyline(places, stroke=color, dash=_DASHES[1] if number else "", width="2.5")]
    for before, after in pairwise(places):
        drawn += _arrow(before, after, color)
    taken: list[tuple[float, float]] = []
    for n, (x, y) in enumerate(places):
        last = n == len(places) - 1
        ring = {"fill": color if last else _PAPER, "stroke": color, "stroke_width": "2"}
        drawn += [_rect(x - 9, y - 9, 18, 18, **ring) if number else _circle(x, y, 10, **ring)]
        if all(abs(x - a) + abs(y - b) > 6 for a, b in taken) or last:
            drawn += [_text(x, y + 4, str(n), anchor="middle", fill=_PAPER if last else INK, size=11, weight="bold")]
        taken.append((x, y))
    if several and places:
        x, y = places[-1]
        near_the_end = x > WIDTH * 0.7
        anchor, shift = ("end", -15) if near_the_end else ("start", 15)
        drawn += [_text(x + shift, y - 12, fit(one_line(way.name), 40), anchor=anchor, fill=color, weight="bold")]
    return drawn


def _arrow(before: tuple[float, float], after: tuple[float, float], color: str) -> list[str]:
    """A small head in the middle of a step, where the step is long enough to show one."""
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length < 44:
        return []
    ux, uy = dx / length, dy / length
    x, y = before[0] + dx / 2 + 5 * ux, before[1] + dy / 2 + 5 * uy
    corners = ((x, y), (x - 10 * ux + 5 * uy, y - 10 * uy - 5 * ux), (x - 10 * ux - 5 * uy, y - 10 * uy + 5 * ux))
    return [f'<polygon points="{_points(corners)}" fill="{color}"/>']


def _region_words(
    regions: Regions, start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> list[str]:
    rooms = (
        (regions.above_left, start[0], corner[0], start[1], True),
        (regions.above_right, corner[0], end[0], start[1], True),
        # Every play opens at the bottom of this one, so that its words stand at the top.
        (regions.below_left, start[0], corner[0], corner[1], True),
        (regions.below_right, corner[0], end[0], end[1], False),
    )
    drawn = []
    for words, left, right, edge, from_top in rooms:
        cells = int((right - left - 16) / 6.6)
        lines = wrap(one_line(words), cells) if cells >= 9 else []
        first = edge + 18 if from_top else edge - 8 - 15 * (len(lines) - 1)
        drawn += [_text(left + 8, first + 15 * n, each, fill=QUIET, style="italic") for n, each in enumerate(lines)]
    return drawn


def _dot(x: float, y: float, share: float) -> str:
    """Its area goes with the share; the rarest can still be seen."""
    return _circle(x, y, max(1.2, min(26.0, (share**0.5) * 52)), fill="#9a9a9a", fill_opacity="0.45")


def _mark(x: float, y: float, kind: int, color: str) -> str:
    match kind % 5:
        case 0:
            return _circle(x, y, 4, fill=color)
        case 1:
            return _rect(x - 3.5, y - 3.5, 7, 7, fill=_PAPER, stroke=color, stroke_width="2")
        case 2:
            return f'<polygon points="{_points(((x, y - 5), (x + 5, y + 4), (x - 5, y + 4)))}" fill="{color}"/>'
        case 3:
            corners = ((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
            return f'<polygon points="{_points(corners)}" fill="{_PAPER}" stroke="{color}" stroke-width="2"/>'
    return _line(x - 4, y - 4, x + 4, y + 4, stroke=color, stroke_width="2.5") + _line(
        x - 4, y + 4, x + 4, y - 4, stroke=color, stroke_width="2.5"
    )


def _apart(heights: Sequence[float], least: float, lowest: float) -> list[float]:
    """Heights for labels, no two nearer than `least` and none below `lowest`, each as near its own as may be."""
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    placed = list(heights)
    above = -1e9
    for n in order:
        above = placed[n] = max(heights[n] + 4, above + least)
    below = lowest + least
    for n in reversed(order):
        below = placed[n] = min(placed[n], below - least)
    return placed


# -- Elements ----------------------------------------------------------------------------------------------------


def _svg(drawn: Iterable[str], height: float, id: str, title: str, told: str) -> Picture:
    name = escape(id)
    return Picture(
        f'<svg class="picture" viewBox="0 0 {WIDTH} {_number(height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-told" font-family="{_FONT}" font-size="12">'
        f'<title id="{name}-title">{_words(title)}</title><desc id="{name}-told">{_words(told)}</desc>'
        f"{''.join(drawn)}</svg>"
    )


def _words(text: str) -> str:
    return escape(one_line(text))


def _attributes(given: dict[str, str]) -> str:
    return "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in given.items())


def _rect(x: float, y: float, width: float, height: float, **given: str) -> str:
    size = f'width="{_number(max(0, width))}" height="{_number(max(0, height))}"'
    return f'<rect x="{_number(x)}" y="{_number(y)}" {size}{_attributes(given)}/>'


def _circle(x: float, y: float, r: float, **given: str) -> str:
    return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(r)}"{_attributes(given)}/>'


def _line(x: float, y: float, to_x: float, to_y: float, **given: str) -> str:
    ends = f'x1="{_number(x)}" y1="{_number(y)}" x2="{_number(to_x)}" y2="{_number(to_y)}"'
    return f"<line {ends}{_attributes(given)}/>"


def _polyline(places: Iterable[tuple[float, float]], *, stroke: str, dash: str = "", width: str = "2") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{_points(places)}" fill="none" stroke="{stroke}" stroke-width="{width}"{dashes}/>'


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    fill: str,
    size: int = 12,
    weight: str = "",
    style: str = "",
) -> str:
    given = {"text_anchor": anchor, "fill": fill, "font_size": str(size)}
    given |= {"font_weight": weight} if weight else {}
    given |= {"font_style": style} if style else {}
    return f'<text x="{_number(x)}" y="{_number(y)}"{_attributes(given)}>{_words(words)}</text>'


def _upward(x: float, y: float, words: str) -> str:
    turned = f'transform="rotate(-90 {_number(x)} {_number(y)})"'
    return (
        f'<text x="{_number(x)}" y="{_number(y)}" text-anchor="middle" fill="{THEIRS}" font-weight="bold" {turned}>'
        f"{_words(words)}</text>"
    )


def _points(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
