"""The map as a picture: one SVG file that needs nothing else, to print, to hang up, to put into a page."""

from __future__ import annotations

from html import escape

from backfire_sim.authoring.map import marks as m
from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Graph
from backfire_sim.authoring.map.placing import Placed, place

MARGIN = 28.0
_HEAD = 96.0
"""Where the map begins, below its title."""
_GUTTER = 108.0
"""Where it begins at the left, beside the numbers of the rounds."""
_LEAST = 620.0
"""The legend needs this much."""

STYLE = """
svg.backfire-map { font-family: "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
.backfire-map text { fill: #1d2733; font-size: 12px; }
.backfire-map .paper { fill: #ffffff; }
.backfire-map .heading { font-size: 24px; font-weight: bold; }
.backfire-map .title { font-size: 15px; font-weight: bold; }
.backfire-map .quiet { fill: #4a5866; }
.backfire-map .round { font-size: 13px; font-weight: bold; fill: #5b6875; }
.backfire-map .band { stroke: #dfe4ea; stroke-width: 1; }
.backfire-map .id, .backfire-map .condition { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.backfire-map .id, .backfire-map .condition, .backfire-map .note, .backfire-map .how { font-size: 10.5px; }
.backfire-map .id { fill: #4a5866; }
.backfire-map .note { font-style: italic; fill: #4a5866; }
.backfire-map .method { font-weight: bold; fill: #8a3d00; }
.backfire-map .how { fill: #6d4a2c; font-weight: normal; }
.backfire-map .r { font-weight: bold; fill: #1a4f8b; }
.backfire-map .wait { font-style: italic; fill: #4a5866; }
.backfire-map .condition { fill: #5a2a82; }
.backfire-map .ending, .backfire-map .to, .backfire-map .rank { font-weight: bold; }
.backfire-map .share { font-weight: bold; fill: #0b3a6b; }
.backfire-map .scene { fill: #ffffff; }
.backfire-map .frame { fill: none; stroke: #2b3947; stroke-width: 1.4; }
.backfire-map .opens { fill: none; stroke: #2b3947; stroke-width: 3; }
.backfire-map .apart { fill: none; stroke: #b3261e; stroke-width: 1.8; stroke-dasharray: 7 4; }
.backfire-map .theirs { fill: #fff1e2; }
.backfire-map .ours { fill: #edf4fc; }
.backfire-map .before { fill: #edf4fc; stroke: #7d9cc0; stroke-dasharray: 3 3; }
.backfire-map .waiting { fill: #f4f5f6; stroke: #c3cad2; stroke-dasharray: 4 3; }
.backfire-map .end { fill: #f1f3f5; stroke: #2b3947; stroke-width: 1.4; }
.backfire-map .full { fill: #b85c0b; stroke: #b85c0b; }
.backfire-map .empty { fill: #ffffff; stroke: #b85c0b; }
.backfire-map .way, .backfire-map .back, .backfire-map .idle { fill: none; stroke: #5b6b7d; }
.backfire-map .idle { stroke: #a3aeb9; stroke-dasharray: 5 4; }
.backfire-map .back { stroke: #7b3fa0; }
.backfire-map .way-head { fill: #5b6b7d; }
.backfire-map .idle-head { fill: #a3aeb9; }
.backfire-map .back-head { fill: #7b3fa0; }
"""


def svg(graph: Graph, heat: w.Heat | None = None) -> str:
    """The map as an SVG file."""
    whole = place(graph, [stop for stop in graph.stops if stop.reached], heat, whole=True)
    down = _HEAD
    body = _drawn(whole, down)
    down += whole.height
    width = whole.width
    apart = graph.unreached()
    if apart:
        lost = place(graph, apart, heat, whole=False)
        down += 64
        body.append(m.words(_GUTTER, down - 22, w.NOBODY, "round"))
        body.append(_rule(down - 40, lost.width))
        body += _drawn(lost, down)
        down += lost.height
        width = max(width, lost.width)
    legend, deep = _legend(heat is not None, any(edge.back for edge in graph.edges))
    width = max(width, _LEAST) + _GUTTER + MARGIN
    height = down + 36 + deep + MARGIN
    size = f'width="{m.number(width)}" height="{m.number(height)}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="backfire-map" {size}'
            f' viewBox="0 0 {m.number(width)} {m.number(height)}" role="img">',
            f"<title>{escape(graph.title)}: {escape(w.counted(graph))}</title>",
            f"<style>{STYLE}.backfire-map .heat {{ fill: {w.shade(1)}; }}\n</style>",
            m.box(0, 0, width, height, "paper", 0),
            m.words(MARGIN, 46, graph.title, "heading"),
            m.words(MARGIN, 66, w.counted(graph), "quiet"),
            *body,
            f'<g transform="translate({m.number(MARGIN)} {m.number(down + 36)})">',
            *legend,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _drawn(placed: Placed, down: float) -> list[str]:
    marks = []
    for number, top in placed.bands:
        if number > 1:
            marks.append(_rule(down + top - 24, placed.width))
        marks.append(m.words(MARGIN, down + top + 18, f"Round {number}", "round"))
    marks.append(f'<g transform="translate({m.number(_GUTTER)} {m.number(down)})">')
    for line in placed.lines:
        marks.append(m.line(line.path, line.kind, line.thick, line.says))
        if line.head:
            marks.append(m.head(*line.head, f"{line.kind}-head"))
    marks += [m.group(part.marks, part.id, part.says, (x, y)) for part, x, y in placed.parts]
    return [*marks, "</g>"]


def _rule(down: float, width: float) -> str:
    return f'<path d="M{m.number(MARGIN)} {m.number(down)}H{m.number(_GUTTER + width)}" class="band"/>'


def _legend(heat: bool, loops: bool) -> tuple[list[str], float]:
    """What the marks mean, and how deep it is."""
    said = [
        *([f"{w.HEAT[:-1]}, in percent and as a shade; thick lines for many."] if heat else []),
        "Orange: methods that land when the scene opens, with their strength in dots (slight, solid, strong).",
        "Blue: the moves that lead on, with their R and id; gray and dashed where only waiting leads there.",
        "In purple letters: what has to hold. A move whose outcomes lead to several scenes stands with each of them.",
        *(["Purple lines lead back."] if loops else []),
        w.LAST,
    ]
    return [m.words(0, 16 * n, text, "note") for n, text in enumerate(said)], 16.0 * len(said)
