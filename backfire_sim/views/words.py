"""Conditions, steps and reasons as words a person would say."""

import re
from collections.abc import Sequence
from functools import reduce

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs
from backfire_sim.engine.events import WAIT
from backfire_sim.engine.position import Landed
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Move
from backfire_sim.scoring.board import GENERAL_PUBLIC
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, label, use_of
from backfire_sim.speech import _, later, sense

STRENGTHS = {0: later("without effect"), 1: later("slight"), 2: later("solid"), 3: later("strong")}

AFTER_GATE = {
    "visibility": later("know"),
    "dignity": later("see people"),
    "meaning": later("call it unjust"),
    "momentum": later("have somewhere to act"),
    "courage": later("keep acting"),
}
"""What the people still there after a gate do."""

_COMPARED = {
    ">=": later("{name} is at least {number}"),
    ">": later("{name} is more than {number}"),
    "<=": later("{name} is at most {number}"),
    "<": later("{name} is less than {number}"),
    "==": later("{name} is exactly {number}"),
    "!=": later("{name} is not {number}"),
}

_OF_A_COST = {"ceiling": later("{cost}, how far it can rise"), "pressure": later("{cost}, the pressure")}

_I_SOUND = re.compile("[^a-zí]*h?[ií](?![aeo])", re.IGNORECASE)
"""What begins like this has another word for "and" before it in Spanish."""


def signed(steps: int) -> str:
    """`+2`, `−1`, `0`, with a true minus sign."""
    return f"+{steps}" if steps > 0 else f"−{-steps}" if steps < 0 else "0"


def condition(rules: Rules, needed: Condition | None) -> str:
    """What must hold, as part of a sentence: `care is at least 6 and the families were not warned`.

    Parts that are themselves joined stand in parentheses, so that it can be read in one way only.
    """
    match needed:
        case None:
            return _("nothing")
        case Is(term, op, number):
            return _comparison(rules, term, op, number)
        case OutcomeIs(outcome, equal):
            name = label(outcome).lower()
            at = _("the play stands at {outcome}") if equal else _("the play does not stand at {outcome}")
            return at.format(outcome=name)
        case Not(Is(term, ">=", 1)) if _yes_or_no(rules, term):
            return _("it is not so that {what}", what=_yes(rules, term))
        case Not(part):
            return _("it is not so that {what}", what=_part(rules, part))
        case All(parts):
            return reduce(_and, (_part(rules, part) for part in parts))
        case AnyOf(parts):
            return reduce(_or, (_part(rules, part) for part in parts))


def _part(rules: Rules, part: Condition) -> str:
    words = condition(rules, part)
    return f"({words})" if isinstance(part, All | AnyOf) else words


def why_shut(rules: Rules, move: str, scene: str) -> str:
    """Why a greyed move is not open: the author's words, or its needs said plainly."""
    authored = rules.scene(scene).moves[move].move
    return authored.why_not or _("Open only when {condition}.", condition=condition(rules, authored.needs))


def place(rules: Rules, index: int) -> tuple[str, str]:
    """(whose, what) for a place: `("Neighbors", "Visibility")`, or `("", "Care")` for the group's own."""
    name = rules.layout.names[index]
    owner, dot, gate = name.partition(".")
    if dot and owner in rules.audience_labels:
        return audience(rules, owner), label(gate)
    return "", rules.own_labels.get(name) or label(name)


def log_name(rules: Rules, name: str) -> str:
    """What a name in a log stands for: `Care`, `Visibility (Neighbors)`, `the scene`; else the name, made readable."""
    known = {"scene": _("the scene"), "ending": _("the ending"), "over": _("the end of the play")}
    kind, _dot, cost = name.partition(".")
    if kind in _OF_A_COST:
        return _(_OF_A_COST[kind], cost=label(cost))
    if name in rules.places and is_number(rules, rules.places[name]):
        whose, what = place(rules, rules.places[name])
        return f"{what} ({whose})" if whose else what
    return known.get(name) or name.replace("_", " ")


def audience(rules: Rules, name: str) -> str:
    """The label of an audience; that of a scenario which names none is the program's own."""
    return _(GENERAL_PUBLIC.label) if name == GENERAL_PUBLIC.id else rules.audience_labels[name]


def is_number(rules: Rules, index: int) -> bool:
    """Whether a place holds a number worth telling, and not a fact, a count or a consent."""
    name = rules.layout.names[index]
    return "(" not in name and name not in rules.scenario.facts and name != "broken_consents"


def move_words(move: Move) -> str:
    """What the group would do. The label of waiting is the program's own, that of every other move the author's."""
    return _(move.label) if move.id == WAIT else move.label


def use_words(rules: Rules, use: str) -> str:
    """What a person is asked for, to stand inside a sentence: the scenario's own words, or its id made readable."""
    return rules.scenario.words.get(use) or use_of(use)


def technique_words(rules: Rules, technique: str) -> str:
    """A technique: the scenario's own words, or its id made readable."""
    return rules.scenario.words.get(technique) or label(technique)


def softened(rules: Rules, landed: Landed) -> str:
    """What took strength off a method, or an empty text."""
    said = []
    for source, steps in landed.softened:
        if source == "evidence":
            said.append(_("your evidence took {steps} off", steps=steps))
        else:
            option = rules.options[source].label
            said.append(_("your preparation ({option}) took {steps} off", option=option, steps=steps))
    return "; ".join(said)


def short(text: str) -> str:
    """A label up to its first comma: `Ana` for `Ana, a volunteer released on Monday`."""
    return text.partition(",")[0].strip() or text


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return _and(", ".join(items[:-1]), items[-1])


def _and(first: str, last: str) -> str:
    if _I_SOUND.match(last):
        return sense("before the sound i", "{first} and {last}", first=first, last=last)
    return _("{first} and {last}", first=first, last=last)


def _or(first: str, last: str) -> str:
    return _("{first} or {last}", first=first, last=last)


def _comparison(rules: Rules, term: str, op: str, number: int) -> str:
    if op == ">=" and number == 1 and _yes_or_no(rules, term):
        return _yes(rules, term)
    owner, dot, gate = term.partition(".")
    if dot and owner in rules.audience_labels:
        name = _("{gate} among {audience}", gate=label(gate).lower(), audience=audience(rules, owner))
    elif term == "round":
        name = _("the round")
    else:
        name = (rules.own_labels.get(term) or label(term)).lower()
    return _(_COMPARED[op], name=name, number=number)


def _yes_or_no(rules: Rules, term: str) -> bool:
    return "(" in term or term in rules.scenario.facts


def _yes(rules: Rules, term: str) -> str:
    """A yes/no name, said as something that is so."""
    if term in rules.scenario.facts:
        text = rules.scenario.facts[term].rstrip(".")
        return _("“{words}”", words=text)
    kind, inside = re.fullmatch(r"(\w+)\((.*)\)", term).groups()  # type: ignore[union-attr]
    match kind:
        case "prepared":
            return _("you prepared “{option}”", option=rules.options[inside].label)
        case "visited":
            return _("you have been at “{scene}”", scene=rules.scenario.scenes[inside].title)
        case "played" if inside in RESPONSES:
            return _("you have played {response}", response=label(inside))
        case "played":
            scene, move = inside.split(".")
            return _("you have played “{move}”", move=move_words(rules.scene(scene).moves[move].move))
        case "answered" if inside in METHODS:
            return _("you have answered {method}", method=label(inside).lower())
        case "answered":
            scene, method = inside.split(".")
            uses = next((m.uses for m in rules.scenario.scenes[scene].methods if m.id == method), inside)
            title = rules.scenario.scenes[scene].title
            return _("you answered the {method} at “{scene}”", method=label(uses).lower(), scene=title)
        case "named":
            return _("{bearer} has been named", bearer=short(rules.bearers[inside].label))
        case "thrown":
            return _("“{inject}” has happened", inject=rules.injects[inside].title)
        case _:
            person, use = inside.split(", ")
            said = _("{person} has said no ({use})") if kind == "refused" else _("{person} has said yes ({use})")
            return said.format(person=rules.people[person].label, use=use_words(rules, use))
