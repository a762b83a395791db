"""How can we help, as lines: the same questions, and the plan for a training.

Reading and writing are handed in, and so is where a plan goes that somebody wants to keep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfire_sim.plain.commands import LONGEST, means, typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.speech import _, plural
from backfire_sim.text import one_line, plain
from backfire_sim.training.blocks.block import Block, Opening
from backfire_sim.training.intake import (
    MOST_PEOPLE,
    Intake,
    Question,
    choose,
    chosen,
    forget,
    meant,
    people_in,
    said,
)
from backfire_sim.training.matching import Match
from backfire_sim.training.plan import TrainingPlan
from backfire_sim.views.planning import HONESTY, NOT_KEPT, made_for, marks, name, stages

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]


def ask(questions: tuple[Question, ...], read: Read, write: Write) -> Intake | None:
    """Ask every question, or as many as somebody wants; None if they leave."""
    opening = _(
        "How can we help? Answer with numbers, and a space between them where more than one is true. Enter passes a "
        "question over, {back} goes back, {end} shows the plan at once, {quit} leaves.",
        back=typed("back"),
        end=typed("end"),
        quit=typed("quit"),
    )
    write([*prose(opening), *prose(_(NOT_KEPT))])
    intake, at, asked = Intake(), 0, -1
    while at < len(questions):
        if at != asked:
            write(["", *_asked(questions[at], at, len(questions)), *_so_far(questions[at], intake)])
            asked = at
        line = read()
        if line is None or means(line, "end"):
            break
        if means(line, "quit"):
            return None
        if means(line, "undo"):
            at, asked = max(0, at - 1), -1
            continue
        answered = _answered(intake, questions[at], one_line(line, LONGEST))
        if isinstance(answered, str):
            write(prose(answered))
        else:
            intake, at = answered, at + 1
    return intake


def told(plan: TrainingPlan) -> list[str]:
    """The whole plan."""
    parts = [
        [*prose(name(plan)), *prose(made_for(plan.shape))],
        items(plan.notices),
        _listed(_("Before that day:"), [*plan.before, *(_open(each) for each in plan.openings)]),
        _listed(_("What has to lie ready:"), plan.materials),
        *(_block(block) for block in plan.blocks),
        *(_match(each, n == 0) for n, each in enumerate(plan.offered)),
        _listed(_("Not chosen, and why:"), [f"{each.title}: {each.why}" for each in plan.left_out]),
        _listed(
            _("Pages to read:"), [f"{each.opening.label}. {each.reason} {each.opening.command}" for each in plan.pages]
        ),
        prose(_(HONESTY)),
    ]
    return blocks(*parts)


def save_it(read: Read, write: Write, keep: Callable[[str, bool], str]) -> None:
    """Ask whether the plan is to be kept. `keep` takes a name, and whether a file may be replaced; it says what came
    of it, or nothing where there is such a file already."""
    write(
        ["", *prose(_("To keep the plan, type a name such as {name}; Enter keeps nothing.", name="training-plan.md"))]
    )
    while True:
        line = read()
        words = plain(line or "", 1000).strip()
        if not words or means(words, "quit", "no"):
            return
        done = keep(words, False)
        if not done:
            write(
                prose(_("There is such a file already. Replace it? {yes} or {no}.", yes=typed("yes"), no=typed("no")))
            )
            answer = read()
            if answer is None or not means(answer, "yes"):
                write(prose(_("Nothing was written. Type another name, or press Enter.")))
                continue
            done = keep(words, True)
        write([done])
        return


def _asked(question: Question, at: int, count: int) -> list[str]:
    lines = prose(_("{number} of {all}. {ask}", number=at + 1, all=count, ask=question.ask))
    lines += prose(question.help)
    for number, choice in enumerate(question.choices, 1):
        about = f" {choice.about}" if choice.about else ""
        lines += item(f"{choice.label}.{about}" if about else choice.label, f"{number} ")
    return lines


def _so_far(question: Question, intake: Intake) -> list[str]:
    """What was said before, where somebody has come back."""
    words = said(question, intake)
    return prose(_("So far: {words}. Enter forgets it.", words=words)) if words else []


def _answered(intake: Intake, question: Question, line: str) -> Intake | str:
    """The answers with this one, or what is wrong with it."""
    intake = forget(intake, question.id)
    if question.id == "people":
        people = people_in(line)
        if people is None:
            return _("A number from 1 to {most}, please, or Enter.", most=MOST_PEOPLE)
        return intake._replace(people=people)
    one = meant(question, line) if line else None
    words = [line] if one is not None else line.replace(",", " ").split()
    for word in words:
        choice = meant(question, word)
        if choice is None:
            return _(
                "“{word}” is none of these. Numbers from 1 to {most}, please, or Enter.",
                word=word,
                most=len(question.choices),
            )
        if choice not in chosen(intake, question.id):
            intake = choose(intake, question, choice)
    if len(set(words)) > 1 and not question.many:
        return _("Only one of them, please.")
    return intake


def _listed(heading: str, texts: Sequence[str]) -> list[str]:
    return [heading, *items(texts)] if texts else []


def _block(block: Block) -> list[str]:
    head = _("Minutes {marks}: {title}", marks=marks(block), title=block.title)
    lines = prose(f"{head} ({stages(block)})" if block.stages else head)
    lines += items([*block.steps, *(_open(each) for each in block.openings)])
    return lines + prose(_("Why: {why}", why=block.why))


def _match(match: Match, first: bool) -> list[str]:
    card = match.candidate.card
    lines = [_("Scenarios:"), ""] if first else []
    lines += [*prose(f"{card.title}. {card.summary}"), *items(match.reasons)]
    notes = plural(
        "It holds: {notes}.", "It holds: {notes}.", len(card.content_notes), notes="; ".join(card.content_notes)
    )
    return [*lines, *items(match.cautions), *(prose(notes) if card.content_notes else [])]


def _open(opening: Opening) -> str:
    return _("Open {what}: {command}", what=opening.label, command=opening.command)
