"""Marks of a drawing as SVG: boxes, words and lines, everything escaped, every number short."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from backfire_sim.text import one_line

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate without needless digits."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def words(x: float, y: float, text: str, kind: str, anchor: str = "", more: str = "", also: str = "") -> str:
    """One line of text; `kind` names its look, `anchor` is `end` or `middle`; `more` follows in another look."""
    placed = f' text-anchor="{anchor}"' if anchor else ""
    added = f'<tspan dx="8" class="{also}">{escape(one_line(more))}</tspan>' if more else ""
    return f'<text x="{number(x)}" y="{number(y)}" class="{kind}"{placed}>{escape(one_line(text))}{added}</text>'


def box(x: float, y: float, width: float, height: float, kind: str, round_: float = 6) -> str:
    """A box with rounded corners."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size} rx="{number(round_)}" class="{kind}"/>'


def group(marks: Sequence[str], id_: str, says: str, at: Point) -> str:
    """Marks that belong together, moved to a place; `says` is what a pointer or a screen reader gets."""
    named = f"<title>{escape(one_line(says))}</title>" if says else ""
    start = f'<g id="{escape(id_)}" transform="translate({number(at[0])} {number(at[1])})">{named}'
    return "\n".join([start, *marks, "</g>"])


def dots(x: float, y: float, filled: int, most: int) -> list[str]:
    """A row of dots, the first ones filled, ending at `x`."""
    places = [number(x - 10 * (most - n) + 5) for n in range(most)]
    kinds = ["full"] * filled + ["empty"] * (most - filled)
    return [
        f'<circle cx="{place}" cy="{number(y)}" r="3.4" class="{kind}"/>'
        for place, kind in zip(places, kinds, strict=True)
    ]


def curve(points: Sequence[Point]) -> str:
    """A path from point to point that leaves and enters each one going down."""
    x, y = points[0]
    steps = [f"M{number(x)} {number(y)}"]
    for next_x, next_y in points[1:]:
        if abs(next_x - x) < 0.5:
            steps.append(f"L{number(next_x)} {number(next_y)}")
        else:
            bend = (next_y - y) / 2
            bent = (x, y + bend, next_x, next_y - bend, next_x, next_y)
            steps.append("C" + " ".join(map(number, bent)))
        x, y = next_x, next_y
    return "".join(steps)


def corners(points: Sequence[Point], round_: float = 8) -> str:
    """A path of straight pieces with rounded corners."""
    steps = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        near, far = _toward(at, before, round_), _toward(at, after, round_)
        steps.append(f"L{number(near[0])} {number(near[1])}")
        steps.append(f"Q{number(at[0])} {number(at[1])} {number(far[0])} {number(far[1])}")
    steps.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(steps)


def line(path: str, kind: str, thick: float, title: str = "") -> str:
    """A line along a path."""
    named = f"<title>{escape(one_line(title))}</title>" if title else ""
    return f'<path d="{path}" class="{kind}" stroke-width="{number(thick)}">{named}</path>'


def head(x: float, y: float, kind: str) -> str:
    """The head of an arrow that points down at a place."""
    return f'<path d="M{number(x)} {number(y)}l-5 -9h10z" class="{kind}"/>'


def _toward(start: Point, end: Point, far: float) -> Point:
    across, down = end[0] - start[0], end[1] - start[1]
    length = max(abs(across), abs(down))
    share = min(far, length / 2) / length if length else 0.0
    return start[0] + across * share, start[1] + down * share
