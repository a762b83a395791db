"""Two plays side by side: where they parted, what each did from there, and where each ended.

Neither is called the better one: they are there to talk about.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.speech import _
from backfire_sim.views import words
from backfire_sim.views.debrief import timeline
from backfire_sim.views.ending import EndingView, Link, ending_view
from backfire_sim.views.play import NumberRow


class Row(NamedTuple):
    """One number of both plays at their ends."""

    id: str
    label: str
    first: int
    second: int
    gloss: str


class Pair(NamedTuple):
    """The same round of both plays."""

    round: int
    first: Link | None
    """None where that play was over by then."""
    second: Link | None
    same_scene: bool
    same_choice: bool


class Side(NamedTuple):
    """One of the two plays."""

    name: str
    """What it is called beside the other."""
    ending: EndingView
    prepared: tuple[str, ...]
    asked: tuple[str, ...]
    """Whom it asked, and the answers, as sentences."""


class BesideView(NamedTuple):
    """Two plays side by side."""

    title: str
    """Of the scenario; of both where there are two."""
    same_scenario: bool
    first: Side
    second: Side
    pairs: tuple[Pair, ...]
    parted: int
    """The round of the first difference; 0 the preparation, -1 where there is none, or two scenarios."""
    parted_words: str
    """Where they parted, as a sentence."""
    costs: tuple[Row, ...]
    gains: tuple[Row, ...]
    group: tuple[Row, ...]
    """Care and evidence, and counters that both have."""
    told: tuple[str, ...]
    """What can be said of both ends, a sentence each."""


def beside_view(first: Session, second: Session, names: tuple[str, str] | None = None) -> BesideView:
    """Two plays of one scenario, or of two. `names` say what each is called: tables of one room, as an example."""
    one, two = names or (_("the first play"), _("the second play"))
    ends = ending_view(first), ending_view(second)
    same = first.scenario.id == second.scenario.id
    parted, parted_words = _parted(first, second) if same else (-1, _("They are plays of two scenarios."))
    return BesideView(
        title=first.scenario.title if same else words.listed([first.scenario.title, second.scenario.title]),
        same_scenario=same,
        first=_side(one, first, ends[0]),
        second=_side(two, second, ends[1]),
        pairs=_pairs(first, second, ends),
        parted=parted,
        parted_words=parted_words,
        costs=_rows(ends[0].costs, ends[1].costs),
        gains=_rows(ends[0].gains, ends[1].gains),
        group=_rows(ends[0].group, ends[1].group),
        told=_told((one, two), ends),
    )


def _side(name: str, session: Session, ending: EndingView) -> Side:
    moments = timeline(session.rules, session.turns(), ending.chain)
    return Side(name, ending, ending.prepared, tuple(said for moment in moments for said in moment.beside))


def _pairs(first: Session, second: Session, ends: tuple[EndingView, EndingView]) -> tuple[Pair, ...]:
    decided = _plays(first.turns()), _plays(second.turns())
    found = []
    both = zip_longest(ends[0].chain, ends[1].chain), zip_longest(*decided)
    for number, ((one, two), (mine, other)) in enumerate(zip(*both, strict=True), 1):
        same_scene = mine is not None and other is not None and mine.scene == other.scene
        found.append(Pair(number, one, two, same_scene, same_scene and mine == other))
    return tuple(found)


def _plays(turns: Sequence[Turn]) -> list[Play]:
    return [turn.event for turn in turns if isinstance(turn.event, Play)]


def _parted(first: Session, second: Session) -> tuple[int, str]:
    """The first round in which the decisions, or what followed from the same ones, differ."""
    one, two = first.turns(), second.turns()
    prepared = [{option for turn in turns for option in _prepared(turn)} for turns in (one, two)]
    if prepared[0] != prepared[1]:
        return 0, _prepared_words(first.rules, *prepared)
    for number, (mine, other) in enumerate(zip_longest(_plays(one), _plays(two)), 1):
        if mine == other:
            continue
        if mine is None or other is None:
            return number, _("They are the same up to round {round}; then one of them was over.", round=number - 1)
        scenes = first.scenario.scenes
        if mine.scene != other.scene:
            said = _("They part in round {round}, in what came next: “{first}” and “{second}”.")
            return number, said.format(round=number, first=scenes[mine.scene].title, second=scenes[other.scene].title)
        said = _("They part in round {round} (“{scene}”): “{first}” and “{second}”.")
        return number, said.format(
            round=number, scene=scenes[mine.scene].title, first=_did(first.rules, mine), second=_did(first.rules, other)
        )
    asked = [{(t.event.person, t.event.use) for t in turns if isinstance(t.event, Ask)} for turns in (one, two)]
    if asked[0] != asked[1]:
        return -1, _("The decisions are the same; they asked other people.")
    return -1, _("The decisions are the same.")


def _prepared(turn: Turn) -> tuple[str, ...]:
    return turn.event.options if isinstance(turn.event, Prepare) else ()


def _prepared_words(rules: Rules, first: set[str], second: set[str]) -> str:
    def named(options: set[str]) -> str:
        return words.listed([option.label for option in rules.options.values() if option.id in options])

    said = _("They part before it begins: “{first}” and “{second}”.")
    nothing = _("nothing prepared")
    return said.format(first=named(first - second) or nothing, second=named(second - first) or nothing)


def _did(rules: Rules, play: Play) -> str:
    return words.move_words(rules.scene(play.scene).moves[play.move].move)


def _rows(first: Sequence[NumberRow], second: Sequence[NumberRow]) -> tuple[Row, ...]:
    others = {row.id: row for row in second}
    return tuple(
        Row(row.id, row.label, row.value, others[row.id].value, row.gloss) for row in first if row.id in others
    )


def _told(names: tuple[str, str], ends: tuple[EndingView, EndingView]) -> tuple[str, ...]:
    said = []
    for name, ending in zip(names, ends, strict=True):
        last = ending.path[-1]
        said.append(
            _(
                "{play}: {outcome}, with a mean cost of {cost} and support of {support}.",
                play=f"{name[:1].upper()}{name[1:]}",
                outcome=ending.outcome_label,
                cost=last.cost,
                support=last.support,
            )
        )
    return tuple(said)
