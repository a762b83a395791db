"""The group's own plan: what it gets ready within seven days, and what happens in the first 72 hours after an incident.

A plan is the group's, not the play's: it stands in no log, names no play, and is kept only where somebody asks for it.
Who does what is said by role, because a list of names is what others would look for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backfire_sim.speech import _, later, plural
from backfire_sim.text import fit, one_line

LONGEST = 300
"""Characters of a line."""

MOST_LINES = 30
"""Lines under one heading."""

BY_ROLE = later(
    "Write roles, not names: “the one with the keys”, “two drivers”, “our lawyer”. No telephone numbers and no "
    "addresses: those belong on paper, with the people who need them."
)

APART = later(
    "This plan is yours. It is kept apart from the play, it is in no log, and it is gone when you leave unless you ask "
    "for it to be kept or printed."
)


class Slot(NamedTuple):
    """A heading of the plan with its prompt."""

    id: str
    part: str
    """`week` or `hours`."""
    title: str
    prompt: str
    example: str
    """A line that others might have written, by role."""


PARTS = {"week": later("In the next seven days"), "hours": later("The first 72 hours, if something happens")}

SLOTS = (
    Slot(
        "documentation",
        "week",
        later("Documentation"),
        later("How will you record what happens, where is it kept twice, and who may see it?"),
        later("A notebook beside every phone. Who: whoever answers it."),
    ),
    Slot(
        "messengers",
        "week",
        later("Messengers"),
        later("Who could speak so that those listen who do not listen to you? Who asks them, before it is needed?"),
        later("Ask two people whom the other side trusts. Who: the one who knows them from work."),
    ),
    Slot(
        "code",
        "week",
        later("Code of conduct"),
        later("What do you promise each other, even when provoked? How will you practice it?"),
        later("Five lines on a card, practiced aloud for ten minutes. Who: all; one reads the other part."),
    ),
    Slot(
        "families",
        "week",
        later("Families and colleagues"),
        later("Who at home or at work should hear from you first what may come, and what they can do?"),
        later("Tell those at home what a threat sounds like and whom to call. Who: each of us."),
    ),
    Slot(
        "care",
        "week",
        later("Care"),
        later("Who looks after the people who carry the most? What will you take off them?"),
        later("Somebody else reads the messages for a week. Who: a pair, changing every day."),
    ),
    Slot(
        "legal",
        "week",
        later("Legal"),
        later("What do you need to know about the law here, whom can you ask, and what must not be done?"),
        later("Find out what may be filmed and where. Who: the one who knows a lawyer."),
    ),
    Slot(
        "first_hour",
        "hours",
        later("The first hour"),
        later("Is everybody safe? Who is told, by whom? What is written down or saved before it is gone?"),
        later("Call those hurt first and ask what they want. Who: the one they trust most."),
    ),
    Slot(
        "first_day",
        "hours",
        later("The first day"),
        later("Whose yes do you need? What do you say in public, who says it, and what do you not say yet?"),
        later("One page with what is certain, read by a second pair of eyes. Who: the writer and the checker."),
    ),
    Slot(
        "next_days",
        "hours",
        later("The second and third day"),
        later("Where can people who are angry go and do something? What will the perpetrators do next? Who rests?"),
        later("An open evening with one thing that everybody can do. Who: the ones with the room."),
    ),
)

_IDS = {slot.id: slot for slot in SLOTS}

_NUMBER = re.compile(r"(?:\d[\s()./-]?){6,}")
_ADDRESS = re.compile(r"\S@\S")
_TWO_NAMES = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀ-Þ][a-zà-ÿ'’-]+ [A-ZÀ-Þ][a-zà-ÿ'’-]+")


class Line(NamedTuple):
    """One line that the group typed."""

    what: str
    who: str = ""
    """By role; may be empty."""


class OwnPlan(NamedTuple):
    """The lines under each heading, in the order in which they were typed."""

    lines: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    """(id of the slot, its lines), in the order of SLOTS; slots without lines are left out."""

    def under(self, slot: str) -> tuple[Line, ...]:
        """The lines under a heading."""
        return dict(self.lines).get(slot, ())

    @property
    def size(self) -> int:
        """How many lines there are."""
        return sum(len(lines) for _slot, lines in self.lines)


def opening(plan: OwnPlan) -> str:
    """A plan in a few words, to know it again by: how many lines it has, and the beginning of the first."""
    first = next((lines[0].what for _slot, lines in plan.lines if lines), "")
    return plural("{count} line, “{first}”", "{count} lines, “{first}”", plan.size, first=fit(first, 40))


def with_line(plan: OwnPlan, slot: str, what: str, who: str = "") -> OwnPlan:
    """The plan with a line more; a line without words changes nothing. ValueError where there is no room for it."""
    line = clean(what, who)
    lines = plan.under(slot)
    if not line.what:
        return plan
    if len(lines) >= MOST_LINES:
        raise ValueError(_("There is room for {most} lines here.", most=MOST_LINES))
    return _with(plan, slot, (*lines, line))


def changed_line(plan: OwnPlan, slot: str, at: int, what: str, who: str = "") -> OwnPlan:
    """The plan with a line (0 is the first) said otherwise; without words it goes. ValueError if there is none."""
    lines = list(plan.under(slot))
    if not 0 <= at < len(lines):
        raise ValueError(_("There is no such line."))
    line = clean(what, who)
    lines[at : at + 1] = [line] if line.what else []
    return _with(plan, slot, tuple(lines))


def clean(what: str, who: str = "") -> Line:
    """A line as it may be shown and kept: one line each, without anything that a terminal would obey."""
    return Line(one_line(what, LONGEST), one_line(who, LONGEST))


def doubt(line: Line) -> str:
    """A gentle question where a line seems to hold a name, a number or an address; empty where it does not.

    It knows only what such things look like, and is wrong at times: the group decides.
    """
    for text in line:
        if _NUMBER.search(text) or _ADDRESS.search(text):
            return _("This looks like a number or an address. Better on paper, with those who need it. Keep it here?")
        if _TWO_NAMES.search(f", {text}"):
            return _("This looks like a name. A role is enough here. Keep it?")
    return ""


def slot(name: str) -> Slot:
    """A heading by its id, in the language that was chosen. ValueError if there is none."""
    found = _IDS.get(name)
    if found is None:
        raise ValueError(_("There is no such heading."))
    return Slot(found.id, found.part, _(found.title), _(found.prompt), _(found.example))


def slots(part: str = "") -> tuple[Slot, ...]:
    """Every heading, or those of one part, in order."""
    return tuple(slot(each.id) for each in SLOTS if part in ("", each.part))


def _with(plan: OwnPlan, name: str, lines: tuple[Line, ...]) -> OwnPlan:
    slot(name)
    known = {**dict(plan.lines), name: lines}
    return OwnPlan(tuple((each.id, known[each.id]) for each in SLOTS if known.get(each.id)))
