"""The keys that a scenario file may hold: the shape, its limits, and the words an editor shows for each key.

These models check one file's shape and describe it (`schema` makes the JSON Schema from them). Ids, conditions,
effects and the way through the scenes are checked in `checks`, where they can be explained better.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from backfire_sim.scenario.leniency import as_list, as_text
from backfire_sim.scoring.vocabulary import RESPONSE_OF_TACTIC, TECHNIQUES

Response = Literal["reveal", "redeem", "reframe", "redirect", "resist"]
MethodKind = Literal["cover_up", "devaluation", "reinterpretation", "official_channels", "intimidation_rewards"]
Cost = Literal["political", "standing", "economic", "legal"]
Leverage = Literal["none", "some", "strong", "decisive"]
Need = Literal["experienced", "high_risk", "concerned"]
Aim = Literal["understand", "identify", "imagine", "practice"]
Setting = Literal["rural", "small_town", "suburb", "city", "campus"]
Level = Literal["whole", "softened", "veiled"]

MAX_PROSE, MAX_LINE, MAX_ITEMS = 8000, 300, 40


class Read(NamedTuple):
    """Marks text that a person reads, and that a translation therefore holds."""

    kind: Literal["line", "prose"]


# Something that can be seen: words of nothing but spaces are as empty as none.
Word = Annotated[str, Field(min_length=1, max_length=MAX_LINE, pattern=r"\S")]
Reference = Annotated[str, Field(min_length=1, max_length=MAX_PROSE, pattern=r"\S")]
Prose = Annotated[Reference, Read("prose")]
Line = Annotated[Word, Read("line")]
NumberOrLine = Annotated[Line, BeforeValidator(as_text), WithJsonSchema({"type": ["string", "integer"]})]
Ids = Annotated[list[str], Field(max_length=MAX_ITEMS)]
Lines = Annotated[list[Line], Field(max_length=MAX_ITEMS)]
Step10 = Annotated[int, Field(ge=0, le=10)]
Percent = Annotated[int, Field(ge=0, le=100)]

Conditions = Annotated[
    list[str],
    Field(max_length=MAX_ITEMS),
    BeforeValidator(as_list),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "maxLength": 300},
                {"type": "array", "items": {"type": "string", "maxLength": 300}, "maxItems": MAX_ITEMS},
            ],
        }
    ),
]
Effects = Annotated[
    dict[str, Any],
    Field(max_length=MAX_ITEMS),
    WithJsonSchema(
        {
            "type": "object",
            # Editors read +2 as the number 2, so the sign can only be insisted on by `check`.
            "additionalProperties": {
                "anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[+=−-][0-9]+$"}],
            },
        }
    ),
]


def _key(
    description: str, *examples: Any, default: Any = ..., factory: Callable[[], Any] | None = None, **more: Any
) -> Any:
    if factory is not None:
        return Field(default_factory=factory, description=description, examples=list(examples) or None, **more)
    return Field(default, description=description, examples=list(examples) or None, **more)


def _when(what: str) -> Any:
    return _key(
        f"What has to hold {what}. One line, or a list: all of these.",
        "care >= 6",
        ["evidence >= 3", "not families_warned"],
        factory=list,
    )


def _effects() -> Any:
    return _key(
        "Signed whole steps: +2 adds, -1 takes away, =3 sets. Names: visibility, dignity, meaning and support (in the "
        "audiences reached), momentum, courage, care, evidence, capacity, the costs political, standing, economic, "
        "legal, and your own counters.",
        {"visibility": "+2", "care": -1},
        factory=dict,
    )


def _ids(description: str, *examples: Any) -> Any:
    return _key(description, *examples, factory=list)


_TACTIC = {"enum": list(RESPONSE_OF_TACTIC)}
_TECHNIQUE = {"examples": list(dict.fromkeys(t for known in TECHNIQUES.values() for t in known))}


class Part(BaseModel):
    """What all parts of a file share: no key that is not listed, no value taken for another kind."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class About(Part):
    """What people read before they choose this scenario."""

    summary: Prose = _key(
        "What happens, in one to three sentences.", "Masked men take two volunteers from a food bank."
    )
    place: Line = _key("A kind of place, made up unless this is a case file.", "a river town", default="")
    setting: Setting | None = _key("What kind of place that is.", "small_town", default=None)
    target: Line = _key("Who is attacked, in a few words.", "two volunteers of a food bank", default="")
    for_: list[Need] = _key(
        "Who it is for: people who experienced a threat, are at high risk, or are concerned.",
        ["experienced", "high_risk"],
        factory=list,
        alias="for",
    )
    players: NumberOrLine = _key("How many people it is good for.", "3-8", default="")
    minutes: int = _key(
        "How long a group needs to play it through, the debrief not counted.", 40, default=0, ge=0, le=600
    )
    difficulty: int = _key("1 (a first scenario) to 5.", 2, default=1, ge=1, le=5)
    teaches: list[Response] = _key("The R's that matter most here.", ["reveal", "resist"], factory=list)
    serves: list[Aim] = _key("The aims of the training that it serves.", ["practice"], factory=list)
    goals: Lines = _key("What people can do better afterwards.", ["Tell revealing from reframing"], factory=list)
    content_notes: Lines = _key("Short and specific: what may be hard to read.", ["threats", "detention"], factory=list)
    crosses_the_line: Prose = _key(
        "What makes this political violence, and what next to it would not have been.",
        "Masked detention without charge. Picketing the food bank would not have been political violence.",
        default="",
    )
    begins: Level = _key(
        "How much of heavy scenes is told at first, if people choose nothing else: softened, or veiled (one line).",
        "veiled",
        default="whole",
    )


class AudienceStart(Part):
    """Where an audience stands when the play opens."""

    visibility: Step10 = _key("How many know: 0 nobody, 10 everybody.", 3, default=3)
    dignity: Step10 = _key("How far they see those harmed as people like them.", 6, default=5)
    meaning: Step10 = _key("How far they judge it unjust and know who is answerable.", 5, default=4)
    support: Percent = _key("Of 100 of them, how many side with the movement.", 15, default=10)


class Audience(Part):
    """People who may come to act."""

    label: Line = _key("What they are called in the play.", "Neighbors")
    size: int = _key("How many people they are.", 4000, ge=1, le=1_000_000_000)
    start: AudienceStart = _key("Where they stand at first.", factory=dict, validate_default=True)
    leverage: dict[Cost, Leverage] = _key(
        "How much they can do about each cost: none, some, strong or decisive.", {"standing": "strong"}, factory=dict
    )


class Voice(Part):
    """Someone who can speak for the cause."""

    label: Line = _key("Who it is.", "Father Tomas")
    trusted_by: Ids = _ids("Audiences that listen to them: one step more.", ["neighbors"])
    distrusted_by: Ids = _ids("Audiences that do not: two steps less.", ["council"])


class Bearer(Part):
    """Someone who can be made to pay for what happened."""

    label: Line = _key(
        "Who it is: the perpetrator, the one who incited, the one who let it happen.", "The mayor's office"
    )
    named: bool = _key("Whether they are publicly known from the start.", True, default=False)
    holds: dict[Cost, Percent] = _key(
        "Their share of each cost in percent; the shares of one cost add up to 100 over all bearers.",
        {"standing": 40, "legal": 60},
        factory=dict,
    )


class Person(Part):
    """Someone whose story, face or words are theirs to give."""

    label: Line = _key("Who it is.", "Ana, a volunteer released on Monday")
    uses: Annotated[Ids, Field(min_length=1)] = _key("What can be asked of them.", ["story", "face"])
    agrees: dict[str, Conditions] = _key(
        "What has to hold for a yes; a use without an entry is granted when asked.", {"face": "care >= 6"}, factory=dict
    )
    says: dict[str, Prose] = _key("Their words when they agree.", {"story": "Yes. Read it to me first."}, factory=dict)
    refuses: dict[str, Prose] = _key("Their words when they refuse.", {"face": "Not my face."}, factory=dict)


class Start(Part):
    """Where the group stands when the play opens."""

    momentum: Step10 = _key("Does outrage have somewhere to go?", 4, default=4)
    courage: Step10 = _key("Do people keep speaking?", 6, default=6)
    care: Step10 = _key("How well people are looked after; courage never exceeds it.", 7, default=6)
    evidence: int = _key("From rumor (0) to several verified sources (5).", 0, default=0, ge=0, le=5)
    capacity: Step10 = _key("What the group can still carry; leave it out where nothing uses it.", 8, default=0)


class Counter(Part):
    """A whole number of your own, always kept inside its range."""

    label: Line = _key("What it counts.", "Volunteers on the rota")
    start: int = _key("Its value at the start.", 12, ge=0, le=999_999)
    range: str = _key("Lowest and highest value.", "0-40")


class Change(Part):
    """What something does to the numbers and facts of a play."""

    effects: Effects = _effects()
    sets: Ids = _ids("Facts that become yes.", ["families_warned"])
    clears: Ids = _ids("Facts that become no.", ["families_warned"])


class Option(Change):
    """Something the group can get ready beforehand."""

    r: Response = _key("The R it serves.", "reveal")
    tactic: str = _key("The tactic it is; it has to belong to its R.", "plan_documentation", json_schema_extra=_TACTIC)
    label: Line = _key("What the group would do.", "Train four people to film")
    text: Prose = _key("More about it.", "Saturday morning, with the legal observer.", default="")
    because: Prose = _key("Why it helps, or what it overlooks.", "Cameras everyone knows of are planned.", default="")
    answers: list[MethodKind] = _key("Methods that it takes one step off.", ["cover_up"], factory=list)


class Prepare(Part):
    """The time before the incident."""

    text: Prose = _key("What the group is told.", "Two weeks before. You have time for two of these.")
    choose: int = _key("How many they may choose.", 2, ge=1, le=20)
    options: dict[str, Option] = _key("What they may choose from, by id.", min_length=1, max_length=MAX_ITEMS)


class Consequence(Change):
    """What follows from something that was done."""

    names: Ids = _ids("Bearers publicly named by it.", ["mayor"])
    revokes: Ids = _ids("Consents that it takes back, as person.use.", ["ana.face"])
    breach: bool = _key("Whether it breaks the group's own discipline.", True, default=False)


class Outcome(Consequence):
    """One way a move can turn out. The first whose `when` holds happens; the last has no `when`."""

    when: Conditions = _when("for this outcome, before the effects of the move")
    odds: int = _key("Weight by which outcomes in a row are drawn.", 2, default=0, ge=1, le=1000)
    text: Prose = _key("What happens.", "Nine neighbors sign.", default="")
    because: Prose = _key("Why it helped, or what it overlooked.", "People sign when someone cares.", default="")
    goto: str = _key("The next scene, or END.", "smear", "END", default="")


class Wait(Change):
    """Doing nothing: always open."""

    text: Prose = _key("What happens when the group does nothing.", "By evening the denial is the story.", default="")
    because: Prose = _key("What waiting overlooked, or saved.", "Silence was read as consent.", default="")
    goto: str = _key("The next scene, or END.", "smear", default="")
    outcomes: list[Outcome] = _key("Several ways it can turn out.", factory=list, max_length=MAX_ITEMS)


class Move(Consequence):
    """Something the group can do in a scene."""

    r: Response = _key("The R it is.", "reveal")
    tactic: str = _key("The tactic it is; it has to belong to its R.", "distribute", json_schema_extra=_TACTIC)
    label: Line = _key("What the group would do, as a short order.", "Release what you filmed, to the regional station")
    when: Conditions = _when("for the move to be shown at all")
    needs: Conditions = _when("for the move to be open; otherwise it is shown in gray with the reason")
    why_not: Line = _key("The reason shown while it is not open.", "Nobody filmed.", default="")
    voice: str = _key("Who speaks.", "priest", default="")
    reaches: Ids = _ids("Audiences it reaches; all if left out.", ["neighbors", "shops"])
    uses_consent: Ids = _ids("What is used of whom, as person.use.", ["ana.story"])
    risk: Line = _key("Who carries the risk, in one line.", "The two who filmed can be recognized.", default="")
    text: Prose = _key("What happens.", "Three stations run it by evening.", default="")
    because: Prose = _key("Why it helped, or what it overlooked.", "Video is hard to deny; text is easy.", default="")
    goto: str = _key("The next scene, or END.", "smear", "END", default="")
    outcomes: list[Outcome] = _key("Several ways it can turn out.", factory=list, max_length=MAX_ITEMS)
    formerly: Ids = _ids("Ids it had before, so that old plays can be read.", ["publish_video"])


class Method(Change):
    """One of the perpetrators' methods, landing when the scene opens."""

    uses: MethodKind = _key("Which of the five methods it is.", "cover_up")
    technique: str = _key("The technique, in one id.", "deny", json_schema_extra=_TECHNIQUE)
    strength: int = _key("1 slight, 2 solid, 3 strong.", 2, ge=1, le=3)
    text: Prose = _key("What people see of it.", "The mayor's office says there was no operation.")
    when: Conditions = _when("for it to land")
    reaches: Ids = _ids("Audiences it reaches; all if left out.", ["council"])
    until_answered: bool = _key("It lands again every round until its R has answered it.", True, default=False)
    revokes: Ids = _ids("Consents that people take back because of it, as person.use.", ["ana.face"])


class Scene(Part):
    """A moment in the incident: what is happening, what they do, what the group can do."""

    title: Line = _key("A short title.", "Masked men at the door")
    time: Line = _key("When it is, in words.", "Tuesday, before dawn", default="")
    text: Prose = _key("What is happening: 40 to 120 words, to be read aloud.", "Six masked men push in at 06:10.")
    veil: Line = _key("One line that can be said instead of the text.", "Two people are taken away.", default="")
    notes: Prose = _key("For the facilitator only.", "Ask who has not spoken before you take the vote.", default="")
    methods: dict[str, Method] = _key("What the perpetrators do, by id, in order.", factory=dict, max_length=MAX_ITEMS)
    moves: dict[str, Move] = _key("What the group can do, by id.", min_length=1, max_length=MAX_ITEMS)
    wait: Wait = _key("What happens when the group does nothing.")
    formerly: Ids = _ids("Ids it had before, so that old plays can be read.", ["dawn_raid"])


class Inject(Change):
    """Something only the facilitator sees, and throws when it fits."""

    title: Line = _key("A short title, for the facilitator.", "A guard talks")
    text: Prose = _key("What the group is told.", "A guard phones the lawyer at night.")
    when: Conditions = _when("for it to fit")
    reaches: Ids = _ids("Audiences it reaches; all if left out.", ["neighbors"])
    names: Ids = _ids("Bearers publicly named by it.", ["mayor"])
    revokes: Ids = _ids("Consents that it takes back, as person.use.", ["ana.face"])


class Ending(Part):
    """The words in which a play ends. The first whose `when` holds; the last has no `when`."""

    when: Conditions = _when("for this ending")
    title: Line = _key("A short title.", "It backfired")
    text: Prose = _key("How it ends.", "Two council members withdraw their support.")


class Question(Part):
    """A question for the debrief."""

    ask: Prose = _key("The question.", "Which method did you notice last, and why?")
    when: Conditions = _when("for the question to be asked")
    about: Literal[Response, MethodKind, ""] = _key("The R or method it is about.", "reveal", default="")


class Sheet(Part):
    """The facilitator's sheet."""

    aims: Lines = _key("What the group should take from it.", factory=list)
    listen_for: Lines = _key("What to listen for while they talk.", factory=list)
    if_stuck: Lines = _key("What to ask when nobody speaks.", factory=list)
    checklist: Lines = _key("What the group takes home.", factory=list)


class Finding(Part):
    """A statement about history."""

    text: Prose = _key("What is said.", "The film was shown on the evening of the third day.")
    sources: Ids = _ids("Ids under `sources` that it rests on.", ["inquiry_2010"])


class CaseFile(Part):
    """The history behind a scenario; what is certain apart from what is contested."""

    year: NumberOrLine = _key("When it was.", 1972)
    place: Line = _key("Where it was.", "Derry")
    certain: list[Finding] = _key("What nobody serious disputes.", factory=list, max_length=MAX_ITEMS)
    contested: list[Finding] = _key("What is disputed, and by whom.", factory=list, max_length=MAX_ITEMS)


class Frame(Part):
    """Everything but the scenes."""

    format: Literal[1] = _key("The version of the format: 1.", 1)
    id: Word = _key("The id of the scenario: small letters, digits, dashes.", "food-bank-raid")
    title: Line = _key("The title.", "Dawn at the food bank")
    language: Word = _key("The language of the texts.", "en", default="en")
    about: About = _key("What people read before they choose it.")
    audiences: dict[str, Audience] = _key("Who may come to act, by id.", factory=dict, max_length=20)
    voices: dict[str, Voice] = _key("Who can speak for the cause, by id.", factory=dict, max_length=MAX_ITEMS)
    bearers: dict[str, Bearer] = _key("Who can be made to pay, by id.", factory=dict, max_length=20)
    people: dict[str, Person] = _key("Whose consent can be asked, by id.", factory=dict, max_length=MAX_ITEMS)
    start: Start = _key("Where the group stands at first.", factory=dict, validate_default=True)
    facts: dict[str, Line] = _key("Your own yes/no facts, by id, with their meaning; all start as no.", factory=dict)
    counters: dict[str, Counter] = _key("Your own whole numbers, by id.", factory=dict, max_length=100)
    prepare: Prepare | None = _key("The time before the incident.", default=None)
    injects: dict[str, Inject] = _key("What the facilitator may throw in, by id.", factory=dict, max_length=MAX_ITEMS)
    endings: dict[str, Ending] = _key("How it can end, by id, in order.", min_length=1, max_length=MAX_ITEMS)
    debrief: list[Question] = _key("Questions for afterwards.", factory=list, max_length=MAX_ITEMS)
    facilitator: Sheet = _key("The facilitator's sheet.", factory=dict, validate_default=True)
    case_file: CaseFile | None = _key("The history behind it.", default=None)
    sources: dict[str, Reference] = _key("Where the facts are from, by id.", factory=dict)


class ScenarioFile(Frame):
    """A whole scenario file."""

    scenes: dict[str, Scene] = _key("The scenes, by id; the first opens the play.", min_length=1)
