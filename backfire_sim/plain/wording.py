"""What plain mode says: a view goes in, lines come out.

Every line is a sentence or a short item that makes sense when it is heard alone: no pictures of gauges, no columns,
no colors, nothing that is drawn over. Lines are at most 72 characters wide, so that they also read well on a small
screen or a braille display.
"""

from collections.abc import Callable, Sequence

from backfire_sim.plain.commands import typed
from backfire_sim.plain.shape import WIDTH, blocks, item, items, prose
from backfire_sim.scoring.vocabulary import RESPONSES, gloss, label
from backfire_sim.speech import _, later, plural
from backfire_sim.text import wrap
from backfire_sim.views.play import (
    AudienceRow,
    ConsentView,
    GateRow,
    MethodView,
    MoveView,
    NumberRow,
    OptionView,
    PlayView,
)
from backfire_sim.views.words import AFTER_GATE, signed

_STATES = {"yes": later("has said yes"), "no": later("has said no"), "not_asked": later("has not been asked")}


# -- Before the first scene ------------------------------------------------------------------------------------


def preparation(view: PlayView) -> list[str]:
    """The time before the incident, and what can be got ready in it."""
    return blocks(
        [_("Before it happens")],
        prose(view.prepare_text),
        [line for number, option in enumerate(view.options, 1) for line in _option(number, option)],
        prose(
            _(
                "Choose up to {most}: type their numbers in one line, such as 1 2. Type {none} to prepare nothing.",
                most=view.choose,
                none=typed("none"),
            )
        ),
    )


def _option(number: int, option: OptionView) -> list[str]:
    said = [sentence(option.label), sentence(option.text), f"({label(option.response)}: {option.tactic.lower()}.)"]
    if option.answers:
        said.append(_("Softens {methods}.", methods="; ".join(kind.lower() for kind in option.answers)))
    return item(" ".join(said), f"{number}. ")


# -- A scene ---------------------------------------------------------------------------------------------------


def scene(view: PlayView) -> list[str]:
    """Where and when, what is happening, and what they do about it."""
    heading = f"{_('Round {number}.', number=view.round)} {sentence(view.time)}".strip()
    return blocks(
        [*wrap(heading, WIDTH), *wrap(view.scene_title, WIDTH)],
        prose(view.text),
        methods(view.methods),
    )


def methods(landed: Sequence[MethodView]) -> list[str]:
    """The methods that landed, each named before it is told."""
    if not landed:
        return [_("Nothing new from them this round.")]
    return [_("What they do now:"), *(line for method in landed for line in _method(method))]


def _method(method: MethodView) -> list[str]:
    said = [
        f"{method.label}, {method.technique.lower()}",
        f"({_effect(method)}; {_('{response} answers it', response=label(method.response))}).",
    ]
    if method.again:
        said.append(_("It is still unanswered, and lands again."))
    if method.text:
        said.append(sentence(method.text))
    if method.softened:
        said.append(f"({capital(method.softened)}.)")
    return item(" ".join(said))


def _effect(method: MethodView) -> str:
    effect = method.strength
    if method.took:
        effect = plural(
            "{strength}, takes {count} step", "{strength}, takes {count} steps", method.took, strength=effect
        )
    elif method.felt:
        effect = _("{strength}, takes nothing", strength=effect)
    return f"{effect}; {method.besides}" if method.besides else effect


def board(view: PlayView) -> list[str]:
    """The five gates, each a sentence."""
    return [_("The five gates:"), *items(_gate(row) for row in view.board)]


def _gate(row: GateRow) -> str:
    said = _(
        "{method} against {response}: {value} of 10{change}; {left} of 100 people {what_they_do}.",
        method=row.method,
        response=row.response_label,
        value=row.value,
        change=_(", {steps} since the last scene", steps=signed(row.changed)) if row.changed else "",
        left=row.left,
        what_they_do=row.left_words,
    )
    return f"{said} {_('This is the bottleneck.')}" if row.bottleneck else said


def in_order(view: PlayView) -> list[MoveView]:
    """The moves as they are numbered: by R, in the order of the five, waiting last."""
    return [
        *(move for response in RESPONSES for move in view.moves_of(response)),
        *(move for move in view.moves if move.response not in RESPONSES),
    ]


def moves(view: PlayView) -> list[str]:
    """What the group can do, by R, with the number to type."""
    lines = [_("What can you do?")]
    group = None
    for number, move in enumerate(in_order(view), 1):
        if move.response != group:
            group = move.response
            lines += wrap(_heading(move), WIDTH)
        lines += item(one_move(number, move), f"{number}. ")
    return lines


def _heading(move: MoveView) -> str:
    if not move.response:
        return _("Or do nothing:")
    heading = f"{label(move.response)}: {gloss(move.response)}."
    return f"{heading} {_('It answers what they do now.')}" if move.answers else heading


def one_move(number: int, move: MoveView) -> str:
    """A move with everything that is to be known of it; `number` is what to type for it."""
    said = [sentence(move.label)]
    if not move.open:
        said.append(_("Not open: {why}", why=_lower(sentence(move.why_not))))
    if move.tactic:
        said.append(f"({move.tactic}.)")
    if move.voice:
        said.append(_("Speaks: {voice}", voice=sentence(move.voice)))
    if move.reaches:
        said.append(_("Reaches only: {audiences}", audiences=sentence(move.reaches)))
    if move.risk:
        said.append(_("Risk: {risk}", risk=sentence(move.risk)))
    said += [_consent_needed(number, consent) for consent in move.consents]
    return " ".join(said)


def _consent_needed(number: int, consent: ConsentView) -> str:
    said = _("Needs a yes: {consent} ({state}).", consent=consent.label, state=_(_STATES[consent.state]))
    if consent.state != "not_asked":
        return said
    return f"{said} {_('Type {ask} {number} to ask.', ask=typed('ask'), number=number)}"


def people(consents: Sequence[ConsentView]) -> list[str]:
    """What belongs to people and is theirs to give."""
    if not consents:
        return [_("Nobody in this play has to be asked for anything.")]
    said = _("{consent}: {state}. To ask: {ask} {id}")
    return [
        _("What people can be asked for:"),
        *items(
            said.format(consent=c.label, state=_(_STATES[c.state]), ask=typed("ask"), id=f"{c.person}.{c.use}")
            for c in consents
        ),
    ]


def consent_warning(move: MoveView, number: int) -> list[str]:
    """Said once before a move is played that uses what nobody has said yes to."""
    missing = "; ".join(f"{c.label} ({_(_STATES[c.state])})" for c in move.consents if c.state != "yes")
    how = _("Type {ask} {number} to ask first. Type {yes} to do it without: that breaks a consent, and care falls.")
    return [
        *wrap(_("Wait. This needs a yes that you do not have: {missing}.", missing=missing), WIDTH),
        *wrap(how.format(ask=typed("ask"), number=number, yes=typed("yes")), WIDTH),
    ]


def question(view: PlayView) -> list[str]:
    """The line after which an answer is expected."""
    words = {word: typed(word) for word in ("undo", "log", "again", "help", "quit", "none")}
    if view.phase == "over":
        said = _("The play is over. Type {undo}, {log}, {again}, {help}, or {quit}.", **words)
    elif view.phase == "preparing":
        said = _("Which ones, up to {most}? Numbers, {none}, {help}, or {quit}.", most=view.choose, **words)
    else:
        said = _("Your move? 1 to {last}, or a word: {help} lists them.", last=len(view.moves), **words)
    return wrap(said, WIDTH)


# -- Numbers ---------------------------------------------------------------------------------------------------


def costs(view: PlayView) -> list[str]:
    """The four costs with their ceilings, and who has not been named."""
    unnamed = (
        item(
            _(
                "Not named yet: {bearers}. Naming them lifts how far the costs can rise.",
                bearers="; ".join(view.unnamed),
            )
        )
        if view.unnamed
        else []
    )
    return [_("What it costs them so far, of 100:"), *items(cost_row(row) for row in view.costs), *unnamed]


def cost_row(row: NumberRow) -> str:
    """One cost as a sentence."""
    value = f"{row.value}{_changed(row.changed)}"
    if row.ceiling is None:
        return f"{row.label}: {value}."
    said = _("{cost}: {value}, of at most {ceiling} with those named so far.")
    return said.format(cost=row.label, value=value, ceiling=row.ceiling)


def gains(rows: Sequence[NumberRow]) -> list[str]:
    """Support, power and mobilization."""
    return [_("What the movement gains, of 100:"), *items(f"{gain_row(row)} ({capital(row.gloss)}.)" for row in rows)]


def gain_row(row: NumberRow) -> str:
    """One gain as a sentence."""
    return f"{row.label}: {row.value}{_changed(row.changed)}."


def group(view: PlayView) -> list[str]:
    """Care, evidence and whatever else the group keeps count of."""
    lines = [_("Your own people:"), *items(_number(row) for row in view.group)]
    if view.prepared:
        lines += item(_("Prepared: {options}.", options="; ".join(view.prepared)))
    return lines + items(sentence(fact) for fact in view.known)


def audience(rows: Sequence[AudienceRow]) -> list[str]:
    """Every audience: where it stands, and where its funnel narrows."""
    lines = [_("Who is watching:")]
    for row in rows:
        gates = ", ".join(
            f"{label(gate).lower()} {value}"
            for gate, value in zip(("visibility", "dignity", "meaning"), row.gates[:3], strict=True)
        )
        left = ", ".join(f"{count} {_(does)}" for count, does in zip(row.left, AFTER_GATE.values(), strict=True))
        said = _(
            "{audience}, {people} people. Support {support} of 100{change}. Gates, of 10: {gates}. "
            "Of 100: {left}. Bottleneck: {gate}.",
            audience=row.label,
            people=row.size,
            support=row.support,
            change=_changed(row.changed),
            gates=gates,
            left=left,
            gate=row.bottleneck.lower(),
        )
        lines += item(said)
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
    said = _("{name}: {value} of {top}{change}.")
    said = said.format(name=row.label, value=row.value, top=row.top, change=_changed(row.changed))
    return f"{said} ({capital(row.gloss)}.)" if row.gloss else said


def _changed(steps: int) -> str:
    return f" ({signed(steps)})" if steps else ""


def sentence(text: str) -> str:
    """The text in one line, with the full stop it may lack."""
    text = " ".join(text.split())
    said = text.rstrip("\"'”’»)")
    return text if not text or (said or text)[-1] in ".!?…:" else f"{text}."


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """The text as it goes on after a colon; words such as "I" or "FBI" keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
