"""What a typed word asks of a table, and what usually comes next, at the shared screen and for a facilitator."""

from __future__ import annotations

from collections.abc import Callable

from backfire_sim.engine.events import Ask, Throw, Withdraw
from backfire_sim.plain.commands import ANSWERS, SAME, TAKING_MORE, WORDS, Vocabulary, typed
from backfire_sim.room.commands import Blank, Command, PlayIt
from backfire_sim.speech import _, later
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.apply import LONGEST_REASON
from backfire_sim.table.conduct import HOW
from backfire_sim.views.table import TableView

TABLE_WORDS = (
    later("show", "typed"),
    later("pass", "typed"),
    later("seat", "typed"),
    later("hands", "typed"),
    later("talk", "typed"),
    later("choose", "typed"),
    later("decide", "typed"),
    later("objections", "typed"),
    later("rule", "typed"),
    later("reason", "typed"),
    later("predict", "typed"),
    later("play", "typed"),
    later("back", "typed"),
    later("clock", "typed"),
    later("hold", "typed"),
    later("more", "typed"),
    later("held", "typed"),
    later("broken", "typed"),
    later("unsure", "typed"),
)
"""What can be asked of a table, at the shared screen and at a facilitator's terminal."""

SHARED_WORDS = (
    *(word for word in WORDS if word not in ("undo", "injects")),
    *TABLE_WORDS,
    later("spread", "typed"),
    later("roles", "typed"),
    later("code", "typed"),
    later("rules", "typed"),
    later("setup", "typed"),
    later("debrief", "typed"),
)

_MORE = ("seat", "hands", "objections", "rule", "reason", "held", "broken", "unsure")

SHARED = Vocabulary(
    SHARED_WORDS,
    {**{word: meant for word, meant in SAME.items() if meant != "undo"}, "undo": "back"}
    | {word: word for word in ANSWERS if word not in TABLE_WORDS},
    (*TAKING_MORE, *_MORE),
    longest=LONGEST_REASON + 100,
)
"""The words at the shared screen."""

PRIVATE_WORDS = (
    *TABLE_WORDS,
    later("next", "typed"),
    later("where", "typed"),
    later("scene", "typed"),
    later("notes", "typed"),
    later("aims", "typed"),
    later("stuck", "typed"),
    later("checklist", "typed"),
    later("leads", "typed"),
    later("injects", "typed"),
    later("inject", "typed"),
    later("waiting", "typed"),
    later("reasons", "typed"),
    later("roles", "typed"),
    later("code", "typed"),
    later("spread", "typed"),
    later("ask", "typed"),
    later("withdraw", "typed"),
    later("pause", "typed"),
    later("on", "typed"),
    later("blank", "typed"),
    later("skip", "typed"),
    later("end", "typed"),
    later("help", "typed"),
    later("quit", "typed"),
    later("yes", "typed"),
    later("no", "typed"),
)

PRIVATE = Vocabulary(
    PRIVATE_WORDS,
    {**{word: meant for word, meant in SAME.items() if meant in PRIVATE_WORDS}, "undo": "back", "again": "where"},
    (*_MORE, "leads", "inject", "ask", "withdraw"),
    longest=LONGEST_REASON + 100,
)
"""The words of a facilitator's terminal."""


class SayMoreError(ValueError):
    """Something has to stand behind this word; the message says what."""


def asked(word: str, rest: str, view: TableView) -> Command | None:
    """What a word asks of the table; None where it asks nothing of it. SayMoreError where something is missing."""
    build = _ASKED.get(word)
    return build(rest, view) if build is not None else None


def number(text: str) -> int:
    """The number that is typed; -1 where it is none."""
    return int(text[:6]) if text.isascii() and text.isdecimal() else -1


def _numbered(rest: str, many: int, said: str) -> list[int]:
    found = [number(word) for word in rest.replace(",", " ").split()]
    if len(found) != many or min(found) < 0:
        raise SayMoreError(said)
    return found


def _rule(rest: str, view: TableView) -> Command:
    (wanted,) = _numbered(rest, 1, _("Type {rule} and the number of a choice.", rule=typed("rule")))
    return e.Rule(wanted)


def _objections(rest: str, view: TableView) -> Command:
    (hands,) = _numbered(rest, 1, _("Type {objections} and how many object.", objections=typed("objections")))
    return e.Objections(hands)


def _seat(rest: str, view: TableView) -> Command:
    said = _("Type {seat}, the number of a seat, and the number of a choice; 0 passes.", seat=typed("seat"))
    seat, chosen = _numbered(rest, 2, said)
    return e.Choose(seat, chosen) if chosen else e.Pass(seat)


def _hands(rest: str, view: TableView) -> Command:
    said = _("Type {hands}, the number of a choice, and how many hands.", hands=typed("hands"))
    wanted, hands = _numbered(rest, 2, said)
    return e.Count(wanted, hands)


def _reason(rest: str, view: TableView) -> Command:
    if not rest:
        raise SayMoreError(_("Type {reason} and why, in a sentence; nobody's name.", reason=typed("reason")))
    return e.Reason(rest)


def _inject(rest: str, view: TableView) -> Command:
    if not rest:
        raise SayMoreError(_("Type {inject} and its id.", inject=typed("inject")))
    return Throw(rest)


def _person(kind: type[Ask | Withdraw], word: str) -> Callable[[str, TableView], Command]:
    def build(rest: str, view: TableView) -> Command:
        person, dot, use = rest.partition(".")
        if not dot:
            raise SayMoreError(_("Type {word} and what, such as ana.story.", word=typed(word)))
        return kind(person, use)

    return build


def _choose(rest: str, view: TableView) -> Command:
    return e.StartChoosing() if view.stage == s.READ else e.ChooseAgain()


def _hold(rest: str, view: TableView) -> Command:
    return e.PauseTimer() if view.clock.running else e.RunTimer()


_ASKED: dict[str, Callable[[str, TableView], Command]] = {
    "show": lambda rest, view: e.Show(),
    "talk": lambda rest, view: e.Talk(),
    "choose": _choose,
    "decide": lambda rest, view: e.Decide(),
    "objections": _objections,
    "rule": _rule,
    "reason": _reason,
    "predict": lambda rest, view: e.Predict(),
    "play": lambda rest, view: PlayIt(),
    "back": lambda rest, view: e.Back(),
    "clock": lambda rest, view: e.RunTimer(),
    "hold": _hold,
    "more": lambda rest, view: e.MoreTime(),
    "seat": _seat,
    "hands": _hands,
    "inject": _inject,
    "ask": _person(Ask, "ask"),
    "withdraw": _person(Withdraw, "withdraw"),
    "blank": lambda rest, view: Blank(),
}


def tested(how: str, rest: str, code: tuple[str, ...], by: str) -> Command:
    """That a line of the code, by its number, was held, broken, or nobody is sure. SayMoreError."""
    assert how in HOW
    (line,) = _numbered(rest, 1, _("Type {how} and the number of a line of your code.", how=typed(how)))
    if not 0 < line <= len(code):
        raise SayMoreError(_("Your code of conduct has {count} lines.", count=len(code)))
    return e.NoteTest(code[line - 1], by, how)


def onward(view: TableView, *, predict: bool) -> Command | None:
    """What Enter does at the shared screen; None where something has to be typed."""
    if view.frozen:
        return e.Thaw()
    if view.stage in s.COUNTING:
        return e.Show() if view.complete else None
    if view.stage == s.READ:
        return e.StartChoosing() if view.choices else None
    if view.stage == s.DECIDED and predict:
        return e.Predict()
    if view.stage == s.PREDICTED and not view.decided:
        return None
    usual = _ONWARD.get(view.stage)
    return usual() if usual is not None else None


_ONWARD: dict[str, type[e.ReadOn | e.Talk | e.ChooseAgain | e.Decide | PlayIt]] = {
    s.TOLD: e.ReadOn,
    s.SHOWN: e.Talk,
    s.TALK: e.ChooseAgain,
    s.SHOWN_AGAIN: e.Decide,
    s.UNSETTLED: e.Talk,
    s.DECIDED: PlayIt,
    s.PREDICTED: PlayIt,
}
