"""The words that a person can type while practicing, and what plain mode says of a decision and of an answer to it."""

from collections.abc import Sequence

from backfire_sim.engine.drills import MISSING
from backfire_sim.plain.commands import Vocabulary, typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.speech import _, later
from backfire_sim.text import bare
from backfire_sim.views.practice import Answer, Question
from backfire_sim.views.practice_told import Reason, Told

WORDS = (
    later("skip", "typed"),
    later("page", "typed"),
    later("again", "typed"),
    later("all", "typed"),
    later("none", "typed"),
    later("yes", "typed"),
    later("no", "typed"),
    later("help", "typed"),
    later("quit", "typed"),
)
"""What can be typed besides numbers; in another language that one's words too."""

LONGEST = 1000
"""Characters of a typed line that are read: room for two sentences."""

PRACTICING = Vocabulary(
    WORDS,
    {
        "?": "help",
        later("q", "typed"): "quit",
        later("exit", "typed"): "quit",
        later("y", "typed"): "yes",
        later("n", "typed"): "no",
    },
    (),
    LONGEST,
)
"""The words of practice."""


def words() -> dict[str, object]:
    """Every word as it is typed in the language that is spoken, by its own name."""
    return {word: typed(word) for word in WORDS}


def help_here() -> list[str]:
    """What can be typed."""
    told = (
        _("First say how sure you are, 1 to 3; then type the number of your answer. There is no hurry, and no score."),
        _("{skip}: leave this one out; it comes another time. {again}: hear it once more.", **words()),
        _(
            "{page}: after an answer, the page to read on. {quit}: stop; what you answered stays answered.",
            **words(),
        ),
    )
    return blocks(*(prose(text) for text in told))


# -- Asking ------------------------------------------------------------------------------------------------------------


def asked(question: Question, number: int, of: int) -> list[str]:
    """A decision as it is asked: where it is from, who you are, what has happened, what can be answered."""
    place = _(
        "{number} of {of}. {title}. From: {place}.", number=number, of=of, title=question.title, place=question.place
    )
    return blocks(
        prose(place),
        prose(question.again_words),
        *(prose(each) for each in question.cue),
        prose(question.ask),
        _numbered(question.answers),
        prose(question.yours),
    )


def _numbered(answers: Sequence[Answer]) -> list[str]:
    told = [
        _("{answer}: {gloss}.", answer=each.label, gloss=each.gloss) if each.gloss else each.label for each in answers
    ]
    return [line for number, each in enumerate(told, 1) for line in item(each, f"{number}. ")]


def how_sure(question: Question) -> list[str]:
    """The question that comes before the answer."""
    said = ", ".join(f"{number} {each.label.lower()}" for number, each in enumerate(question.confidences, 1))
    return prose(_("{question} {choices}.", question=question.how_sure, choices=said))


def your_answer(question: Question) -> list[str]:
    """The question that comes after it."""
    return prose(_("Your answer? A number from 1 to {last}, or {skip}.", last=len(question.answers), **words()))


def a_number(last: int) -> list[str]:
    """What is said of something that was no number of an answer."""
    return prose(_("A number from 1 to {last}, please; {help} says what else can be typed.", last=last, **words()))


def your_sentence() -> list[str]:
    """Where a sentence is written."""
    return prose(_("Write it here in one line, or on paper, and press Enter."))


def checklist(lines: Sequence[str]) -> list[str]:
    """What a sentence is checked against, to be ticked at once or line by line."""
    said = _(
        "Which of these does yours have? Type their numbers in one line, {all}, or {none}; or press Enter to go "
        "through them one by one.",
        **words(),
    )
    return blocks([line for number, each in enumerate(lines, 1) for line in item(each, f"{number}. ")], prose(said))


def one_line_of_it(line: str, number: int) -> list[str]:
    """One line of the checklist, to be ticked or not."""
    return item(_("{line}: {yes} or {no}?", line=line.rstrip("."), **words()), f"{number}. ")


# -- Telling -----------------------------------------------------------------------------------------------------------


def told(answer: Told, kind: str) -> list[str]:
    """Everything that is said of an answer: how well it fits, why, what speaks for the others, what it does.

    `kind`: one of `engine.drills.KINDS`.
    """
    page = _("To read on: {title}. {summary}", title=answer.page_title, summary=answer.page_line)
    return blocks(
        prose(answer.verdict),
        *(prose(_reason(reason)) for reason in answer.reasons if reason.yours or reason.id == answer.reasons[0].id),
        items(_reason(reason) for reason in answer.reasons[1:] if not reason.yours),
        _sentence(answer),
        *(prose(each) for each in _does(answer, kind)),
        # A command is never broken: it is there to be copied.
        [*prose(page), f"backfire learn {answer.page}"],
        prose(answer.comes_back),
    )


def _reason(reason: Reason) -> str:
    about = f" ({reason.about})" if reason.about else ""
    named = reason.label.rstrip(".")
    if reason.yours:
        return _(
            "You chose: {answer}{about}. It {fit}. {why}",
            answer=named,
            about=about,
            fit=reason.fit_words,
            why=reason.words,
        )
    return _("{answer}{about}. It {fit}. {why}", answer=named, about=about, fit=reason.fit_words, why=reason.words)


def _sentence(answer: Told) -> list[str]:
    if not answer.example:
        return []
    return blocks(
        prose(_("For example: {words}", words=answer.example)),
        prose(answer.what_makes_it_good),
    )


def _does(answer: Told, kind: str) -> list[str]:
    """What it does, each in a paragraph; from where that was worked out is said once."""
    best, yours = answer.doing, answer.doing_yours
    said = []
    if best is not None:
        does = " ".join(best.words)
        if kind == MISSING:
            said.append(_("What the plan does as it stands: {words}", words=does))
        elif yours is not None:
            said.append(_("What the better one does: {words}", words=does))
        else:
            said.append(_("What it does: {words}", words=does))
    if yours is not None:
        said.append(_("What yours does: {words}", words=" ".join(yours.words)))
    where = dict.fromkeys(each.where for each in (best, yours) if each is not None)
    return [*said[:-1], " ".join((said[-1], *where))] if said else []


def on(*, last: bool) -> list[str]:
    """What can be typed after an answer."""
    if last:
        return prose(_("Press Enter to finish. {page}: read on.", **words()))
    return prose(_("Press Enter for the next one. {page}: read on. {quit}: stop.", **words()))


def time_is_over() -> str:
    """Why no other card begins."""
    return _("Ten minutes are over, so no new one begins. What is left comes another day.")


# -- Reading what was typed --------------------------------------------------------------------------------------------


def meant(text: str, choices: Sequence[Answer]) -> str:
    """The id that is meant by a number, by an id, or by the whole of what it is called; empty for none."""
    if text.isascii() and text.isdecimal():
        number = int(text[:6])
        return choices[number - 1].id if 0 < number <= len(choices) else ""
    wanted = bare(text).strip(" .")
    return next((each.id for each in choices if wanted and wanted in (each.id, bare(each.label).strip(" ."))), "")


def ticks_meant(text: str, lines: int) -> int | None:
    """How many lines of a checklist are ticked by numbers in one line; None where they are no such numbers."""
    found = text.replace(",", " ").split()
    numbers = {int(each[:6]) for each in found if each.isascii() and each.isdecimal()}
    fits = found and all(each.isascii() and each.isdecimal() for each in found) and numbers <= set(range(1, lines + 1))
    return len(numbers) if fits else None
