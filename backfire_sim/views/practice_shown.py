"""What an answer does to the gates, in words and as rows: of 100 people, how many are still there."""

from typing import NamedTuple

from backfire_sim.engine.drills import MISSING, NAME, NEXT, Placed
from backfire_sim.practice.shown import GateMoved, Shown
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural
from backfire_sim.views import words

_PEOPLE = {
    "visibility": later("Of 100 people {before} knew; after it {after}."),
    "dignity": later("Of 100 people {before} saw people in those who were harmed; after it {after}."),
    "meaning": later("Of 100 people {before} called it unjust; after it {after}."),
    "momentum": later("Of 100 people {before} had somewhere to act; after it {after}."),
    "courage": later("Of 100 people {before} kept acting; after it {after}."),
}


class GateLine(NamedTuple):
    """One gate before and after, to be drawn or read."""

    gate: str
    label: str
    before: int
    after: int
    """0 to 10."""
    people_before: int
    people_after: int
    """Of 100 people, how many are still there after this gate."""
    what_they_do: str
    """`know`, `keep acting`"""


class Doing(NamedTuple):
    """What a move or a method did."""

    did: str
    """The move's label, or the method's with its technique."""
    where: str
    """From where it was played, in a sentence."""
    gates: tuple[GateLine, ...]
    """All five."""
    care: tuple[int, int]
    """Before and after, 0 to 10."""
    words: tuple[str, ...]
    """What moved, in sentences: the gate that moved most, those who act in the end, care, broken consents."""

    @property
    def costs_care(self) -> bool:
        """Whether those who carry it pay for it."""
        return self.care[1] < self.care[0]


def doing(placed: Placed, found: Shown, answer: str = "") -> Doing:
    """What was done, and what it moved."""
    return Doing(
        did=_did(placed, answer),
        where=_where(placed),
        gates=tuple(
            GateLine(
                each.gate,
                label(each.gate),
                each.before,
                each.after,
                each.people_before,
                each.people_after,
                _(words.AFTER_GATE[each.gate]),
            )
            for each in found.gates
        ),
        care=found.care,
        words=(
            *_gate_words(found),
            *_care_words(placed, found),
            *_of_evidence(found),
            *_of_preparation(found),
            *_of_a_method(found),
        ),
    )


def _did(placed: Placed, answer: str) -> str:
    drill = placed.drill
    if drill.asks in (NAME, NEXT):
        scene, method = drill.method
        written = next(each for each in placed.scenario.scenes[scene].methods if each.id == method)
        technique = words.technique_words(placed.scenario.rules, written.technique)
        return f"{label(written.uses)} ({technique})"
    move = placed.move(drill.move if drill.asks == MISSING else answer or drill.best)
    return move.label if move else ""


def _where(placed: Placed) -> str:
    scene = placed.drill.method[0] if placed.drill.asks in (NAME, NEXT) else placed.scene
    if not scene:
        return _("Worked out before anything has happened.")
    title = placed.scenario.scenes[scene].title
    return _("Worked out in one play that has come to “{scene}”; what came before changes the numbers.", scene=title)


def _gate_words(found: Shown) -> list[str]:
    most = max(found.gates, key=_moved)
    if _moved(most) == (0, 0):
        return [_("No gate moves.")]
    last = found.gates[-1]
    said = [_value_words(gate) for gate in (most, _against(found, most)) if gate and gate.before != gate.after]
    said.append(_people_words(most))
    if most.gate != last.gate and last.people_before != last.people_after:
        said.append(_people_words(last))
    return said


def _against(found: Shown, most: GateMoved) -> GateMoved | None:
    """The gate that moved furthest the other way: what widens one can narrow another."""
    up = most.after > most.before
    others = [gate for gate in found.gates if gate.before != gate.after and (gate.after > gate.before) != up]
    return max(others, key=_moved, default=None)


def _value_words(gate: GateMoved) -> str:
    return _("{gate} goes from {before} to {after}.", gate=label(gate.gate), before=gate.before, after=gate.after)


def _moved(gate: GateMoved) -> tuple[int, int]:
    """How far a gate moved, then how many people that is."""
    return abs(gate.after - gate.before), abs(gate.people_after - gate.people_before)


def _people_words(gate: GateMoved) -> str:
    if gate.people_before == gate.people_after:
        return plural(
            "{count} of 100 people {what_they_do}, as before.",
            "{count} of 100 people {what_they_do}, as before.",
            gate.people_after,
            what_they_do=_(words.AFTER_GATE[gate.gate]),
        )
    return _(_PEOPLE[gate.gate], before=gate.people_before, after=gate.people_after)


def _care_words(placed: Placed, found: Shown) -> list[str]:
    before, after = found.care
    said = []
    if before != after:
        said.append(_("Care goes from {before} to {after}.", before=before, after=after))
    rules = placed.scenario.rules
    for person in dict.fromkeys(person for person, _use in found.broken):
        uses = [words.use_words(rules, use) for who, use in found.broken if who == person]
        who = words.short(rules.people[person].label)
        said.append(_("There was no yes ({person}: {uses}), and that costs care.", person=who, uses=", ".join(uses)))
    if found.breach:
        said.append(_("It breaks the group's own discipline, which costs dignity and meaning."))
    return said


def _of_evidence(found: Shown) -> list[str]:
    before, after = found.evidence
    return [_("Evidence goes from {before} to {after}.", before=before, after=after)] if before != after else []


def _of_preparation(found: Shown) -> list[str]:
    methods = words.listed([label(method).lower() for method in found.softens])
    return [_("Later it takes one step off {methods}.", methods=methods)] if methods else []


def _of_a_method(found: Shown) -> list[str]:
    if not found.softened:
        return []
    return [
        plural(
            "Preparation or evidence had taken {count} step off it.",
            "Preparation or evidence had taken {count} steps off it.",
            found.softened,
        )
    ]
