"""The parts of the drawn map, each as large as its words need: scenes, the ways out of them, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from backfire_sim.authoring.map import marks as m
from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Edge, Goto, Graph, Landing, Stop
from backfire_sim.authoring.map.lettering import MONOSPACED, breadth, broken
from backfire_sim.scoring.vocabulary import label
from backfire_sim.text import wrap

COLUMN = 290.0
"""How wide a scene is, and one column of ways."""
PAD = 12.0
_R = 62.0
"""Room for the name of an R."""
_PERCENT = 44.0
"""Room for a share of plays."""
_TITLE, _LABEL, _SMALL = 15.0, 12.0, 10.5


@dataclass
class Part:
    """A part with its marks, drawn from its own upper left corner."""

    width: float
    height: float = PAD
    marks: list[str] = field(default_factory=list)
    id: str = ""
    says: str = ""
    """The part in one line."""

    def line(self, text: str, size: float, kind: str, x: float = PAD, more: str = "", also: str = "") -> None:
        """One more line of text below what is there."""
        self.height += size * 1.3
        self.marks.append(m.words(x, self.height - size * 0.3, text, kind, more=more, also=also))


def scene(stop: Stop, opens: bool, heat: w.Heat | None) -> Part:
    """A scene: its title, when it is, what lands."""
    part = Part(COLUMN, id=f"scene.{stop.id}")
    share = None if heat is None else heat.get(stop.id, 0.0)
    room = COLUMN - 2 * PAD - (_PERCENT if share is not None else 0)
    for text in broken(stop.title, _TITLE, room, bold=True):
        part.line(text, _TITLE, "title")
    if share is not None:
        part.marks.append(m.words(COLUMN - PAD, PAD + _TITLE, w.percent(share), "share", "end"))
    for text in broken(stop.time, _LABEL, COLUMN - 2 * PAD):
        part.line(text, _LABEL, "quiet")
    part.line(stop.id, _SMALL, "id")
    late = w.rounds_of(stop) if stop.reached else "nobody gets here"
    if late:
        part.marks.append(m.words(COLUMN - PAD, part.height - _SMALL * 0.3, late, "note", "end"))
    part.height += PAD * 0.7
    top = part.height
    if stop.methods:
        part.height += 3
        for landing in stop.methods:
            _landing(part, landing)
        part.height += PAD * 0.6
    under = [m.box(0, 0, COLUMN, part.height, "scene")]
    if share is not None:
        # The shade is for a look from afar; the figure beside the title says the same.
        under.append(
            f'<rect width="{m.number(COLUMN)}" height="{m.number(top)}" rx="6" class="heat" opacity="{share:.2f}"/>'
        )
    if stop.methods:
        under.append(_lower(top, COLUMN, part.height - top))
    frame = "opens" if opens else "frame" if stop.reached else "apart"
    part.marks = [*under, *part.marks, m.box(0, 0, COLUMN, part.height, frame)]
    return part


def _lower(top: float, width: float, height: float) -> str:
    """The lower part of a scene, where the methods stand, with the scene's own round corners."""
    sides = f"M0 {m.number(top)}h{m.number(width)}v{m.number(height - 6)}"
    return f'<path d="{sides}q0 6 -6 6h-{m.number(width - 12)}q-6 0 -6 -6z" class="theirs"/>'


def _landing(part: Part, landing: Landing) -> None:
    first, *others = w.lands(landing)
    kind = label(landing.uses)
    taken = breadth(kind, _LABEL, bold=True) + 8 + breadth(first, _SMALL)
    beside = taken < COLUMN - 2 * PAD - 36
    part.line(kind, _LABEL, "method", more=first if beside else "", also="how")
    part.marks += m.dots(COLUMN - PAD, part.height - _LABEL * 0.7, landing.strength, w.MOST)
    for text in others if beside else [first, *others]:
        for line in broken(text, _SMALL, COLUMN - 2 * PAD - 10):
            part.line(line, _SMALL, "how", PAD + 10)


def ways(edge: Edge, columns: int, heat: w.Heat | None, to: str) -> Part:
    """The ways that lead from one scene to another, in so many columns; `to` says where, if that needs words."""
    rows = [_way(gotos, heat) for gotos in edge.by_move()]
    part = Part(COLUMN * columns, id=f"{edge.source}.to.{edge.target}")
    part.height = _in_columns(part, rows, columns, 5.0) + 5
    if to:
        for text in broken(to, _LABEL, part.width - 2 * PAD, bold=True):
            part.line(text, _LABEL, "to")
        part.height += 6
    part.marks.insert(0, m.box(0, 0, part.width, part.height, "waiting" if edge.waits else "ours"))
    return part


def before(graph: Graph, columns: int) -> Part:
    """What can be got ready beforehand."""
    rows = []
    for option in graph.options:
        row = Part(COLUMN, 0.0, id=f"prepared.{option.id}")
        _named(row, label(option.response), option.label, option.id, COLUMN)
        rows.append(row)
    part = Part(COLUMN * columns, id="before")
    part.line(w.before_said(graph)[0], _TITLE, "title")
    part.height = _in_columns(part, rows, columns, part.height + 5) + 6
    part.marks.insert(0, m.box(0, 0, part.width, part.height, "before"))
    return part


def after(graph: Graph, columns: int) -> Part:
    """The end, with the endings in the order in which they are tried."""
    rows = []
    for number, ending in enumerate(graph.endings, 1):
        row = Part(COLUMN, 0.0, id=f"ending.{ending.id}")
        row.height += 3
        row.marks.append(m.words(PAD, row.height + _LABEL * 1.0, f"{number}", "rank"))
        for text in broken(ending.title, _LABEL, COLUMN - 2 * PAD - 16, bold=True):
            row.line(text, _LABEL, "ending", PAD + 16)
        for text in _code(w.finish(ending), COLUMN - 2 * PAD - 16):
            row.line(text, _SMALL, "condition", PAD + 16)
        rows.append(row)
    part = Part(COLUMN * columns, id="END")
    part.line(w.ENDS, _TITLE, "title")
    part.height = _in_columns(part, rows, columns, part.height + 3) + 8
    part.marks = [m.box(0, 0, part.width, part.height, "end"), *part.marks]
    return part


def _way(gotos: Sequence[Goto], heat: w.Heat | None) -> Part:
    """A move with each way in which it leads here."""
    first = gotos[0]
    row = Part(COLUMN, 0.0, id=f"{first.key}.to.{first.target}", says=f"{first.key} → {first.target}")
    room = COLUMN - (0 if heat is None else _PERCENT)
    if first.waits:
        row.line("Wait", _LABEL, "wait")
    else:
        _named(row, w.doing(first), w.what(first), first.move, room)
    for text in w.open_when(first):
        for line in _code(text, COLUMN - _R - 2 * PAD):
            row.line(line, _SMALL, "condition", PAD + _R)
    for goto in gotos:
        # Each outcome is there once, also where nothing has to be said of it.
        turn = Part(COLUMN, 0.0, id=f"{goto.key}.{goto.number}")
        for line in _code(goto.turns, COLUMN - _R - 2 * PAD):
            turn.line(line, _SMALL, "condition", PAD + _R)
        row.marks.append(m.group(turn.marks, turn.id, w.whole(goto), (0, row.height)))
        row.height += turn.height
    row.height += 3
    if heat is not None:
        share = heat.get(first.key, 0.0)
        shade = f'<rect x="4" y="1" width="{m.number(COLUMN - 8)}" height="{m.number(row.height - 2)}" rx="4"'
        row.marks.insert(0, f'{shade} class="heat" opacity="{share:.2f}"/>')
        row.marks.append(m.words(COLUMN - PAD, _LABEL, w.percent(share), "share", "end"))
    return row


def _named(row: Part, response: str, text: str, id_: str, width: float) -> None:
    """An R, what would be done, and its id where there is room for it."""
    room = width - _R - 2 * PAD
    lines = broken(text, _LABEL, room) or [""]
    row.marks.append(m.words(PAD, row.height + _LABEL, response, "r"))
    beside = breadth(lines[-1], _LABEL) + 8 + len(id_) * _SMALL * MONOSPACED < room
    for line in lines[:-1]:
        row.line(line, _LABEL, "label", PAD + _R)
    row.line(lines[-1], _LABEL, "label", PAD + _R, more=id_ if beside else "", also="id")
    if not beside:
        row.line(id_, _SMALL, "id", PAD + _R)


def _code(text: str, room: float) -> list[str]:
    """A condition in lines; it is set in letters of one width."""
    return wrap(text, max(1, int(room / (_SMALL * MONOSPACED))))


def _in_columns(part: Part, rows: Sequence[Part], columns: int, top: float) -> float:
    """Set rows one below the other, in order, in columns of about the same height; the lowest place taken."""
    limit = max([sum(row.height for row in rows) / columns, *(row.height for row in rows)])
    while len(stacks := _stacked(rows, limit)) > columns:
        limit += 4
    deepest = top
    for column, stack in enumerate(stacks):
        down = top
        for row in stack:
            part.marks.append(m.group(row.marks, row.id, row.says, (column * COLUMN, down)))
            down += row.height
        deepest = max(deepest, down)
    return deepest


def _stacked(rows: Sequence[Part], limit: float) -> list[list[Part]]:
    """The rows in columns that are no higher than `limit`."""
    stacks: list[list[Part]] = []
    room = 0.0
    for row in rows:
        if row.height > room:
            stacks.append([])
            room = limit + 0.01
        stacks[-1].append(row)
        room -= row.height
    return stacks
