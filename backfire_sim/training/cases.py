"""Ten short cases in two parallel forms, to see whether confidence came with skill.

The case at a place in form A asks for the same as the one at that place in form B, about other people in another
town: one form before, the other after. All places and people are invented.
"""

from typing import NamedTuple

from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, gloss, label
from backfire_sim.speech import _, later

FORMS = ("A", "B")

KINDS = ("method", "answer", "missing", "better", "next")
"""What the five cases of a form ask for, in their order."""

_NAMES = {
    "method": later("Name the method"),
    "answer": later("Pick the answer"),
    "missing": later("See what is missing"),
    "better": later("The better of two moves"),
    "next": later("What comes next"),
}

_MISSING = ("consent", "evidence", "messenger", "care")

_MISSING_WORDS = {
    "consent": later("Consent: nobody asked those whose story it is"),
    "evidence": later("Evidence: it cannot be shown to be so"),
    "messenger": later("A messenger: nobody whom this audience trusts says it"),
    "care": later("Care: nobody looks after those who carry it"),
}


class Case(NamedTuple):
    """One case, in the language that was chosen."""

    kind: str
    """One of KINDS."""
    name: str
    text: str
    ask: str
    options: tuple[str, ...]
    key: int
    """The option that fits best, from 0."""
    why: str
    """Why that one, and what the others would miss."""


class _Written(NamedTuple):
    text: str
    key: int
    why: str
    options: tuple[str, ...] = ()


_ASKS = {
    "method": later("Which method is this, above all?"),
    "answer": later("Which of the five answers this method?"),
    "missing": later("What is missing?"),
    "better": later("Which of these two is the better move now?"),
    "next": later("Which method is most likely to come next?"),
}

_CASES: dict[str, tuple[_Written, ...]] = {
    "A": (
        _Written(
            later(
                "After a brick went through the window of a bakery whose owner had spoken at a hearing, a talk-show "
                "host says: “Funny that this man, who was in court for unpaid bills, always needs attention.”"
            ),
            1,
            later(
                "Devaluation: nothing is said about the brick, only about the man, so that he seems not to matter. It "
                "would be reinterpretation if the host gave the brick another meaning, such as a prank."
            ),
        ),
        _Written(
            later(
                "Masked men pushed over the stand of a petition. Their group says: “That was a peaceful protest; "
                "somebody stumbled.” Two people have bruises, and everybody in town has seen the photos."
            ),
            2,
            later(
                "Reframe: what is fought over is what it means. Say what it did to people, which value or law it "
                "broke, and who answers for it. More photos alone do not answer “somebody stumbled”: people know "
                "already."
            ),
        ),
        _Written(
            later(
                "A nurse was threatened at her door. Your group has the recording, a reporter everybody trusts, and "
                "people who stay with her at night. The piece goes out this evening. She has not heard of it."
            ),
            0,
            later(
                "Consent: it is her voice, her door and her risk, and going public is hers to decide. Everything "
                "else is there, which is exactly when asking is forgotten."
            ),
        ),
        _Written(
            later(
                "The city announces an inquiry into the attack on a youth club; it will report in ten months. People "
                "were ready to march on Saturday, and the families welcome the inquiry."
            ),
            1,
            later(
                "An inquiry can bring records and costs, and the families want it; what drains a movement is waiting "
                "for it. Demands with dates keep outrage somewhere to go. To call the march off is what a slow "
                "process is for."
            ),
            (
                later("Call the march off and wait for the report, so that the inquiry is not disturbed"),
                later("March with three demands to the inquiry, each with a date, together with the families"),
            ),
        ),
        _Written(
            later(
                "First they said that nothing had happened. Then three recordings came out. They attacked the man "
                "who was hurt, and a priest stood up for him; they called it self-defense, and nobody believed it. "
                "Anger is high, and those responsible would like everybody to go home."
            ),
            3,
            later(
                "Official channels, most likely: a review or a commission is what is left that sends people home. It "
                "is never certain, and threats can come at any time; but whoever expects the commission can have "
                "demands ready for it."
            ),
        ),
    ),
    "B": (
        _Written(
            later(
                "On the night after the attack on a campaign stand the square was hosed down, the shop's camera was "
                "found unplugged, and the office that took the complaint cannot find it."
            ),
            0,
            later(
                "Cover-up: all three keep people from knowing. The lost complaint looks like an official channel, but "
                "nobody is being asked to wait for a process; a trace is gone."
            ),
        ),
        _Written(
            later(
                "A day after she spoke, the landlord of a witness got a call, her brother was told that his contract "
                "might not be renewed, and a friend was offered a good job if she could bring her to be reasonable."
            ),
            4,
            later(
                "Resist: threats and favors are aimed at courage. Warn family, friends and colleagues, write every "
                "call and offer down, and let it be known that you do. A warm portrait of her would not stop the "
                "calls."
            ),
        ),
        _Written(
            later(
                "A burned car, a well-written report with photos and dates checked by two people, and the family's "
                "yes in writing. You want to reach the village that doubts it all. The speaker will be your own "
                "chairwoman, whom the village has disliked for years."
            ),
            2,
            later(
                "A messenger: the evidence and the yes are there, and those who doubt hear only an old opponent. "
                "Somebody the village trusts, the fire chief or the pastor, may be heard where she is not."
            ),
        ),
        _Written(
            later(
                "A councilwoman far from your politics got a dead animal on her doorstep. Some in your own group "
                "smile about it. The press asks you for a word within the hour."
            ),
            0,
            later(
                "Say clearly what was wrong, without any but. It protects her, it costs those who did it, and it is "
                "what you will ask of others. Silence reads as agreement, and waiting for the police leaves the "
                "meaning to others."
            ),
            (
                later("Condemn it by name and today, and ask her first what she would like said"),
                later("Say nothing until the police know who it was"),
            ),
        ),
        _Written(
            later(
                "The denial is over: everybody has seen the video, and nobody says any more that it did not happen. "
                "The meaning is not yet fought over. The young man who was beaten is known in the town, and this "
                "morning people begin to ask each other about his past."
            ),
            1,
            later(
                "Devaluation, most likely: where hiding has failed, those harmed are made to look as if they had it "
                "coming. It is never certain; but now is the time to have people ready who know him and whom others "
                "trust."
            ),
        ),
    ),
}


def cases(form: str) -> tuple[Case, ...]:
    """The five cases of form A or B."""
    return tuple(_case(kind, written) for kind, written in zip(KINDS, _CASES[form], strict=True))


def kind_name(kind: str) -> str:
    """What a person reads for a kind."""
    return _(_NAMES[kind])


def _case(kind: str, written: _Written) -> Case:
    return Case(
        kind, _(_NAMES[kind]), _(written.text), _(_ASKS[kind]), _options(kind, written), written.key, _(written.why)
    )


def _options(kind: str, written: _Written) -> tuple[str, ...]:
    if written.options:
        return tuple(_(option) for option in written.options)
    if kind == "missing":
        return tuple(_(_MISSING_WORDS[name]) for name in _MISSING)
    return tuple(f"{label(name)}: {gloss(name)}" for name in (RESPONSES if kind == "answer" else METHODS))


OPTIONS = (len(METHODS), len(RESPONSES), len(_MISSING), 2, len(METHODS))
"""How many options the case at each place has."""

BY_CHANCE = sum(1 / count for count in OPTIONS)
"""How many of five somebody gets right who only guesses, in the long run."""
