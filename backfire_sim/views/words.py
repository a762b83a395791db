"""Conditions, steps and reasons as words a person would say."""

import re
from collections.abc import Sequence

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs
from backfire_sim.engine.position import Landed
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, label

STRENGTHS = {0: "without effect", 1: "slight", 2: "solid", 3: "strong"}

AFTER_GATE = {
    "visibility": "know",
    "dignity": "see people",
    "meaning": "call it unjust",
    "momentum": "have somewhere to act",
    "courage": "keep acting",
}
"""What the people still there after a gate do."""

_COMPARED = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "==": "exactly", "!=": "not"}


def signed(steps: int) -> str:
    """`+2`, `−1`, `0`, with a true minus sign."""
    return f"+{steps}" if steps > 0 else f"−{-steps}" if steps < 0 else "0"


def condition(rules: Rules, needed: Condition | None) -> str:
    """What must hold, as part of a sentence: `care is at least 6 and the families were not warned`.

    Parts that are themselves joined stand in parentheses, so that it can be read in one way only.
    """
    match needed:
        case None:
            return "nothing"
        case Is(term, op, number):
            return _comparison(rules, term, op, number)
        case OutcomeIs(outcome, equal):
            return f"the play {'stands' if equal else 'does not stand'} at {label(outcome).lower()}"
        case Not(Is(term, ">=", 1)) if _yes_or_no(rules, term):
            return f"it is not so that {_yes(rules, term)}"
        case Not(part):
            return f"it is not so that {_part(rules, part)}"
        case All(parts):
            return " and ".join(_part(rules, part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_part(rules, part) for part in parts)


def _part(rules: Rules, part: Condition) -> str:
    words = condition(rules, part)
    return f"({words})" if isinstance(part, All | AnyOf) else words


def why_shut(rules: Rules, move: str, scene: str) -> str:
    """Why a greyed move is not open: the author's words, or its needs said plainly."""
    authored = rules.scene(scene).moves[move].move
    return authored.why_not or f"Open only when {condition(rules, authored.needs)}."


def place(rules: Rules, index: int) -> tuple[str, str]:
    """(whose, what) for a place: `("Neighbors", "Visibility")`, or `("", "Care")` for the group's own."""
    name = rules.layout.names[index]
    owner, dot, gate = name.partition(".")
    if dot and owner in rules.audience_labels:
        return rules.audience_labels[owner], label(gate)
    return "", rules.own_labels.get(name) or label(name)


def is_number(rules: Rules, index: int) -> bool:
    """Whether a place holds a number worth telling, and not a fact, a count or a consent."""
    name = rules.layout.names[index]
    return "(" not in name and name not in rules.scenario.facts and name != "broken_consents"


def softened(rules: Rules, landed: Landed) -> str:
    """What took strength off a method, or an empty text."""
    said = []
    for source, steps in landed.softened:
        cause = "your evidence" if source == "evidence" else f"your preparation ({rules.options[source].label})"
        said.append(f"{cause} took {steps} off")
    return "; ".join(said)


def short(text: str) -> str:
    """A label up to its first comma: `Ana` for `Ana, a volunteer released on Monday`."""
    return text.partition(",")[0].strip() or text


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _comparison(rules: Rules, term: str, op: str, number: int) -> str:
    if op == ">=" and number == 1 and _yes_or_no(rules, term):
        return _yes(rules, term)
    owner, dot, gate = term.partition(".")
    if dot and owner in rules.audience_labels:
        name = f"{label(gate).lower()} among {rules.audience_labels[owner]}"
    elif term == "round":
        name = "the round"
    else:
        name = (rules.own_labels.get(term) or label(term)).lower()
    return f"{name} is {_COMPARED[op]} {number}"


def _yes_or_no(rules: Rules, term: str) -> bool:
    return "(" in term or term in rules.scenario.facts


def _yes(rules: Rules, term: str) -> str:
    """A yes/no name, said as something that is so."""
    if term in rules.scenario.facts:
        text = rules.scenario.facts[term].rstrip(".")
        return f"“{text}”"
    kind, inside = re.fullmatch(r"(\w+)\((.*)\)", term).groups()  # type: ignore[union-attr]
    match kind:
        case "prepared":
            return f"you prepared “{rules.options[inside].label}”"
        case "visited":
            return f"you have been at “{rules.scenario.scenes[inside].title}”"
        case "played" if inside in RESPONSES:
            return f"you have played {label(inside)}"
        case "played":
            scene, _, move = inside.partition(".")
            return f"you have played “{rules.scene(scene).moves[move].move.label}”"
        case "answered" if inside in METHODS:
            return f"you have answered {label(inside).lower()}"
        case "answered":
            scene, _, method = inside.partition(".")
            uses = next((m.uses for m in rules.scenario.scenes[scene].methods if m.id == method), inside)
            return f"you answered the {label(uses).lower()} at “{rules.scenario.scenes[scene].title}”"
        case "named":
            return f"{short(rules.bearers[inside].label)} has been named"
        case "thrown":
            return f"“{rules.injects[inside].title}” has happened"
        case _:
            person, _, use = inside.partition(", ")
            answer = "no" if kind == "refused" else "yes"
            return f"{rules.people[person].label} has said {answer} ({use.replace('_', ' ')})"
