"""The map as lines of text: the shape at a glance, then round by round each scene with the ways out of it.

A small scenario is told in full. A large one is folded: one line for each scene and one for each way on, with the ids
of the moves, so that it can still be searched and read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Edge, Goto, Graph, Stop
from backfire_sim.authoring.map.shape import shape
from backfire_sim.scoring.vocabulary import RESPONSES, label
from backfire_sim.text import pad, width, wrap

NARROWEST = 40

_SHADES = " ░▒▓█"
_KEPT = "\0"
"""Stands for a space at which no line may break, while lines are broken."""

_R = max(len(label(response)) for response in RESPONSES) + 2
_AS_ASCII = str.maketrans(
    {
        "│": "|",
        **dict.fromkeys("─┄", "-"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼", "+"),
        "▶": ">",
        "▷": ">",
        "↑": "^",
        "●": "*",
        "○": ".",
        "░": ".",
        "▒": ":",
        "▓": "x",
        "█": "#",
        "×": "x",
    }
)
SIGNS = "".join(map(chr, _AS_ASCII))
"""All that this draws with and that a plain terminal may not know."""


def outline(graph: Graph, heat: w.Heat | None = None, cells: int = 80, full: bool = True) -> list[str]:
    """The map in lines of at most `cells` cells, in full or folded."""
    return _Outline(graph, heat, max(NARROWEST, cells), full).lines()


def as_ascii(line: str) -> str:
    """A line with its frames, arrows and shades in plain characters, for terminals that know no others."""
    return line.translate(_AS_ASCII)


class _Outline:
    """One telling: the graph with how wide and how full it is told."""

    def __init__(self, graph: Graph, heat: w.Heat | None, cells: int, full: bool) -> None:
        self.graph, self.heat, self.cells, self.full = graph, heat, cells, full
        self.titles = w.titles(graph)

    def lines(self) -> list[str]:
        graph = self.graph
        lines = [*wrap(f"{graph.title} ({graph.id})", self.cells), *wrap(w.counted(graph), self.cells)]
        lines += [] if self.heat is None else wrap(w.HEAT, self.cells)
        drawing = shape(graph, self.cells)
        if drawing:
            loops = [f"{edge.source} to {edge.target}" for edge in graph.edges if edge.back]
            lines += ["", *drawing, *(self._hung("Back: ", ", ".join(loops), 6) if loops else [])]
        if graph.options:
            lines += ["", *self._before()]
        for number, stops in graph.in_rounds().items():
            lines += ["", self._rule(f"Round {number}")]
            for stop in stops:
                lines += self._stop(stop)
        lines += ["", self._rule("END"), *self._endings()]
        apart = graph.unreached()
        if apart:
            lines += ["", self._rule(w.NOBODY)]
            for stop in apart:
                lines += self._stop(stop)
        if any(w.rounds_of(stop) for stop in graph.stops):
            lines += ["", *wrap(w.LAST, self.cells)]
        return lines

    def _rule(self, text: str) -> str:
        return f"── {text} ".ljust(self.cells, "─")

    def _before(self) -> Iterable[str]:
        options = self.graph.options
        yield self._rule(f"Before: choose {self.graph.choose} of {len(options)}")
        if not self.full:
            yield from self._hung("  ", " ".join(option.id for option in options), 2)
            return
        for option in options:
            yield from self._hung(f"  {pad(label(option.response), _R)}", f"{option.label} ({option.id})", 2 + _R)

    def _stop(self, stop: Stop) -> Iterator[str]:
        if self.full:
            yield ""
        yield from self._named(stop)
        for landing in stop.methods if self.full else ():
            how = f"{label(landing.uses)}: {', '.join(w.lands(landing))}"
            yield from self._hung(f"  {w.dots(landing.strength)} ", how, 6)
        if self.full:
            yield "  │"
        for edge in stop.edges:
            yield from self._edge(edge, edge is stop.edges[-1])

    def _named(self, stop: Stop) -> Iterator[str]:
        share = "" if self.heat is None else f"{_warm(self.heat.get(stop.id, 0.0))}  "
        late = w.rounds_of(stop)
        if self.full:
            yield from self._hung(share, f"{self.titles[stop.id]} ({stop.id})", 2 + width(share))
            said = ", ".join(text for text in (stop.time, late) if text)
            yield from self._hung("  ", said, 2) if said else ()
            return
        lands = [f"{label(method.uses)} {w.dots(method.strength)}" for method in stop.methods]
        named = f"{self.titles[stop.id]}{': ' if lands else ''}"
        yield from self._listed(f"{share}{stop.id}  ", named, lands, "    ")

    def _edge(self, edge: Edge, last: bool) -> Iterator[str]:
        arrow = "┄▷" if edge.waits else "─▶"
        where = f"{'↑ back to ' if edge.back else ''}{self._place(edge.target)}"
        lead, rest = ("  └" if last else "  ├"), ("   " if last else "  │")
        if not self.full:
            yield from self._listed(f"{lead}{arrow} ", f"{where}: ", w.ways_in_brief(edge, self.heat), f"{rest}    ")
            return
        yield from self._hung(f"{lead}{arrow} ", where, 0, f"{rest}   ")
        for gotos in edge.by_move():
            yield from self._move(gotos, f"{rest}    ")

    def _move(self, gotos: Sequence[Goto], lead: str) -> Iterator[str]:
        first = gotos[0]
        share = "" if self.heat is None else f"{_warm(self.heat.get(first.key, 0.0))}  "
        named = f"{w.what(first)} ({first.move})" if not first.waits else ""
        start = f"{lead}{share}{pad(w.doing(first), _R)}"
        under = lead + " " * (width(start) - width(lead))
        yield from self._hung(start, named, 0, under) if named else [start.rstrip()]
        for text in w.open_when(first):
            yield from self._hung(under, text, 0, under + "  ")
        for goto in gotos:
            if goto.turns:
                yield from self._hung(under, goto.turns, 0, under + "  ")

    def _place(self, id_: str) -> str:
        title = self.titles[id_]
        if not self.full or title == id_:
            return id_
        return f"{title} ({id_})"

    def _endings(self) -> Iterator[str]:
        for number, ending in enumerate(self.graph.endings, 1):
            yield from self._hung(f"  {number}  ", f"{ending.title} ({ending.id})", 5)
            yield from self._hung("     ", w.finish(ending), 7)

    def _hung(self, start: str, text: str, indent: int, under: str = "") -> list[str]:
        """Text behind a start, its further lines set in or behind `under`."""
        under = under or " " * indent
        lines = wrap(text, max(12, self.cells - max(width(start), width(under))))
        return [(start if n == 0 else under) + line for n, line in enumerate(lines)]

    def _listed(self, start: str, text: str, items: Sequence[str], under: str) -> Iterator[str]:
        """A text and items behind a start; the items are not broken."""
        kept = text + ", ".join(item.replace(" ", _KEPT) for item in items)
        for line in self._hung(start, kept, 0, under):
            yield line.replace(_KEPT, " ")


def _warm(share: float) -> str:
    """A share as a shade and a figure, in six cells."""
    shade = _SHADES[0 if share <= 0 else min(4, 1 + int(share * 4))]
    return f"{shade}{w.percent(share).rjust(5)}"
