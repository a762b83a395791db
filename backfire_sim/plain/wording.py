"""What plain mode says: a view goes in, lines come out.

Every line is a sentence or a short item that makes sense when it is heard alone: no pictures of gauges, no columns,
no colors, nothing that is drawn over. Lines are at most 72 characters wide, so that they also read well on a small
screen or a braille display.
"""

from collections.abc import Callable, Sequence

from backfire_sim.plain.shape import WIDTH, blocks, item, items, prose
from backfire_sim.scoring.vocabulary import GLOSSES, RESPONSES, label
from backfire_sim.text import wrap
from backfire_sim.views.play import (
    AudienceRow,
    ConsentView,
    MethodView,
    MoveView,
    NumberRow,
    OptionView,
    PlayView,
)
from backfire_sim.views.words import AFTER_GATE, signed

_STATES = {"yes": "has said yes", "no": "has said no", "not_asked": "has not been asked"}


# -- Before the first scene ------------------------------------------------------------------------------------


def preparation(view: PlayView) -> list[str]:
    """The time before the incident, and what can be got ready in it."""
    return blocks(
        ["Before it happens"],
        prose(view.prepare_text),
        [line for number, option in enumerate(view.options, 1) for line in _option(number, option)],
        prose(
            f"Choose up to {view.choose}: type their numbers in one line, such as 1 2. Type none to prepare nothing."
        ),
    )


def _option(number: int, option: OptionView) -> list[str]:
    softens = f" Softens {'; '.join(kind.lower() for kind in option.answers)}." if option.answers else ""
    said = f"{sentence(option.label)} {sentence(option.text)}".strip()
    return item(f"{said} ({label(option.response)}: {option.tactic.lower()}.){softens}", f"{number}. ")


# -- A scene ---------------------------------------------------------------------------------------------------


def scene(view: PlayView, *, veiled: bool = False) -> list[str]:
    """Where and when, what is happening, and what they do about it."""
    heading = f"Round {view.round}. {sentence(view.time)}".strip()
    return blocks(
        [heading, *wrap(view.scene_title, WIDTH)],
        prose(view.veil if veiled else view.text),
        methods(view.methods, veiled=veiled),
    )


def methods(landed: Sequence[MethodView], *, veiled: bool = False) -> list[str]:
    """The methods that landed, each named before it is told."""
    if not landed:
        return ["Nothing new from them this round."]
    return ["What they do now:", *(line for method in landed for line in _method(method, veiled))]


def _method(method: MethodView, veiled: bool) -> list[str]:
    again = " It is still unanswered, and lands again." if method.again else ""
    if method.strength == "without effect":
        effect = "without effect"
    else:
        gate = f"{method.strength}, takes {_steps(method.took)}" if method.took else f"{method.strength}, takes nothing"
        effect = gate
    if method.besides:
        effect += f"; {method.besides}"
    softened = f" ({_capital(method.softened)}.)" if method.softened else ""
    told = "" if veiled else f" {sentence(method.text)}"
    return item(
        f"{method.label}, {method.technique.lower()} ({effect}; {label(method.response)} answers it).{again}"
        f"{told}{softened}"
    )


def board(view: PlayView) -> list[str]:
    """The five gates, each a sentence."""
    return ["The five gates:", *items(row.spoken() for row in view.board)]


def bottleneck(view: PlayView) -> str:
    """The one row of the board that a person needs most."""
    row = next(row for row in view.board if row.bottleneck)
    return f"Bottleneck: {label(row.gate).lower()}, {row.value} of 10. {row.response_label} widens it."


def in_order(view: PlayView) -> list[MoveView]:
    """The moves as they are numbered: by R, in the order of the five, waiting last."""
    return [
        *(move for response in RESPONSES for move in view.moves_of(response)),
        *(move for move in view.moves if move.response not in RESPONSES),
    ]


def moves(view: PlayView) -> list[str]:
    """What the group can do, by R, with the number to type."""
    lines = ["What can you do?"]
    group = None
    for number, move in enumerate(in_order(view), 1):
        if move.response != group:
            group = move.response
            lines += wrap(_heading(move), WIDTH)
        lines += item(_move(number, move), f"{number}. ")
    return lines


def _heading(move: MoveView) -> str:
    if not move.response:
        return "Or do nothing:"
    answers = " It answers what they do now." if move.answers else ""
    return f"{label(move.response)}: {GLOSSES[move.response]}.{answers}"


def _move(number: int, move: MoveView) -> str:
    said = [sentence(move.label)]
    if not move.open:
        said.append(f"Not open: {_lower(sentence(move.why_not))}")
    if move.tactic:
        said.append(f"({move.tactic}.)")
    if move.voice:
        said.append(f"Speaks: {sentence(move.voice)}")
    if move.reaches:
        said.append(f"Reaches only: {sentence(move.reaches)}")
    if move.risk:
        said.append(f"Risk: {sentence(move.risk)}")
    said += [_consent_needed(number, consent) for consent in move.consents]
    return " ".join(said)


def _consent_needed(number: int, consent: ConsentView) -> str:
    ask = f" Type ask {number} to ask." if consent.state == "not_asked" else ""
    return f"Needs a yes: {consent.label} ({_STATES[consent.state]}).{ask}"


def people(consents: Sequence[ConsentView]) -> list[str]:
    """What belongs to people and is theirs to give."""
    if not consents:
        return ["Nobody in this play has to be asked for anything."]
    return [
        "What people can be asked for:",
        *items(f"{c.label}: {_STATES[c.state]}. To ask: ask {c.person}.{c.use}" for c in consents),
    ]


def consent_warning(move: MoveView, number: int) -> list[str]:
    """Said once before a move is played that uses what nobody has said yes to."""
    missing = [f"{c.label} ({_STATES[c.state]})" for c in move.consents if c.state != "yes"]
    return [
        *wrap(f"Wait. This needs a yes that you do not have: {'; '.join(missing)}.", WIDTH),
        *wrap(
            f"Type ask {number} to ask first. Type yes to do it without: that breaks a consent, and care falls.", WIDTH
        ),
    ]


def question(view: PlayView) -> list[str]:
    """The line after which an answer is expected."""
    if view.phase == "over":
        return ["The play is over. Type undo, log, again, help, or quit."]
    if view.phase == "preparing":
        return [f"Which ones, up to {view.choose}? Numbers, none, help, or quit."]
    return [f"Your move? 1 to {len(view.moves)}, or a word: help lists them."]


# -- Numbers ---------------------------------------------------------------------------------------------------


def costs(view: PlayView) -> list[str]:
    """The four costs with their ceilings, and who has not been named."""
    unnamed = (
        item(f"Not named yet: {'; '.join(view.unnamed)}. Naming them lifts how far the costs can rise.")
        if view.unnamed
        else []
    )
    return ["What it costs them so far, of 100:", *items(cost_row(row) for row in view.costs), *unnamed]


def cost_row(row: NumberRow) -> str:
    """One cost as a sentence."""
    ceiling = f", of at most {row.ceiling} with those named so far" if row.ceiling is not None else ""
    return f"{row.label}: {row.value}{_changed(row.changed)}{ceiling}."


def gains(rows: Sequence[NumberRow]) -> list[str]:
    """Support, power and mobilization."""
    return ["What the movement gains, of 100:", *items(f"{gain_row(row)} ({_capital(row.gloss)}.)" for row in rows)]


def gain_row(row: NumberRow) -> str:
    """One gain as a sentence."""
    return f"{row.label}: {row.value}{_changed(row.changed)}."


def group(view: PlayView) -> list[str]:
    """Care, evidence and whatever else the group keeps count of."""
    lines = ["Your own people:", *items(_number(row) for row in view.group)]
    if view.prepared:
        lines += item(f"Prepared: {'; '.join(view.prepared)}.")
    return lines + items(sentence(fact) for fact in view.known)


def audience(rows: Sequence[AudienceRow]) -> list[str]:
    """Every audience: where it stands, and where its funnel narrows."""
    lines = ["Who is watching:"]
    for row in rows:
        gates = ", ".join(
            f"{label(gate).lower()} {value}"
            for gate, value in zip(("visibility", "dignity", "meaning"), row.gates[:3], strict=True)
        )
        left = ", ".join(f"{count} {words}" for count, words in zip(row.left, AFTER_GATE.values(), strict=True))
        lines += item(
            f"{row.label}, {row.size} people. Support {row.support} of 100{_changed(row.changed)}. "
            f"Gates, of 10: {gates}. Of 100: {left}. Bottleneck: {row.bottleneck.lower()}."
        )
    return lines


ABOUT_NOW: dict[str, Callable[[PlayView], list[str]]] = {
    "board": board,
    "costs": costs,
    "support": lambda now: gains(now.gains),
    "group": group,
    "audience": lambda now: audience(now.audiences),
    "people": lambda now: people(now.consents),
}
"""What a word tells about the play as it stands."""


def _number(row: NumberRow) -> str:
    gloss = f" ({_capital(row.gloss)}.)" if row.gloss else ""
    return f"{row.label}: {row.value} of {row.top}{_changed(row.changed)}.{gloss}"


def _changed(steps: int) -> str:
    return f" ({signed(steps)})" if steps else ""


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"


def sentence(text: str) -> str:
    """The text in one line, with the full stop it may lack."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…:”\"'" else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """The text as it goes on after a colon; words such as "I" or "FBI" keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
