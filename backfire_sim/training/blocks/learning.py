"""The blocks before the play: guess the numbers, five gates, pages to read, imagine, get ready."""

from backfire_sim.scoring.vocabulary import METHODS, label
from backfire_sim.speech import _
from backfire_sim.training.blocks.block import MODEL, Making, Words, page, room, scenario
from backfire_sim.training.worries import WORRIES

MOST_PAGES = 4
"""Pages that a block names."""


def numbers(made: Making) -> Words:
    """Guess the numbers."""
    short = made.minutes < 10
    if made.shape.alone:
        steps = [
            _("Guess first, then look at what was measured."),
            _("Ask yourself: where did my guess come from, and whom does it serve?"),
        ]
    else:
        steps = [
            _("Note the questions and the figures beforehand. Read each aloud; everybody writes a guess on a slip.")
            if made.shape.paper
            else _("Everybody guesses before anything is shown. Nobody's guess is known."),
            _("Then look together at what was measured, by whom, and what it does not say."),
            _("Ask: where did our guesses come from, and whom do they serve?"),
        ]
    if short:
        steps.insert(0, _("Take the first three questions; leave the others for another day."))
    why = _(
        "In a study in the United States, people took the other side's support for violence to be several times what "
        "it was; seeing the figures lowered their own (Mernyk and others, 2022)."
    )
    materials = (_("Slips of paper and pens"),) if made.shape.paper else ()
    opening = room("numbers", _("Guess the numbers"), "numbers")
    return Words(_("Guess the numbers"), tuple(steps), why, ("learn",), (opening,), materials)


def gates(made: Making) -> Words:
    """The five gates, and which method narrows which."""
    steps = [
        _("Move one gate, and watch how many of 100 people are left at the end."),
        _("For each gate, name the method of theirs that narrows it, then the R that widens it."),
    ]
    if not made.shape.alone:
        steps[0] = (
            _("Draw five gates on a sheet: who of 100 people gets through, if one of them is shut?")
            if (made.shape.paper)
            else _("Show the five gates. Move one, and watch how many of 100 people are left at the end.")
        )
    if made.minutes < 5:
        return Words(
            _("Five gates"), (steps[0],), _("One picture that everything else hangs on."), ("learn",), (page(MODEL),)
        )
    methods = _methods(made)
    steps.append(
        _("Read a page about a method. Where have you met it? What did people do?")
        if made.shape.alone
        else _("Spot it: read what one method looks like, aloud. Where have you met it? What did people do?")
    )
    if made.minutes >= 15:
        steps.append(_("Do the same with a second method, and let people say which R answers it before they read on."))
    why = _("Each R answers one method. Whoever spots the method knows which gate to push.")
    if worry := next((each for each in made.intake.worries if WORRIES[each].methods), ""):
        why = _(
            "Each R answers one method. You worry about {worry}: the method behind it is {method}.",
            worry=_(WORRIES[worry].inside),
            method=label(WORRIES[worry].methods[0]).lower(),
        )
    openings = (page(MODEL), *(page(method) for method in methods))
    return Words(_("Five gates, five methods"), tuple(steps), why, ("learn", "spot"), openings)


def _methods(made: Making) -> list[str]:
    """The methods to look at: those that are worried about first."""
    worried = [method for worry in made.intake.worries for method in WORRIES[worry].methods]
    return list(dict.fromkeys([*worried, *METHODS]))[: 3 if made.minutes >= 15 else 2]


def read(made: Making) -> Words:
    """Alone: pages to read."""
    steps = (
        _("Read slowly; two pages well are better than four in haste."),
        _("After each: where have I seen this? What would I have needed then?"),
    )
    openings = tuple(page(id) for id in made.pages[:MOST_PAGES])
    why = _("These pages speak to what you said, or are where to begin.")
    return Words(_("Read"), steps, why, ("learn", "spot"), openings)


def imagine(made: Making) -> Words:
    """Before anybody sees a move: what would we do?"""
    steps = [
        _("Read the first scene of {title} aloud, and stop before the choices.", title=made.title),
        _("Silently: what would you do? Then: what would nobody expect of you?"),
        _("Collect all of it without judging. The play may not offer it: keep it for the talk afterward."),
    ]
    if made.minutes >= 10:
        steps.append(_("Choose one idea that sounds impossible. What would make it half as hard?"))
    why = _("What you think of yourselves, before you see a list, is what you have when it happens.")
    return Words(
        _("Before you see any choice"), tuple(steps), why, ("imagine",), scenario(made.first, made.shape), _paper(made)
    )


def prepare(made: Making) -> Words:
    """The time before the incident."""
    offers = made.first is not None and made.first.candidate.facts.prepares
    steps = [
        _("Begin {title}. It gives you time before the incident: choose what you get ready.", title=made.title)
        if offers
        else _("Before you begin {title}: what would you have liked to have ready?", title=made.title),
        _("Imagine: what would you get ready that is not on the list? Write it down for your own plan."),
    ]
    if made.minutes > 10:
        steps.append(_("Ask: what costs little before, and much when it is needed?"))
    why = _("What is got ready before decides how much is possible after; it is cheap before and dear later.")
    if "high_risk" in made.intake.groups:
        why = _("You are part of a group at high risk: what is got ready before decides how much is possible after.")
    return Words(_("Two weeks before"), tuple(steps), why, ("imagine",), scenario(made.first, made.shape), _paper(made))


def _paper(made: Making) -> tuple[str, ...]:
    return (_("A large sheet of paper and pens"),) if not made.shape.alone else ()
