"""The keys that a scenario file may hold: the shape, its limits, and the words an editor shows for each key.

These models check one file's shape and describe it (`schema` makes the JSON Schema from them). Ids, conditions,
effects and the way through the scenes are checked in `checks`, where they can be explained better.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backfire_sim.scenario.drill_models import Drill
from backfire_sim.scenario.keys import (
    MAX_ITEMS,
    TACTIC,
    TECHNIQUE,
    Aim,
    Conditions,
    Cost,
    Effects,
    Ids,
    Level,
    Leverage,
    Line,
    Lines,
    MethodKind,
    Need,
    NumberOrLine,
    Part,
    Percent,
    Prose,
    Reference,
    Response,
    Setting,
    Step10,
    Word,
    conditions,
    ids_of,
    key,
    steps,
)


class About(Part):
    """What people read before they choose this scenario."""

    summary: Prose = key("What happens, in one to three sentences.", "Masked men take two volunteers from a food bank.")
    place: Line = key("A kind of place, made up unless this is a case file.", "a river town", default="")
    setting: Setting | None = key("What kind of place that is.", "small_town", default=None)
    target: Line = key("Who is attacked, in a few words.", "two volunteers of a food bank", default="")
    for_: list[Need] = key(
        "Who it is for: people who experienced a threat, are at high risk, or are concerned.",
        ["experienced", "high_risk"],
        factory=list,
        alias="for",
    )
    players: NumberOrLine = key("How many people it is good for.", "3-8", default="")
    minutes: int = key(
        "How long a group needs to play it through, the debrief not counted.", 40, default=0, ge=0, le=600
    )
    difficulty: int = key("1 (a first scenario) to 5.", 2, default=1, ge=1, le=5)
    teaches: list[Response] = key("The R's that matter most here.", ["reveal", "resist"], factory=list)
    serves: list[Aim] = key("The aims of the training that it serves.", ["practice"], factory=list)
    goals: Lines = key("What people can do better afterwards.", ["Tell revealing from reframing"], factory=list)
    content_notes: Lines = key("Short and specific: what may be hard to read.", ["threats", "detention"], factory=list)
    crosses_the_line: Prose = key(
        "What makes this political violence, and what next to it would not have been.",
        "Masked detention without charge. Picketing the food bank would not have been political violence.",
        default="",
    )
    begins: Level = key(
        "How much of heavy scenes is told at first, if people choose nothing else: softened, or veiled (one line).",
        "veiled",
        default="whole",
    )


class AudienceStart(Part):
    """Where an audience stands when the play opens."""

    visibility: Step10 = key("How many know: 0 nobody, 10 everybody.", 3, default=3)
    dignity: Step10 = key("How far they see those harmed as people like them.", 6, default=5)
    meaning: Step10 = key("How far they judge it unjust and know who is answerable.", 5, default=4)
    support: Percent = key("Of 100 of them, how many side with the movement.", 15, default=10)


class Audience(Part):
    """People who may come to act."""

    label: Line = key("What they are called in the play.", "Neighbors")
    size: int = key("How many people they are.", 4000, ge=1, le=1_000_000_000)
    start: AudienceStart = key("Where they stand at first.", factory=dict, validate_default=True)
    leverage: dict[Cost, Leverage] = key(
        "How much they can do about each cost: none, some, strong or decisive.", {"standing": "strong"}, factory=dict
    )


class Voice(Part):
    """Someone who can speak for the cause."""

    label: Line = key("Who it is.", "Father Tomas")
    trusted_by: Ids = ids_of("Audiences that listen to them: one step more.", ["neighbors"])
    distrusted_by: Ids = ids_of("Audiences that do not: two steps less.", ["council"])


class Bearer(Part):
    """Someone who can be made to pay for what happened."""

    label: Line = key(
        "Who it is: the perpetrator, the one who incited, the one who let it happen.", "The mayor's office"
    )
    named: bool = key("Whether they are publicly known from the start.", True, default=False)
    holds: dict[Cost, Percent] = key(
        "Their share of each cost in percent; the shares of one cost add up to 100 over all bearers.",
        {"standing": 40, "legal": 60},
        factory=dict,
    )


class Person(Part):
    """Someone whose story, face or words are theirs to give."""

    label: Line = key("Who it is.", "Ana, a volunteer released on Monday")
    uses: Annotated[Ids, Field(min_length=1)] = key("What can be asked of them.", ["story", "face"])
    agrees: dict[str, Conditions] = key(
        "What has to hold for a yes; a use without an entry is granted when asked.", {"face": "care >= 6"}, factory=dict
    )
    says: dict[str, Prose] = key("Their words when they agree.", {"story": "Yes. Read it to me first."}, factory=dict)
    refuses: dict[str, Prose] = key("Their words when they refuse.", {"face": "Not my face."}, factory=dict)


class Start(Part):
    """Where the group stands when the play opens."""

    momentum: Step10 = key("Does outrage have somewhere to go?", 4, default=4)
    courage: Step10 = key("Do people keep speaking?", 6, default=6)
    care: Step10 = key("How well people are looked after; courage never exceeds it.", 7, default=6)
    evidence: int = key("From rumor (0) to several verified sources (5).", 0, default=0, ge=0, le=5)
    capacity: Step10 = key("What the group can still carry; leave it out where nothing uses it.", 8, default=0)


class Counter(Part):
    """A whole number of your own, always kept inside its range."""

    label: Line = key("What it counts.", "Volunteers on the rota")
    start: int = key("Its value at the start.", 12, ge=0, le=999_999)
    range: str = key("Lowest and highest value.", "0-40")


class Change(Part):
    """What something does to the numbers and facts of a play."""

    effects: Effects = steps()
    sets: Ids = ids_of("Facts that become yes.", ["families_warned"])
    clears: Ids = ids_of("Facts that become no.", ["families_warned"])


class Option(Change):
    """Something the group can get ready beforehand."""

    r: Response = key("The R it serves.", "reveal")
    tactic: str = key("The tactic it is; it has to belong to its R.", "plan_documentation", json_schema_extra=TACTIC)
    label: Line = key("What the group would do.", "Train four people to film")
    text: Prose = key("More about it.", "Saturday morning, with the legal observer.", default="")
    because: Prose = key("Why it helps, or what it overlooks.", "Cameras everyone knows of are planned.", default="")
    answers: list[MethodKind] = key("Methods that it takes one step off.", ["cover_up"], factory=list)


class Prepare(Part):
    """The time before the incident."""

    text: Prose = key("What the group is told.", "Two weeks before. You have time for two of these.")
    choose: int = key("How many they may choose.", 2, ge=1, le=20)
    options: dict[str, Option] = key("What they may choose from, by id.", min_length=1, max_length=MAX_ITEMS)
    drill: dict[str, Drill] = key(
        "Decisions of this preparation for a person who practices alone, by id.", factory=dict, max_length=MAX_ITEMS
    )


class Consequence(Change):
    """What follows from something that was done."""

    names: Ids = ids_of("Bearers publicly named by it.", ["mayor"])
    revokes: Ids = ids_of("Consents that it takes back, as person.use.", ["ana.face"])
    breach: bool = key("Whether it breaks the group's own discipline.", True, default=False)


class Outcome(Consequence):
    """One way a move can turn out. The first whose `when` holds happens; the last has no `when`."""

    when: Conditions = conditions("for this outcome, before the effects of the move")
    odds: int = key("Weight by which outcomes in a row are drawn.", 2, default=0, ge=1, le=1000)
    text: Prose = key("What happens.", "Nine neighbors sign.", default="")
    because: Prose = key("Why it helped, or what it overlooked.", "People sign when someone cares.", default="")
    goto: str = key("The next scene, or END.", "smear", "END", default="")


class Wait(Change):
    """Doing nothing: always open."""

    text: Prose = key("What happens when the group does nothing.", "By evening the denial is the story.", default="")
    because: Prose = key("What waiting overlooked, or saved.", "Silence was read as consent.", default="")
    goto: str = key("The next scene, or END.", "smear", default="")
    outcomes: list[Outcome] = key("Several ways it can turn out.", factory=list, max_length=MAX_ITEMS)


class Move(Consequence):
    """Something the group can do in a scene."""

    r: Response = key("The R it is.", "reveal")
    tactic: str = key("The tactic it is; it has to belong to its R.", "distribute", json_schema_extra=TACTIC)
    label: Line = key("What the group would do, as a short order.", "Release what you filmed, to the regional station")
    when: Conditions = conditions("for the move to be shown at all")
    needs: Conditions = conditions("for the move to be open; otherwise it is shown in gray with the reason")
    why_not: Line = key("The reason shown while it is not open.", "Nobody filmed.", default="")
    voice: str = key("Who speaks.", "priest", default="")
    reaches: Ids = ids_of("Audiences it reaches; all if left out.", ["neighbors", "shops"])
    uses_consent: Ids = ids_of("What is used of whom, as person.use.", ["ana.story"])
    risk: Line = key("Who carries the risk, in one line.", "The two who filmed can be recognized.", default="")
    text: Prose = key("What happens.", "Three stations run it by evening.", default="")
    because: Prose = key("Why it helped, or what it overlooked.", "Video is hard to deny; text is easy.", default="")
    goto: str = key("The next scene, or END.", "smear", "END", default="")
    outcomes: list[Outcome] = key("Several ways it can turn out.", factory=list, max_length=MAX_ITEMS)
    formerly: Ids = ids_of("Ids it had before, so that old plays can be read.", ["publish_video"])


class Method(Change):
    """One of the perpetrators' methods, landing when the scene opens."""

    uses: MethodKind = key("Which of the five methods it is.", "cover_up")
    technique: str = key("The technique, in one id.", "deny", json_schema_extra=TECHNIQUE)
    strength: int = key("1 slight, 2 solid, 3 strong.", 2, ge=1, le=3)
    text: Prose = key("What people see of it.", "The mayor's office says there was no operation.")
    when: Conditions = conditions("for it to land")
    reaches: Ids = ids_of("Audiences it reaches; all if left out.", ["council"])
    until_answered: bool = key("It lands again every round until its R has answered it.", True, default=False)
    revokes: Ids = ids_of("Consents that people take back because of it, as person.use.", ["ana.face"])


class Scene(Part):
    """A moment in the incident: what is happening, what they do, what the group can do."""

    title: Line = key("A short title.", "Masked men at the door")
    time: Line = key("When it is, in words.", "Tuesday, before dawn", default="")
    text: Prose = key("What is happening: 40 to 120 words, to be read aloud.", "Six masked men push in at 06:10.")
    veil: Line = key("One line that can be said instead of the text.", "Two people are taken away.", default="")
    notes: Prose = key("For the facilitator only.", "Ask who has not spoken before you take the vote.", default="")
    methods: dict[str, Method] = key("What the perpetrators do, by id, in order.", factory=dict, max_length=MAX_ITEMS)
    moves: dict[str, Move] = key("What the group can do, by id.", min_length=1, max_length=MAX_ITEMS)
    wait: Wait = key("What happens when the group does nothing.")
    drill: dict[str, Drill] = key(
        "Decisions of this scene for a person who practices alone, by id.", factory=dict, max_length=MAX_ITEMS
    )
    formerly: Ids = ids_of("Ids it had before, so that old plays can be read.", ["dawn_raid"])


class Inject(Change):
    """Something only the facilitator sees, and throws when it fits."""

    title: Line = key("A short title, for the facilitator.", "A guard talks")
    text: Prose = key("What the group is told.", "A guard phones the lawyer at night.")
    when: Conditions = conditions("for it to fit")
    reaches: Ids = ids_of("Audiences it reaches; all if left out.", ["neighbors"])
    names: Ids = ids_of("Bearers publicly named by it.", ["mayor"])
    revokes: Ids = ids_of("Consents that it takes back, as person.use.", ["ana.face"])


class Ending(Part):
    """The words in which a play ends. The first whose `when` holds; the last has no `when`."""

    when: Conditions = conditions("for this ending")
    title: Line = key("A short title.", "It backfired")
    text: Prose = key("How it ends.", "Two council members withdraw their support.")


class Question(Part):
    """A question for the debrief."""

    ask: Prose = key("The question.", "Which method did you notice last, and why?")
    when: Conditions = conditions("for the question to be asked")
    about: Literal[Response, MethodKind, ""] = key("The R or method it is about.", "reveal", default="")


class Sheet(Part):
    """The facilitator's sheet."""

    aims: Lines = key("What the group should take from it.", factory=list)
    listen_for: Lines = key("What to listen for while they talk.", factory=list)
    if_stuck: Lines = key("What to ask when nobody speaks.", factory=list)
    checklist: Lines = key("What the group takes home.", factory=list)


class Finding(Part):
    """A statement about history."""

    text: Prose = key("What is said.", "The film was shown on the evening of the third day.")
    sources: Ids = ids_of("Ids under `sources` that it rests on.", ["inquiry_2010"])


class CaseFile(Part):
    """The history behind a scenario; what is certain apart from what is contested."""

    year: NumberOrLine = key("When it was.", 1972)
    place: Line = key("Where it was.", "Derry")
    certain: list[Finding] = key("What nobody serious disputes.", factory=list, max_length=MAX_ITEMS)
    contested: list[Finding] = key("What is disputed, and by whom.", factory=list, max_length=MAX_ITEMS)


class Frame(Part):
    """Everything but the scenes."""

    format: Literal[1] = key("The version of the format: 1.", 1)
    id: Word = key("The id of the scenario: small letters, digits, dashes.", "food-bank-raid")
    title: Line = key("The title.", "Dawn at the food bank")
    language: Word = key("The language of the texts.", "en", default="en")
    about: About = key("What people read before they choose it.")
    audiences: dict[str, Audience] = key("Who may come to act, by id.", factory=dict, max_length=20)
    voices: dict[str, Voice] = key("Who can speak for the cause, by id.", factory=dict, max_length=MAX_ITEMS)
    bearers: dict[str, Bearer] = key("Who can be made to pay, by id.", factory=dict, max_length=20)
    people: dict[str, Person] = key("Whose consent can be asked, by id.", factory=dict, max_length=MAX_ITEMS)
    start: Start = key("Where the group stands at first.", factory=dict, validate_default=True)
    facts: dict[str, Line] = key("Your own yes/no facts, by id, with their meaning; all start as no.", factory=dict)
    counters: dict[str, Counter] = key("Your own whole numbers, by id.", factory=dict, max_length=100)
    prepare: Prepare | None = key("The time before the incident.", default=None)
    injects: dict[str, Inject] = key("What the facilitator may throw in, by id.", factory=dict, max_length=MAX_ITEMS)
    endings: dict[str, Ending] = key("How it can end, by id, in order.", min_length=1, max_length=MAX_ITEMS)
    debrief: list[Question] = key("Questions for afterwards.", factory=list, max_length=MAX_ITEMS)
    facilitator: Sheet = key("The facilitator's sheet.", factory=dict, validate_default=True)
    case_file: CaseFile | None = key("The history behind it.", default=None)
    sources: dict[str, Reference] = key("Where the facts are from, by id.", factory=dict)


class ScenarioFile(Frame):
    """A whole scenario file."""

    scenes: dict[str, Scene] = key("The scenes, by id; the first opens the play.", min_length=1)
