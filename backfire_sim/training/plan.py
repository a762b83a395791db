"""The plan of a training: what somebody said goes in, an agenda with scenarios and pages comes out. Nothing is kept.

The same answers and the same scenarios always give the same plan.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backfire_sim.speech import _
from backfire_sim.training import agenda
from backfire_sim.training.agenda import MANY, TABLE, Shape, Slot
from backfire_sim.training.blocks import around, learning, playing
from backfire_sim.training.blocks.block import Block, Making, Opening, Words, help_here, room, scenario
from backfire_sim.training.facts import Candidate
from backfire_sim.training.intake import Intake
from backfire_sim.training.matching import MOST_OFFERED, LeftOut, Match, in_time, left_out, matches, speaks_to
from backfire_sim.training.reading import Advice, advised
from backfire_sim.training.worries import WORRIES

LOOKING_BACK = 5
"""Minutes of a second play that are kept for talking about it."""

_WORDS: dict[str, Callable[[Making], Words]] = {
    "welcome": around.welcome,
    "arrive": around.arrive,
    "break": around.pause,
    "close": around.close,
    "numbers": learning.numbers,
    "gates": learning.gates,
    "read": learning.read,
    "imagine": learning.imagine,
    "prepare": learning.prepare,
    "play": playing.play,
    "play_on": playing.play_on,
    "debrief": playing.debrief,
    "look_back": playing.look_back,
    "second": playing.second,
    "own_plan": playing.own_plan,
    "next_steps": playing.next_steps,
}


@dataclass(frozen=True)
class TrainingPlan:
    """A training from its first minute to its last."""

    shape: Shape
    blocks: tuple[Block, ...]
    offered: tuple[Match, ...]
    """Scenarios, the one to play first; empty if there is none that may be played."""
    left_out: tuple[LeftOut, ...]
    """The others, each with the reason."""
    pages: tuple[Advice, ...]
    """Pages to learn from."""
    before: tuple[str, ...]
    """What is to be done before that day."""
    openings: tuple[Opening, ...]
    """What to open for that."""
    notices: tuple[str, ...]
    """What does not fit, said plainly; what was assumed where nothing was said."""

    @property
    def minutes(self) -> int:
        """How long it takes: 20, 90 or 180."""
        return self.shape.minutes

    def opening_of(self, match: Match) -> tuple[Opening, ...]:
        """How a scenario of the plan is opened."""
        return scenario(match, self.shape)

    @property
    def materials(self) -> tuple[str, ...]:
        """Everything that has to lie ready, each once."""
        return tuple(dict.fromkeys(each for block in self.blocks for each in block.materials))


def plan(intake: Intake, candidates: Iterable[Candidate]) -> TrainingPlan:
    """The training for these answers with these scenarios."""
    known = list(candidates)
    shape = agenda.shape_of(intake)
    slots = agenda.slots(intake, shape)
    longest = agenda.slots(intake, shape, long=True) if agenda.can_be_long(shape) else slots
    to_play = agenda.to_play(longest)
    found = matches(intake, known, shape, to_play)
    if found and found[0].in_time and not in_time(_lasts(found[0], shape), agenda.to_play(slots)):
        slots = longest
    offered = found[:MOST_OFFERED]
    second = _second(found, shape, _minutes(slots, "second") - LOOKING_BACK)
    if second is not None and second not in offered:
        offered = [*offered[:-1], second]
    pages = advised(intake, shape.minutes)
    first = found[0] if found else None
    chosen = tuple(each.opening.id for each in pages[1:])
    made = Making(intake, shape, 0, first, second, chosen)
    before, openings = _before(made)
    return TrainingPlan(
        shape=shape,
        blocks=_blocks(slots, made),
        offered=tuple(offered),
        left_out=tuple(left_out(intake, known, offered, shape, to_play)),
        pages=pages,
        before=before,
        openings=openings,
        notices=tuple(_notices(intake, shape, found, bool(known))),
    )


def _minutes(slots: Iterable[Slot], id: str) -> int:
    return sum(slot.minutes for slot in slots if slot.id == id)


def _second(found: list[Match], shape: Shape, room: int) -> Match | None:
    """The best scenario but the first that is short enough to be played after it."""
    return next((each for each in found[1:] if in_time(_lasts(each, shape), room)), None)


def _lasts(match: Match, shape: Shape) -> int:
    return shape.lasts(match.candidate.card.minutes)


def _blocks(slots: Iterable[Slot], made: Making) -> tuple[Block, ...]:
    blocks, start = [], 0
    for slot in slots:
        words = _WORDS[slot.id](made._replace(minutes=slot.minutes))
        blocks.append(
            Block(
                id=slot.id,
                title=words.title,
                stages=words.stages,
                start=start,
                minutes=slot.minutes,
                steps=words.steps,
                openings=words.openings,
                materials=words.materials,
                why=words.why,
            )
        )
        start += slot.minutes
    return tuple(blocks)


def _before(made: Making) -> tuple[tuple[str, ...], tuple[Opening, ...]]:
    """What is to be done before that day, and what to open for it."""
    shape = made.shape
    to_do, openings = [], [*scenario(made.first, shape)]
    if not shape.alone:
        to_do.append(_("Play {title} yourself, once well and once badly.", title=made.title))
        to_do.append(_("Write down who can be talked to, on the page Where to get help here."))
        openings.append(help_here())
    if shape.paper:
        to_do.append(_("Print the pack of {title}, and cut out its cards.", title=made.title))
    if shape.setting == "projector":
        to_do.append(_("Try the projector from the last row; the settings have a layout for it."))
    if len(shape.tables) > 1:
        to_do.append(_("Find somebody for each table who keeps the talk going and does not decide."))
    if shape.minutes >= 90:
        to_do.append(
            _("If you want to see what changes, take Before and after: five minutes before, and five when it is over.")
        )
        openings.append(room("measure", _("Before and after"), "measure"))
    return tuple(to_do), tuple(openings)


def _notices(intake: Intake, shape: Shape, found: list[Match], any_known: bool) -> Iterable[str]:
    """What does not fit, and what was assumed."""
    if not intake.minutes:
        yield _("You did not say how long: this is for {minutes} minutes.", minutes=shape.minutes)
    if not intake.people and not shape.alone:
        yield _("You did not say how many: this works for five to thirty, at tables of three to six.")
    if intake.setting == "alone" and intake.people > 1:
        yield _("You said that you are alone, and {people} people: this is for all of them.", people=intake.people)
    if intake.setting not in ("", "alone") and shape.alone:
        yield _("You said one person: this is for training alone.")
    if shape.setting == "table" and shape.people > TABLE:
        yield _(
            "{people} people are too many to read one screen at one table: sit at tables of three to six, and take a "
            "projector if you can.",
            people=shape.people,
        )
    if shape.people > MANY:
        yield _("More than thirty people: this needs several tables, and more than one person who leads it.")
    if shape.minutes == 20 and not shape.alone:
        yield _("Twenty minutes are enough to begin something, not to finish it: find a day for the rest.")
    yield from _of_scenarios(intake, found, any_known)


def _of_scenarios(intake: Intake, found: list[Match], any_known: bool) -> Iterable[str]:
    if not any_known:
        yield _("There is no scenario here. A scenario of your own can take its place.")
        return
    if not found:
        yield _(
            "Every scenario here holds something that you asked to leave out. Read their content notes again, or "
            "begin every scene in one line: it can be lifted later."
        )
        return
    if not found[0].fits:
        yield _("No scenario here fits all that you said. The nearest is {title}.", title=found[0].candidate.card.title)
    for worry in intake.worries:
        if not any(speaks_to(each.candidate, worry) for each in found):
            yield _(
                "No scenario here plays what you worry about: {worry}. The pages below speak to it.",
                worry=_(WORRIES[worry].inside),
            )
