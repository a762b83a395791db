"""What is said at a table: a view goes in, lines come out. Nothing here knows a choice before all are shown."""

from collections.abc import Sequence

from backfire_sim.plain.commands import typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import one_move, sentence
from backfire_sim.room.commands import Command, PlayIt
from backfire_sim.speech import _, later, plural
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS
from backfire_sim.views.play import MoveView
from backfire_sim.views.table import ClockView, PredictionRow, RoleCard, SpreadRow, TableView

ONWARD: dict[type, str] = {
    e.ReadOn: later("Press Enter to read on."),
    e.StartChoosing: later("Press Enter once it is read: then everyone chooses in silence."),
    e.Show: later("Press Enter to show how the choices spread."),
    e.Talk: later("Press Enter to talk about it."),
    e.ChooseAgain: later("Press Enter to choose again, in silence."),
    e.Decide: later("Press Enter to let this decide."),
    e.Predict: later("Press Enter to say first which of their methods comes next."),
    PlayIt: later("Press Enter to play it."),
    e.Thaw: later("Press Enter to go on."),
}
"""What Enter does, by the command that it stands for."""

ALSO = {
    s.READ: ("again",),
    s.FIRST: ("pass", "seat", "show", "back"),
    s.AGAIN: ("pass", "seat", "show", "back"),
    s.PREDICT: ("pass", "seat", "show", "back"),
    s.SHOWN: ("choose", "decide"),
    s.TALK: ("decide", "clock", "hold", "more"),
    s.SHOWN_AGAIN: ("talk", "choose", "reason"),
    s.OBJECTIONS: ("talk", "rule"),
    s.UNSETTLED: ("choose", "rule"),
    s.DECIDED: ("reason", "predict", "back"),
    s.PREDICTED: ("back",),
}
"""Words that fit a stage besides Enter."""


def also(stage: str, *left_out: str) -> str:
    """The words that fit now, as a sentence."""
    words = [typed(word) for word in (*ALSO.get(stage, ()), "help") if word not in left_out]
    return _("Or type {words}.", words=", ".join(words))


def choices(view: TableView, moves: Sequence[MoveView]) -> list[str]:
    """What can be chosen by its number, with everything that is to be known before somebody chooses."""
    known = {move.id: move for move in moves}
    shut = [move for move in moves if not move.open]
    lines = [_("What can you do?")]
    for row in view.choices:
        lines += item(one_move(row.number, known[row.id]), f"{row.number}. ") if row.id in known else []
    not_open = items(_("{move} Not open: {why}", move=sentence(move.label), why=move.why_not) for move in shut)
    return [*lines, *not_open]


def short_choices(view: TableView) -> list[str]:
    """What can be chosen, in short; for the methods, what each is."""
    if view.stage == s.PREDICT:
        rows = [(row.number, f"{row.label}: {row.about}.") for row in view.choices]
    else:
        rows = [(row.number, sentence(row.label)) for row in view.choices]
    return [line for number, said in rows for line in item(said, f"{number}. ")]


def spread(view: TableView) -> list[str]:
    """How the choices spread, a sentence for each."""
    if not view.spread:
        return [_("The choices are not shown yet.")]
    lines = [line for row in view.spread for line in item(_row(row, view), f"{row.number}. ")]
    return [*lines, *_silent(view)]


def _row(row: SpreadRow, view: TableView) -> str:
    said = sentence(row.label)
    if not view.asked_again:
        return f"{plural('{count} of {seats}:', '{count} of {seats}:', row.first, seats=view.seats)} {said}"
    now = plural("{count} of {seats}, before {first}:", "{count} of {seats}, before {first}:", row.again,
                 seats=view.seats, first=row.first)  # fmt: skip
    return f"{now} {said}"


def _silent(view: TableView) -> list[str]:
    passed = [plural("{count} passed.", "{count} passed.", view.passed)] if view.passed else []
    missing = [plural("{count} had not chosen.", "{count} had not chosen.", view.missing)] if view.missing else []
    return passed + missing


def contenders(view: TableView) -> list[str]:
    """Between what the choices did not decide, and the rule for it."""
    named = {row.number: row.label for row in view.choices}
    rows = [f"{number}: {sentence(named[number])}" for number in view.contenders if number in named]
    return [*([_("It stands between:"), *items(rows)] if rows else []), *rules(view)]


def rules(view: TableView) -> list[str]:
    """How this table decides."""
    needs, ties = view.rules
    return [*prose(needs), *prose(_("If that decides nothing: {rule}", rule=ties))]


def roles(cards: Sequence[RoleCard]) -> list[str]:
    """The roles, seat by seat."""
    if not cards:
        return [_("There are no roles at this table.")]
    said = _("Seat {seat}: {title}. You ask: {asks} {about}")
    rows = (said.format(seat=card.seat, title=card.title, asks=card.asks, about=card.about) for card in cards)
    return [_("Your roles. Each is something to watch for; nobody plays a person:"), *items(rows)]


def code(lines: Sequence[str]) -> list[str]:
    """The code of conduct, numbered."""
    if not lines:
        return [_("This table has no code of conduct.")]
    numbered = [line for number, said in enumerate(lines, 1) for line in item(said, f"{number}. ")]
    return [_("Your code of conduct:"), *numbered]


def clock(view: ClockView) -> list[str]:
    """What is left of the time for talking."""
    if not view.on:
        return prose(_("No timer is running here. {clock} starts one of two minutes.", clock=typed("clock")))
    if not view.left:
        return prose(_("The time is up. {more} gives a minute more.", more=typed("more")))
    if view.running:
        return [_("{time} left.", time=view.words)]
    return [_("{time} left; the timer stands still.", time=view.words)]


def predictions(rows: Sequence[PredictionRow]) -> list[str]:
    """What was said before, beside what came."""
    if not rows:
        return []
    came = [row.label.lower() for row in rows if row.landed]
    what = _("What came: {methods}.", methods="; ".join(came)) if came else _("Nothing new came from them.")
    told = []
    for row in rows:
        if row.said and row.landed:
            told.append(plural("{method}: {count} said so, and it came.", "{method}: {count} said so, and it came.",
                               row.said, method=row.label))  # fmt: skip
        elif row.said:
            told.append(plural("{method}: {count} said so.", "{method}: {count} said so.", row.said,
                               method=row.label))  # fmt: skip
    return [_("What you said would come next:"), *items(told), *prose(what)]


def question(view: TableView, onward: Command | None, seat: int) -> list[str]:
    """The line after which something is typed. `seat`: whose turn at the keyboard it is."""
    if view.frozen:
        return prose(f"{_('Everything stands still.')} {_(ONWARD[e.Thaw])}")
    if view.stage in s.COUNTING:
        return prose(_counting(view, seat))
    if view.stage == s.OBJECTIONS:
        return prose(_("Does anybody object? Type how many; 0 for nobody.") + f" {also(view.stage)}")
    if view.stage == s.OVER:
        said = _("The play is over. Type {debrief} to look back, {back} to take the last decision back, or {quit}.")
        return prose(said.format(debrief=typed("debrief"), back=typed("back"), quit=typed("quit")))
    enter = _(ONWARD[type(onward)]) if onward is not None else ""
    return prose(f"{enter} {also(view.stage, *(('predict',) if isinstance(onward, e.Predict) else ()))}".strip())


def _counting(view: TableView, seat: int) -> str:
    last = len(view.choices)
    if view.way == HANDS:
        if view.complete:
            return f"{_('All hands are counted.')} {_(ONWARD[e.Show])}"
        said = _("Hands for 1 to {last}, in one line, such as {such}; {show} when all are counted.")
        return said.format(last=last, such=" ".join(["0"] * (last - 1) + ["3"]), show=typed("show"))
    if seat:
        said = _("Seat {seat} of {seats}: your number, 1 to {last}, or {word}. Nobody sees it.")
        return said.format(seat=seat, seats=view.seats, last=last, word=typed("pass"))
    anew = _("Type {word} and a number to let that seat choose anew.", word=typed("seat"))
    parts = (_("All have chosen."), view.known_when_shown, _(ONWARD[e.Show]), anew)
    return " ".join(part for part in parts if part)


def opening(view: TableView) -> list[str]:
    """How this table plays, before it begins."""
    seats = plural("A table of {count}.", "A table of {count}.", view.seats)
    return blocks(
        [seats, *rules(view)],
        code(view.code) if view.code else [],
        roles(view.roles) if view.roles else [],
    )


HELP = (
    later("Enter: the next step, as the last line says. {again}: where you are. {back}: one step back."),
    later(
        "While everyone chooses: a number, {passing}, or {seat} and a number to let a seat choose anew; {show} shows "
        "what there is. With hands: how many for each, in one line."
    ),
    later(
        "{spread}: how you chose. {talk}, {choose}, {decide}: talk, choose again, let it decide. {rule} and a number: "
        "the facilitator decides. {reason} and a sentence: why some wanted something else, without a name."
    ),
    later(
        "{clock}: how much time is left, or a timer of two minutes. {hold}: it stands still or goes on. {more}: a "
        "minute more."
    ),
    later("{predict}: say which method comes next. {play}: play what is decided."),
    later(
        "{roles}, {code}, {rules}, {setup}: what you agreed on. {held}, {broken}, {unsure} and a number: how a line of "
        "your code came through."
    ),
    later(
        "{moves}: what you can do. {ask} and a number: ask those whose yes a choice needs. {people}: who can be asked. "
        "{withdraw}: somebody takes a yes back. {inject} and its id: something comes in."
    ),
    later(
        "{methods}: what they do. {board}, {costs}, {support}, {audience}, {group}: the gates, what it costs them, "
        "what you gain, who is watching, your own. {why}, {log}: what your last decision led to, all of them."
    ),
    later(
        "{pause}, {soften}, {veil}, {unveil}, {skip}, {end}, {here}, {blank}: without a reason, at any time; {safety} "
        "says what each does. {debrief}: look back. {quit}: leave; all is kept."
    ),
)
"""What can be typed at the shared screen."""


def help_told(words: Sequence[str], told: Sequence[str]) -> list[str]:
    """What can be typed, a paragraph for each kind."""
    named = {("passing" if word == "pass" else word): typed(word) for word in words}
    return [line for text in told for line in item(_(text, **named), "")]
