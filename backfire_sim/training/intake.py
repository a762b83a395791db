"""How can we help: the questions that are asked before a training, and what a person answers.

Every question may be passed over. Answers are values; nothing here keeps them anywhere, and no question asks for a
name, a place or anything that happened.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from backfire_sim.engine.card import Card
from backfire_sim.scoring.vocabulary import RESPONSES, gloss, label
from backfire_sim.speech import _, later, plural
from backfire_sim.text import bare, one_line
from backfire_sim.training.worries import WORRIES

GROUPS = ("experienced", "high_risk", "concerned")
LENGTHS = (20, 90, 180)
"""Minutes that there are agendas for."""

SETTINGS = ("alone", "table", "projector", "paper")
AIMS = ("understand", "identify", "imagine", "practice")
"""As a scenario says under `serves` which of the training's aims it is good for."""

MOST_PEOPLE = 500
"""Most people that a plan is made for."""


class Intake(NamedTuple):
    """What a person said. What is empty or 0 was not said."""

    groups: tuple[str, ...] = ()
    people: int = 0
    """1 to MOST_PEOPLE."""
    minutes: int = 0
    """One of LENGTHS."""
    setting: str = ""
    worries: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    """Content notes of the library, word for word; what holds one of them is left out."""
    language: str = ""
    """A tag such as `es`."""


class Choice(NamedTuple):
    """One answer that can be given."""

    id: str
    label: str
    about: str = ""
    """A line that explains it."""


class Question(NamedTuple):
    """One question of the form."""

    id: str
    """The field of Intake."""
    short: str
    """What it is about, in a word or two."""
    ask: str
    help: str
    """Why it is asked, and that it may be passed over."""
    choices: tuple[Choice, ...] = ()
    """Empty where a number is asked for."""
    many: bool = False
    """Whether more than one answer may be given."""


def questions(cards: Iterable[Card] = (), languages: Iterable[tuple[str, str]] = ()) -> tuple[Question, ...]:
    """The form. What can be left out comes from the cards; `languages` are tags with their own names.

    A question that has nothing to choose from is not asked.
    """
    heavy = dict.fromkeys(note for card in cards for note in card.content_notes)
    spoken = tuple(Choice(tag, name) for tag, name in languages)
    asked = (
        Question("groups", _("Who you are"), _("Who is coming?"), _(_HELP["groups"]), _told(_GROUPS), many=True),
        Question("people", _("How many"), _("How many people will there be?"), _(_HELP["people"])),
        Question("minutes", _("How long"), _("How much time do you have?"), _(_HELP["minutes"]), _told(_LENGTHS)),
        Question("setting", _("Where"), _("How will you sit?"), _(_HELP["setting"]), _told(_SETTINGS)),
        Question(
            "worries",
            _("Worries"),
            _("What do you worry about?"),
            _(_HELP["worries"]),
            tuple(Choice(id, _(worry.said)) for id, worry in WORRIES.items()),
            many=True,
        ),
        Question("wants", _("Wishes"), _("What do you want from it?"), _(_HELP["wants"]), _told(_AIMS), many=True),
        Question(
            "responses",
            _("The five R’s"),
            _("Is there one of the five R’s you want to work on?"),
            _(_HELP["responses"]),
            tuple(Choice(id, label(id), gloss(id)) for id in RESPONSES),
            many=True,
        ),
        Question(
            "avoid",
            _("Leave out"),
            _("Is there anything that should not come up?"),
            _(_HELP["avoid"]),
            tuple(Choice(note, note) for note in heavy),
            many=True,
        ),
        Question("language", _("Language"), _("Which language will you speak?"), _(_HELP["language"]), spoken),
    )
    return tuple(each for each in asked if each.choices or each.id == "people")


def chosen(intake: Intake, question: str) -> tuple[str, ...]:
    """What is chosen at a question, as ids; a number as its digits."""
    value = getattr(intake, question)
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def choose(intake: Intake, question: Question, choice: str) -> Intake:
    """The answers with this choice taken, or taken back where it was taken already."""
    taken = chosen(intake, question.id)
    if choice in taken and not question.many:
        return forget(intake, question.id)
    value: Any = choice
    if question.many:
        kept = {*taken} ^ {choice}
        value = tuple(each.id for each in question.choices if each.id in kept)
    elif question.id == "minutes":
        value = int(choice)
    return intake._replace(**{question.id: value})


def forget(intake: Intake, question: str) -> Intake:
    """The answers with this question passed over."""
    return intake._replace(**{question: Intake._field_defaults[question]})


def people_in(typed: str) -> int | None:
    """The number of people that somebody typed; 0 for none, None where it is no number from 1 to MOST_PEOPLE."""
    words = one_line(typed)
    if not words:
        return 0
    if not (words.isdecimal() and words.isascii() and len(words) <= 6):
        return None
    return int(words) if 1 <= int(words) <= MOST_PEOPLE else None


def meant(question: Question, typed: str) -> str | None:
    """The id of the choice that is meant by its number in the list, its id or its label; None if none is."""
    words = one_line(typed)
    wanted = bare(words.replace("-", " ").replace("_", " "))
    for choice in question.choices:
        if wanted and wanted in (bare(choice.id.replace("_", " ")), bare(choice.label)):
            return choice.id
    if words.isdecimal() and words.isascii() and len(words) < 4 and 1 <= int(words) <= len(question.choices):
        return question.choices[int(words) - 1].id
    return None


def said(question: Question, intake: Intake) -> str:
    """What was said to a question, in few words; empty if it was passed over."""
    if question.id == "people":
        return plural("{count} person", "{count} people", intake.people) if intake.people else ""
    names = [each.label for each in question.choices if each.id in chosen(intake, question.id)]
    if len(names) > 2:
        more = len(names) - 1
        return plural("{first}, and {count} more", "{first}, and {count} more", more, first=names[0])
    return "; ".join(names)


def _told(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(id, _(label), _(about)) for id, label, about in choices)


_GROUPS = (
    Choice(
        "experienced",
        later("We have experienced a threat or intimidation"),
        later("Then the plan begins more slowly, and says where to stop."),
    ),
    Choice(
        "high_risk",
        later("We are part of a group that is at high risk"),
        later("Then preparing comes before everything else."),
    ),
    Choice("concerned", later("We are concerned about political violence"), later("Nothing has to have happened yet.")),
)
_LENGTHS = (
    Choice("20", later("20 minutes"), later("One incident and a few minutes to think.")),
    Choice("90", later("90 minutes"), later("A workshop: an opener, one scenario, and the talk after it.")),
    Choice(
        "180",
        later("180 minutes"),
        later("Half a day: also getting ready, a second play, and a plan of your own. With breaks."),
    ),
)
_SETTINGS = (
    Choice("alone", later("One person alone"), later("At your own pace.")),
    Choice("table", later("One table around a screen"), later("Everybody can read it.")),
    Choice(
        "projector", later("Several tables and one projector"), later("All play one play; each table brings a choice.")
    ),
    Choice("paper", later("No computer for those who take part"), later("Cards, boards and a guide, printed before.")),
)
_AIMS = (
    Choice("understand", later("Understand how political violence shows up where we are")),
    Choice("identify", later("Learn to spot what perpetrators do, and to undermine it")),
    Choice("imagine", later("Imagine how we could respond")),
    Choice("practice", later("Practice the skills that make it backfire")),
)
_HELP = {
    "groups": later("More than one may be true. It decides how the training begins, and which scenarios come first."),
    "people": later("A number, or nothing if you do not know. It decides how many tables there are."),
    "minutes": later("The minutes of the plan add up to exactly this."),
    "setting": later("It decides who sees the screen and how a group chooses."),
    "worries": later("As many as you like. They decide which scenarios and pages come first."),
    "wants": later("As many as you like. What you choose gets more of the time."),
    "responses": later("Only if you know them. The plan works without."),
    "avoid": later(
        "These are the content notes of the scenarios here. A scenario that holds what you choose is left out."
    ),
    "language": later("Scenarios that are told in it come first."),
}
