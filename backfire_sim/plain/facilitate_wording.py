"""What a facilitator's terminal says: a view goes in, lines come out. None of it is for the shared screen."""

from __future__ import annotations

from collections.abc import Callable

from backfire_sim.plain import table_wording as table
from backfire_sim.plain.commands import typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import sentence
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural
from backfire_sim.table import state as s
from backfire_sim.table.conduct import BROKEN, HELD
from backfire_sim.views import facilitating
from backfire_sim.views.facilitator import FacilitatorView, InjectRow, LeadRow, LeadsRow

WORD_FOR = {
    "read_on": "next",
    "start_choosing": "choose",
    "choose_again": "choose",
    "count": "hands",
    "show": "show",
    "talk": "talk",
    "run_timer": "clock",
    "pause_timer": "hold",
    "more_time": "more",
    "decide": "decide",
    "objections": "objections",
    "rule": "rule",
    "predict": "predict",
    "play_it": "play",
    "reason": "reason",
    "back": "back",
    "skip": "skip",
    "freeze": "pause",
    "thaw": "on",
    "blank": "blank",
    "unblank": "blank",
    "end": "end",
}
"""The word for each thing that a facilitator can do, as `views.facilitating` names them."""


def where(view: FacilitatorView) -> list[str]:
    """Where the table is."""
    shown = view.table
    place = " ".join(part for part in (_("Round {number}.", number=view.round), sentence(view.time)) if part)
    return blocks(
        item(view.title, ""),
        [*prose(place), *prose(sentence(view.scene_title))] if view.scene else [],
        prose(shown.heading),
        _counted(view),
        table.spread(shown) if shown.spread else [],
        table.clock(shown.clock) if shown.clock.on else [],
        [_("The shared screen is blank.")] if view.blank else [],
        [plural("{count} reason is kept.", "{count} reasons are kept.", len(view.reasons))] if view.reasons else [],
        [] if view.kept else [_("This play is kept nowhere.")],
    )


def _counted(view: FacilitatorView) -> list[str]:
    missing = facilitating.missing(view)
    return prose(f"{missing} {view.table.known_when_shown}".strip()) if missing else []


def question(view: FacilitatorView) -> list[str]:
    """The line after which something is typed."""
    act = facilitating.next_act(view)
    words = list(dict.fromkeys(typed(WORD_FOR[other.do]) for other in facilitating.others(view)))
    if act is not None and act.do in ("rule", "objections", "count"):
        words.insert(0, typed(WORD_FOR[act.do]))
        first = sentence(act.label)
    elif act is not None:
        first = _("Press Enter: {what}. On the shared screen: {shows}", what=act.label, shows=act.shows)
    else:
        # Who is missing has just been said.
        first = "" if view.table.stage in s.COUNTING else facilitating.waiting_for(view)
    also = _("Or type {words}.", words=", ".join([*words, typed("help")]))
    return prose(f"{first} {also}".strip())


def scene(view: FacilitatorView) -> list[str]:
    """The scene as it is told, and what has landed."""
    if not view.scene:
        return [_("No scene is open.")]
    return blocks(prose(sentence(view.scene_title)), prose(view.text), items(view.methods))


def notes(view: FacilitatorView) -> list[str]:
    """The author's notes for this scene."""
    return prose(view.notes) if view.notes else [_("There are no notes for this scene.")]


def aims(view: FacilitatorView) -> list[str]:
    """What the scenario is for, and what to listen for."""
    return blocks(
        [_("Aims:"), *items(view.aims)] if view.aims else [_("The scenario names no aims.")],
        [_("Listen for:"), *items(view.listen_for)] if view.listen_for else [],
    )


def stuck(view: FacilitatorView) -> list[str]:
    """What to ask where a table is stuck."""
    return items(view.if_stuck) if view.if_stuck else [_("The scenario has no questions for this.")]


def checklist(view: FacilitatorView) -> list[str]:
    """What the group takes home."""
    return items(view.checklist) if view.checklist else [_("The scenario has no checklist.")]


def injects(view: FacilitatorView) -> list[str]:
    """What can come in, with its text, and why not now."""
    if not view.injects:
        return [_("This scenario has no injects.")]
    return [line for number, row in enumerate(view.injects, 1) for line in item(_inject(row), f"{number}. ")]


def _inject(row: InjectRow) -> str:
    how = row.shut or _("To throw it: {inject} {id}", inject=typed("inject"), id=row.id)
    return f"{sentence(row.title)} {sentence(row.text)} {how}"


def leads(view: FacilitatorView, number: int) -> list[str]:
    """What each choice would lead to; `number`: this one only."""
    rows = [row for row in view.choices if row.number == number] if number else list(view.choices)
    if not rows:
        return [_("There is no choice {number} here.", number=number) if number else _("No scene is open.")]
    return blocks(*(_leads(row) for row in rows))


def _leads(row: LeadsRow) -> list[str]:
    named = f"{row.label} ({label(row.response)})" if row.response else row.label
    head = item(sentence(named), f"{row.number}. " if row.number else "- ")
    if row.shut:
        return [*head, *(f"   {line}" for line in prose(sentence(row.shut)))]
    return [*head, *(line for lead in row.leads for line in item(_lead(lead), "   "))]


def _lead(lead: LeadRow) -> str:
    said = []
    if lead.chance:
        drawn = _("{chance}, and what comes now:") if lead.drawn else _("{chance}:")
        said.append(drawn.format(chance=lead.chance))
    if lead.ends:
        said.append(_("It ends: {title} ({outcome}).", title=lead.to, outcome=lead.ends))
    else:
        said.append(_("It leads to: {title}.", title=lead.to))
    said += [sentence(lead.because)] if lead.because else []
    said += [_("Moves {numbers}.", numbers="; ".join(lead.moves))] if lead.moves else []
    said += [_("Then lands: {methods}.", methods="; ".join(lead.lands))] if lead.lands else []
    return " ".join(said)


def waiting(view: FacilitatorView) -> list[str]:
    """Who has not chosen yet."""
    return _counted(view) or [_("Nobody chooses just now.")]


def reasons(view: FacilitatorView) -> list[str]:
    """The reasons of this round, unnamed."""
    return items(view.reasons) if view.reasons else [_("No reason is kept for this round.")]


def tests(view: FacilitatorView) -> list[str]:
    """What probably tested the code, and how its lines came through."""
    lines = [view.setup.code.index(hint.line) + 1 for hint in view.test_hints if hint.line in view.setup.code]
    words = {name: typed(name) for name in ("held", "broken", "unsure")}
    hint = [
        _("Probably tested now: {lines}. Type {held}, {broken} or {unsure} and its number.")
        .format(lines=", ".join(map(str, lines)), **words)
    ] if lines else []  # fmt: skip
    came_in = facilitating.came_in(view)
    hint += [
        f"{came_in} {_('Type {held}, {broken} or {unsure} and its number.', **words)}"
    ] if came_in else []  # fmt: skip
    said = {HELD: _("held"), BROKEN: _("broken")}
    noted = [
        _("Round {round}: {line} {how}.", round=test.round, line=test.words, how=said.get(test.how, _("not sure")))
        for test in view.tests
    ]
    return [*(line for text in hint for line in prose(text)), *items(noted)]


ABOUT: dict[str, Callable[[FacilitatorView], list[str]]] = {
    "scene": scene,
    "notes": notes,
    "aims": aims,
    "stuck": stuck,
    "checklist": checklist,
    "injects": injects,
    "waiting": waiting,
    "reasons": reasons,
}
"""What a word tells about the table as it stands."""


def news(before: FacilitatorView, now: FacilitatorView) -> list[str]:
    """What has changed between two views, in sentences; nothing where nothing is worth a word."""
    if before.title != now.title:
        return where(now)
    said: list[list[str]] = []
    if (before.scene, before.round, before.phase) != (now.scene, now.round, now.phase):
        said += [where(now), ["", *prose(_("Notes: {notes}", notes=now.notes))] if now.notes else []]
    elif (before.table.stage, before.table.heading if now.table.stage not in s.COUNTING else "") != (
        now.table.stage,
        now.table.heading if now.table.stage not in s.COUNTING else "",
    ):
        said += [prose(now.table.heading), *(["", *table.spread(now.table)],) * _shows(before, now)]
    elif before.table.frozen != now.table.frozen:
        said += [prose(now.table.heading) if now.table.frozen else [_("It goes on.")]]
    elif (before.waiting, before.table.chosen) != (now.waiting, now.table.chosen):
        said += [_counted(now)]
    if before.blank != now.blank:
        said += [[_("The shared screen is blank.") if now.blank else _("The shared screen is back.")]]
    thrown = {row.id for row in before.injects if row.thrown}
    said += [item(_("It came in: {what}", what=sentence(row.title)), "") for row in now.injects
             if row.thrown and row.id not in thrown]  # fmt: skip
    if now.came_in and now.came_in != before.came_in:
        said += [tests(now)]
    if len(now.reasons) > len(before.reasons):
        said += [[plural("{count} reason is kept.", "{count} reasons are kept.", len(now.reasons))]]
    if before.setup != now.setup:
        said += [table.rules(now.table)]
    return [line for lines in said for line in lines]


def _shows(before: FacilitatorView, now: FacilitatorView) -> bool:
    return now.table.stage in (s.SHOWN, s.SHOWN_AGAIN) and before.table.stage in s.COUNTING


HELP = (
    later("Enter or {next}: the next step, as the last line says. {where}: where the table is. {back}: one step back."),
    later(
        "{scene}, {notes}, {aims}, {stuck}, {checklist}: the scene, your notes, aims, what to ask if they get stuck, "
        "what they take home. {leads}, or {leads} and a number: what each choice would lead to."
    ),
    later("{injects}: what can come in. {inject} and its number or id: let it come in."),
    later(
        "{waiting}: who has not chosen. {show}: show the choices. {seat} 3 2: seat 3 chooses 2. {hands} 2 5: five "
        "hands for 2. {spread}: how they chose."
    ),
    later(
        "{talk}, {choose}, {decide}, {predict}, {play}: the steps by name. {rule} and a number: you decide. "
        "{objections} and a number: how many object. {reason} and a sentence: a reason, unnamed. {reasons}: those of "
        "this round."
    ),
    later("{clock}: start the timer. {hold}: it stands still or goes on. {more}: a minute more."),
    later("{roles}, {code}: what they agreed on. {held}, {broken}, {unsure} and a number: how a line came through."),
    later(
        "{pause}: everything stands still. {on}: it goes on. {blank}: the shared screen goes blank, or comes back. "
        "{skip}: leave this scene out. {end}: end kindly, and look back. {quit}: leave; the table plays on."
    ),
    later("{ask} ana.story: somebody is asked for something. {withdraw} ana.story: they take their yes back."),
)
"""What can be typed at a facilitator's terminal."""
