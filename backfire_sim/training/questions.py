"""The questions of *Guess the numbers*: what is asked, what was measured, by whom, and what that does not say.

The first and the last are about what we believe of each other, because that belief is itself part of the matter:
those who think that the other side is for violence are more often for it themselves (Mernyk et al. 2022).
"""

from typing import NamedTuple

from backfire_sim.speech import _, later, sense


class Mark(NamedTuple):
    """A figure on the scale from 0 to 100."""

    low: int
    high: int
    """The same as `low` where one figure was measured, and not a range."""
    name: str
    """What the figure is, in a word or three."""


class Question(NamedTuple):
    """One question, in the language that was chosen."""

    id: str
    title: str
    ask: str
    unit: str
    """What is counted from 0 to 100: `of 100 people`."""
    marks: tuple[Mark, ...]
    """What was measured; empty where nobody has, or not in these units."""
    also: tuple[Mark, ...]
    """Figures to be seen beside them, which are no answer to the question."""
    measured: str
    source: str
    not_said: str
    """What the figure does not say."""
    talk: str
    """One line to talk about."""
    short: bool
    """Whether it belongs to the ten minutes."""


_PEOPLE = later("of 100 people", "what is counted")
_PERCENT = later("percent lower", "what is counted")
_EVENTS = later("of 100 events", "what is counted")
_THREATS = later("of 100 who threatened", "what is counted")
_DEMONSTRATIONS = later("of 100 demonstrations", "what is counted")
_CAMPAIGNS = later("of 100 campaigns", "what is counted")

_MEASURED = later("measured", "a figure")

_QUESTIONS = (
    Question(
        "other-side",
        later("The other side"),
        later(
            "Think of people whose politics are far from yours. Of 100 of them, how many do you believe support "
            "violence against people like you?"
        ),
        _PEOPLE,
        (),
        (
            Mark(10, 10, later("measured, say", "a figure")),
            Mark(35, 54, later("believed then", "a figure")),
        ),
        later(
            "Before and after the US election of 2020, people of both parties believed the others' support for "
            "violence, and their readiness for it, to be 245 to 442 percent higher than what the others said of "
            "themselves: three and a half to five and a half times as high. Where 10 was measured, 35 to 54 was "
            "believed."
        ),
        later("Mernyk, Pink, Druckman and Willer 2022, PNAS 119(16); four studies, 4,741 people."),
        later(
            "The 10 is an example; how many people it is depends on how one asks. In a smaller and newer study, not "
            "reviewed yet (osf.io/hmpjz), 2 and 4 of 100 said so themselves, where 30 and 19 were believed. All this "
            "is two parties in one country, and what people say, not what they do."
        ),
        later("Where does your number come from: people you know, or what you were shown?"),
        True,
    ),
    Question(
        "correction",
        later("A few true sentences"),
        later(
            "In the same studies some people were told what had really been measured on the other side. By how many "
            "percent was their own support for violence lower then?"
        ),
        _PERCENT,
        (
            Mark(34, 34, later("support", "a figure")),
            Mark(44, 44, later("readiness", "a figure")),
        ),
        (),
        later(
            "Support for violence was 34 percent lower, and willingness to take part in it 44 percent lower in another "
            "of the studies. About a month later the effect was still there."
        ),
        later("Mernyk, Pink, Druckman and Willer 2022, PNAS 119(16); four studies, 4,741 people."),
        later(
            "These are answers to questions, not acts, and percent of a figure that was small to begin with. It says "
            "nothing about people who have already decided to hurt somebody."
        ),
        later("Who around you would believe such a correction, and from whom?"),
        True,
    ),
    Question(
        "never",
        later("Never justified"),
        later(
            "In October 2025, after a year of attacks, adults in the United States were asked about political "
            "violence. How many of 100 said that it is never justified?"
        ),
        _PEOPLE,
        (Mark(64, 64, _MEASURED),),
        (),
        later(
            "64 said never, 24 said that it sometimes is; among those under 45 more than one in three said sometimes. "
            "Between the parties there was little difference."
        ),
        later("POLITICO and Public First, October 18 to 21, 2025; 2,051 adults online, ±2.2 points."),
        later(
            "Who says sometimes has not said when, or what they mean by violence, or that they would do any. Vague "
            "questions and hasty answers make support look larger than it is (Westwood and others 2022)."
        ),
        later("What might somebody have in mind who says sometimes? Do you know what your neighbors would say?"),
        True,
    ),
    Question(
        "own-followers",
        later("Their own followers"),
        later(
            "One guess for both large US parties: of 100 people in each, how many said that leaders who do not "
            "condemn the violent words of their own followers add a lot to violence?"
        ),
        _PEOPLE,
        (
            Mark(60, 60, later("Republicans", "a figure")),
            Mark(80, 80, later("Democrats", "a figure")),
        ),
        (),
        later(
            "80 of 100 Democrats and 60 of 100 Republicans; 67 of all. Of five causes that were named, it came first. "
            "At the same time each party puts most of the blame on the other side (73 and 72)."
        ),
        later("PRRI, a public opinion institute; report of January 16, 2026."),
        later(
            "It does not say that they would speak up themselves, or when their own leader is meant. The number of "
            "people asked does not stand in what we could read."
        ),
        later("Which leader on your own side could say it so that it counts? Who asks them?"),
        True,
    ),
    Question(
        "election-officials",
        later("Those who count the votes"),
        later(
            "Of 100 local election officials in the United States, how many said in early 2024 that they had been "
            "threatened, harassed or abused because of their work?"
        ),
        _PEOPLE,
        (Mark(38, 38, _MEASURED),),
        (),
        later(
            "38 had been threatened, harassed or abused; 16 had been threatened. 54 feared for the safety of their "
            "colleagues and staff."
        ),
        later(
            "Brennan Center for Justice, which also campaigns on voting rights; 928 answers to 11,678 letters, "
            "February and March 2024, ±3.1 points."
        ),
        later(
            "Those to whom it happened may answer more often than others. It does not say by whom, and threatened, "
            "harassed and abused are not the same."
        ),
        later("Who does this work where you live? When did anybody last thank them in public?"),
        False,
    ),
    Question(
        "close-to-home",
        later("Close to home"),
        later(
            "Zoning, a school, the police, a council vote: in how many of 100 threats to and harassments of local "
            "officials was the reason purely local?"
        ),
        _EVENTS,
        (Mark(70, 70, _MEASURED),),
        (),
        later(
            "About 70, in August 2024, and about as many in July. From January to August of that year more than 360 "
            "such events were recorded, in over 40 states."
        ),
        later("Bridging Divides Initiative, Princeton University, Threats and Harassment Dataset, August 2024."),
        later(
            "August had a little over 20 events, so the share is a rough one. Only what was reported or found is "
            "counted, and national quarrels reach into local ones."
        ),
        later("What is the rezoning, the school, the water of your own town?"),
        True,
    ),
    Question(
        "told-police",
        later("Telling the police"),
        later(
            "Of 100 councillors in England and Wales, 73 said in 2024 that they had been abused or intimidated within "
            "a year. How many of the 100 had reported any of it to the police?"
        ),
        _PEOPLE,
        (Mark(23, 23, _MEASURED),),
        (),
        later(
            "23 of 100 had. 22 had been threatened with violence, 10 had been threatened with damage to their property."
        ),
        later(
            "Local Government Association, the councils' own body; 1,734 answers in August 2024, one in ten of those "
            "who were asked."
        ),
        later(
            "It does not say why the others did not. With one answer in ten, those to whom it happened may be more "
            "among them than elsewhere."
        ),
        later("If it happened to one of us: who would be told, on the same day, and who writes it down?"),
        True,
    ),
    Question(
        "with-a-plan",
        later("Threat and plan"),
        later(
            "Take people in the United States whose threats were grave enough to be prosecuted. How many of 100 of "
            "them had plans to commit violence?"
        ),
        _THREATS,
        (Mark(0, 49, later("fewer than 50", "a figure")),),
        (),
        later(
            "Fewer than half. Most threats are made to frighten people into silence, and a few acts are enough to make "
            "the rest believable."
        ),
        later(
            "Research by CNN on prosecuted threats, as Hardy Merriman reported it, Homeland Security Newswire, August "
            "3, 2024. We have not seen the research itself."
        ),
        later(
            "Fewer than half is not none, and no figure can judge the one threat that lies before you: keep it, tell "
            "somebody who can assess it, and do not carry it alone."
        ),
        later("What do we do in the first hour, without treating it as nothing and without going silent?"),
        True,
    ),
    Question(
        "firearms",
        later("Where there are guns"),
        later(
            "Demonstrations in the United States at which somebody carried a firearm, in 2020 and early 2021: how many "
            "of 100 turned violent or destructive?"
        ),
        _DEMONSTRATIONS,
        (Mark(16, 16, later("with firearms", "a figure")),),
        (Mark(3, 3, later("without", "a figure")),),
        later(
            "About 16, or one in six; of those without firearms about 3, or one in 37. Both those who were armed and "
            "those who were not did damage."
        ),
        later(
            "ACLED, which records political violence worldwide, with Everytown, which campaigns for gun laws; 560 "
            "armed demonstrations among some 30,000, January 2020 to June 2021."
        ),
        later(
            "It does not say that the guns were the cause: people may bring them where trouble is expected. 84 of 100 "
            "armed ones stayed without violence."
        ),
        later("What would our stewards do if somebody came armed, whoever it is?"),
        False,
    ),
    Question(
        "campaigns",
        later("Without violence"),
        later(
            "Large campaigns against a government or for territory, worldwide, 1900 to 2006: how many of 100 that kept "
            "from violence reached their goal?"
        ),
        _CAMPAIGNS,
        (Mark(53, 53, later("nonviolent", "a figure")),),
        (Mark(26, 26, later("violent", "a figure")),),
        later(
            "53 of 100; of violent ones 26. Nonviolent campaigns draw more people, and more of those in power change "
            "sides. In the 2010s both had become rarer: under 34, and under 9."
        ),
        later("Stephan and Chenoweth 2008; Chenoweth and Stephan 2011; 323 campaigns. For the 2010s: Chenoweth."),
        later(
            "These are whole countries, not a town, and it is no forecast for yours. It does not say that people who "
            "keep from violence are safe: on that, studies disagree (Anisin 2025)."
        ),
        later("What makes it easier to join us than to stay at home?"),
        False,
    ),
    Question(
        "own-town",
        later("Your own town"),
        later(
            "Now guess again, for the place where you live. Of 100 people there whose politics are far from yours, how "
            "many support violence against people like you?"
        ),
        _PEOPLE,
        (),
        (),
        later(
            "Nobody has measured it. In the studies that there are, guesses leaned one way: far too high, on both "
            "sides. And those who believed it of others were more often for violence themselves."
        ),
        "",
        later(
            "That most people guess too high does not mean that there is nobody. If you have been threatened, it was "
            "real, and it was not your guess that was wrong."
        ),
        later("Whom could you ask? What would they guess about you?"),
        True,
    ),
)


def questions(*, short: bool = True) -> tuple[Question, ...]:
    """The questions in their order: the eight of the ten minutes, or all eleven."""
    return tuple(_said(each) for each in _QUESTIONS if each.short or not short)


def _said(question: Question) -> Question:
    return question._replace(
        title=_(question.title),
        ask=_(question.ask),
        unit=sense("what is counted", question.unit),
        marks=tuple(mark._replace(name=sense("a figure", mark.name)) for mark in question.marks),
        also=tuple(mark._replace(name=sense("a figure", mark.name)) for mark in question.also),
        measured=_(question.measured),
        source=_(question.source),
        not_said=_(question.not_said),
        talk=_(question.talk),
    )
