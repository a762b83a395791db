"""Where the panes of one card of practice stand: answers have the rows they need, the cue has what is left."""

from __future__ import annotations

from typing import NamedTuple

from textual.geometry import Region

from backfire_sim.tui.layout import Places, column, projected, split_right
from backfire_sim.tui.widgets.practice import Choices, Cue
from backfire_sim.tui.widgets.practice_told import DonePane, ToldPane

SURE, ANSWER, WRITING, CHECK, TOLD = "sure", "answer", "writing", "check", "told"
"""How sure; the answer; a sentence of one's own; the list to check it against; what is said."""

BESIDE = 116
"""Columns from which what an answer does stands beside the words."""

_WIDEST = 150
_LEAST = 6
"""Rows that the cue has at least: its rule, its first lines, and the question."""

_LEAST_WRITING = 6


class Panes(NamedTuple):
    """The panes whose rows depend on what they show."""

    cue: Cue
    answers: Choices
    sure: Choices
    told: ToldPane
    done: DonePane


def places(body: Region, stage: str, panes: Panes, *, projecting: bool) -> Places:
    """The panes of a stage."""
    if stage == TOLD:
        return _told(body, panes, projecting)
    middle = projected(body) if projecting else column(body)
    if stage == CHECK:
        return {"checklist": middle}
    if stage == WRITING:
        rows = min(panes.cue.wants(_inside(middle)), max(_LEAST, middle.height - _LEAST_WRITING))
        return _stacked(middle, [("cue", rows), ("writing", middle.height - rows)])
    return _stacked(middle, _rows(middle, stage, panes))


def _rows(middle: Region, stage: str, panes: Panes) -> list[tuple[str, int]]:
    """How many rows each pane of a card has, with as much of what answers mean as there is room for."""
    width, cue = _inside(middle), panes.cue.wants(_inside(middle))
    below = [("answers", panes.answers)] if panes.answers.answers else []
    below += [("sure", panes.sure)] if stage == SURE else []
    rows: list[tuple[str, int]] = []
    for brief in ((), ("sure",), ("sure", "answers")):
        rows = [(name, pane.wants(width, brief=name in brief)) for name, pane in below]
        if cue + sum(each for _name, each in rows) <= middle.height:
            break
    taken = cue + sum(each for _name, each in rows)
    apart = middle.height - taken >= len(rows) > 0
    taken += len(rows) * apart
    answers = panes.answers.count() - 1
    airy = stage in (SURE, ANSWER) and apart and 0 < answers <= middle.height - taken
    for name, pane in below:
        pane.fit(brief=name in brief, airy=airy and name == "answers")
    rows = [
        (name, each + answers * (airy and name == "answers") + (apart and n < len(rows) - 1))
        for n, (name, each) in enumerate(rows)
    ]
    return [("cue", min(cue + apart, max(_LEAST, middle.height - sum(each for _name, each in rows)))), *rows]


def _stacked(middle: Region, rows: list[tuple[str, int]]) -> Places:
    """One under the other; what has no room any more has none."""
    found: Places = {}
    y = middle.y
    for name, high in rows:
        high = min(high, middle.bottom - y)
        if high > 0:
            found[name] = Region(middle.x, y, middle.width, high)
            y += high
    return found


def _told(body: Region, panes: Panes, projecting: bool) -> Places:
    beside = body.width >= BESIDE and not projecting and not panes.done.empty
    if panes.told.alone is beside:
        panes.told.alone = not beside
        panes.told.forget()
    if not beside:
        return {"told": projected(body) if projecting else column(body)}
    width = min(body.width, _WIDEST)
    drop = 2 if body.height >= 44 else 0
    middle = Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)
    words, done = split_right(middle, width * 45 // 100)
    return {"told": words, "done": done}


def _inside(region: Region) -> int:
    """Cells between the margins of a pane."""
    return max(1, region.width - 2)
