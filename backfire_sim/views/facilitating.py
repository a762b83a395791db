"""What a facilitator can do now, each with its key and with what it does on the shared screen."""

from collections.abc import Callable
from typing import NamedTuple

from backfire_sim.engine.events import WAIT
from backfire_sim.engine.position import OVER as PLAY_IS_OVER
from backfire_sim.speech import _, later, plural
from backfire_sim.table import setup
from backfire_sim.table import state as s
from backfire_sim.views import words
from backfire_sim.views.facilitator import FacilitatorView

MOST_SEATS_SAID = 12
"""Seats that are named one by one; of more it is said how many."""


class Act(NamedTuple):
    """Something to do."""

    do: str
    """As in a command's record, and a few that are several commands or need something typed: `count`, `skip`."""
    key: str
    label: str
    shows: str
    """What it does on the shared screen, in a sentence."""
    why_not: str = ""
    """Why it cannot be done now; empty where it can."""


KEYS = {
    "read_on": "n",
    "start_choosing": "c",
    "choose_again": "c",
    "count": "m",
    "objections": "m",
    "show": "s",
    "talk": "l",
    "run_timer": "g",
    "pause_timer": "g",
    "more_time": "+",
    "decide": "d",
    "rule": "w",
    "predict": "a",
    "play_it": "y",
    "reason": "r",
    "back": "u",
    "skip": "x",
    "freeze": "f",
    "thaw": "f",
    "blank": "b",
    "unblank": "b",
    "end": "e",
}
"""The key of each. Two that share one never fit at the same time."""

_SAID: dict[str, tuple[str, str]] = {
    "read_on": (later("Read on"), later("The next scene opens, or the end.")),
    "start_choosing": (
        later("Start choosing"),
        later("The choices by number, and how many have chosen; nothing of what they choose."),
    ),
    "count": (later("Type how many hands"), later("Only how many have been counted in all.")),
    "show": (later("Show the choices"), later("How many chose what; nobody's own choice.")),
    "talk": (later("Let them talk"), later("The choices stay, and that it is time to talk.")),
    "run_timer": (later("Start the timer"), later("The time that is left, counting down.")),
    "pause_timer": (later("Stop the timer for now"), later("The time that is left, standing still.")),
    "more_time": (later("A minute more"), later("The time that is left, a minute longer.")),
    "choose_again": (later("Choose again"), later("The choices by number; the first spread goes away meanwhile.")),
    "decide": (later("Decide"), later("What is decided by your rule, or that nothing is.")),
    "objections": (later("Type how many object"), later("Decided, or that somebody objects; nobody is named.")),
    "rule": (later("Decide it yourself"), later("The choice that you take, and that the facilitator decided.")),
    "predict": (later("Ask which method comes next"), later("The five methods by number, to choose from in silence.")),
    "play_it": (later("Play it"), later("What followed, and then their next methods.")),
    "reason": (later("Note a minority's reason"), later("How many reasons are kept; they are read in the debrief.")),
    "back": (later("Back"), later("The step before, as it began.")),
    "skip": (later("Skip this scene"), later("The next scene, as if they had waited; nothing more of this one.")),
    "freeze": (later("Let everything stand still"), later("That everything stands still; nobody can choose.")),
    "thaw": (later("Let it go on"), later("Where it stood before.")),
    "blank": (later("Blank the shared screen"), later("Nothing, until you bring it back.")),
    "unblank": (later("Bring the shared screen back"), later("Where it stands now.")),
    "end": (later("End kindly, and look back"), later("The look back, beginning with how people are.")),
}  # fmt: skip

_CLOSE_PREDICTIONS = (
    later("Close the predictions"),
    later("That they are in. How many said what is shown once the methods have landed."),
)

_ORDER = (
    "read_on", "start_choosing", "count", "show", "talk", "run_timer", "pause_timer", "more_time", "choose_again",
    "decide", "objections", "rule", "predict", "play_it", "reason",
)  # fmt: skip
_ALWAYS = ("back", "skip", "freeze", "thaw", "blank", "unblank", "end")


def act(view: FacilitatorView, do: str) -> Act:
    """One thing to do, and why it cannot be done now."""
    label, shows = _CLOSE_PREDICTIONS if do == "show" and view.table.stage == s.PREDICT else _SAID[do]
    return Act(do, KEYS[do], _(label), _(shows), why_not(view, do))


def next_act(view: FacilitatorView) -> Act | None:
    """What usually comes next; None where it is up to the people in the room."""
    do = _next(view)
    return act(view, do) if do else None


def others(view: FacilitatorView) -> tuple[Act, ...]:
    """What else fits now, besides what comes next."""
    first = _next(view)
    found = [act(view, do) for do in _ORDER if do != first]
    return tuple(each for each in found if not each.why_not)


def always(view: FacilitatorView) -> tuple[Act, ...]:
    """What can be done at almost any time; what cannot says why."""
    off = {"thaw" if not view.table.frozen else "freeze", "unblank" if not view.blank else "blank", _next(view)}
    return tuple(act(view, do) for do in _ALWAYS if do not in off)


def by_key(view: FacilitatorView, key: str) -> Act | None:
    """What a key does now: of those that share it, the one that fits."""
    found = [act(view, do) for do in KEYS if KEYS[do] == key]
    return next((each for each in found if not each.why_not), found[0] if found else None)


def why_not(view: FacilitatorView, do: str) -> str:
    """Why something cannot be done now; empty if it can."""
    if view.looking_back and do not in ("blank", "unblank"):
        return _("The look back is on the shared screen. From there they can go back to the table.")
    check = _CHECKS.get(do)
    if check is not None:
        return check(view)
    return next((step.why_not for step in view.steps if step.do == do), "")


def _not_counting(view: FacilitatorView) -> str:
    if view.table.way != setup.HANDS:
        return _("Each seat chooses at the shared keyboard here; no hands are counted.")
    return "" if view.table.stage in s.COUNTING else _("Hands are counted while people choose.")


def _not_running(view: FacilitatorView) -> str:
    running = _("The timer is running.") if view.table.clock.running else ""
    return running or next((step.why_not for step in view.steps if step.do == "run_timer"), "")


def _not_standing(view: FacilitatorView) -> str:
    return "" if view.table.clock.running else _("The timer is not running.")


def _no_scene(view: FacilitatorView) -> str:
    return "" if wait_number(view) or view.table.stage == s.TOLD else _("There is no scene now that could be skipped.")


def _no_way_back(view: FacilitatorView) -> str:
    if view.table.stage == s.OVER:
        return _("The look back is on the shared screen. What was decided last can be taken back from there.")
    return next((step.why_not for step in view.steps if step.do == "back"), "")


def _over(view: FacilitatorView) -> str:
    if view.table.frozen:
        return _("Everything stands still. Let it go on first.")
    return _("The play is over.") if view.phase == PLAY_IS_OVER else ""


_CHECKS: dict[str, Callable[[FacilitatorView], str]] = {
    "count": _not_counting,
    "run_timer": _not_running,
    "pause_timer": _not_standing,
    "skip": _no_scene,
    "back": _no_way_back,
    "freeze": lambda view: _("Everything stands still already.") if view.table.frozen else "",
    "thaw": lambda view: "" if view.table.frozen else _("Nothing stands still."),
    "blank": lambda view: _("The shared screen is blank already.") if view.blank else "",
    "unblank": lambda view: "" if view.blank else _("The shared screen is not blank."),
    "end": _over,
}


def tested_by(view: FacilitatorView, line: str) -> str:
    """What tests a line of the code just now: what came in, else their technique, else what was chosen."""
    return view.came_in or next((hint.by for hint in view.test_hints if hint.line == line), "move")


def came_in(view: FacilitatorView) -> str:
    """That something came in which may test the code, in a sentence; empty where nothing did, or it is noted."""
    title = next((row.title for row in view.injects if row.id == view.came_in), "") if view.came_in else ""
    return _("“{what}” came in: ask which line of their code it tests.", what=title) if title else ""


def wait_number(view: FacilitatorView) -> int:
    """The number under which waiting can be chosen; 0 where it cannot."""
    return next((row.number for row in view.choices if row.id == WAIT and row.number > 0), 0)


def _next(view: FacilitatorView) -> str:
    table = view.table
    if view.looking_back:
        return ""
    if table.frozen:
        return "thaw"
    if table.stage in s.COUNTING and not table.complete:
        return "count" if table.way == setup.HANDS else ""
    if table.stage == s.READ and why_not(view, "start_choosing"):
        return ""
    if table.stage == s.UNSETTLED and view.setup.ties == setup.FACILITATOR:
        return "rule"
    if table.stage == s.DECIDED and view.setup.predict:
        return "predict"
    if table.stage == s.PREDICTED and why_not(view, "play_it"):
        return ""
    return _USUAL.get(table.stage, "")


_USUAL = {
    s.TOLD: "read_on",
    s.READ: "start_choosing",
    s.FIRST: "show",
    s.AGAIN: "show",
    s.PREDICT: "show",
    s.SHOWN: "talk",
    s.TALK: "choose_again",
    s.SHOWN_AGAIN: "decide",
    s.OBJECTIONS: "objections",
    s.UNSETTLED: "talk",
    s.DECIDED: "play_it",
    s.PREDICTED: "play_it",
}


def waiting_for(view: FacilitatorView) -> str:
    """Who is waited for, in a sentence, where nothing comes next; empty where something does."""
    table = view.table
    if view.looking_back:
        return _("The look back is on the shared screen.")
    if table.stage in s.COUNTING:
        return missing(view)
    if table.stage in (s.READ, s.PREDICTED) and view.phase != PLAY_IS_OVER:
        return _("At the shared screen: they tick what they get ready, and go on.")
    if table.stage == s.OVER or view.phase == PLAY_IS_OVER:
        return _("The play is over. The look back is on the shared screen.")
    return ""


def missing(view: FacilitatorView) -> str:
    """Which seats have not chosen, in a sentence; never what anybody chose. Empty outside a choice."""
    table = view.table
    if table.stage not in s.COUNTING:
        return ""
    if table.complete:
        return _("Everyone has chosen.")
    if table.way == setup.HANDS:
        return _("{counted} of {seats} hands are counted.", counted=table.chosen, seats=table.seats)
    left = len(view.waiting)
    if left > MOST_SEATS_SAID:
        return plural("{count} seat has not chosen yet.", "{count} seats have not chosen yet.", left)
    named = words.listed([str(seat) for seat in view.waiting])
    return plural("Seat {seats} has not chosen yet.", "Seats {seats} have not chosen yet.", left, seats=named)
