"""Practice for one on standard input and output: what there is, a sitting, what came of it, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.engine.drills import drills_of
from backfire_sim.plain import practice_ends as wording
from backfire_sim.plain.commands import typed
from backfire_sim.plain.console import INTERRUPTED, confirmed
from backfire_sim.plain.lines import hear, say
from backfire_sim.plain.practice import Practice
from backfire_sim.plain.shape import items, prose
from backfire_sim.practice.cards import Card, cards_of
from backfire_sim.practice.progress import Progress, progress
from backfire_sim.practice.sitting import ahead, every, plan
from backfire_sim.speech import _, plural
from backfire_sim.storage.alone import now, playables, zone
from backfire_sim.storage.deck import deck
from backfire_sim.storage.errors import DamagedPlayError, StorageError
from backfire_sim.storage.reviews import open_reviews, read_reviews, salvage_reviews
from backfire_sim.storage.settings import load
from backfire_sim.storage.shelf import open_named
from backfire_sim.views.practice_progress import progress_view
from backfire_sim.views.practice_sitting import closing, opening

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backfire_sim.practice.reviews import Review
    from backfire_sim.storage.reviews import ReviewLog


def practice(language: str = "", *, anyway: bool = False) -> int:
    """One sitting: what there is, card after card, what came of it. The exit code; StorageError as `open_reviews`."""
    settings, passed_over = load()
    say([line for text in passed_over for line in prose(text)])
    log = _opened(ephemeral=not settings.keep_plays)
    if log is None:
        return 1
    with log:
        cards, here = cards_of(deck(language)), zone()
        sitting = plan(cards, log.reviews, now(), here, anyway=anyway)
        begins = sitting.current is not None
        there = opening(ahead(cards, log.reviews, now(), here), now(), here)
        say(wording.began(there, kept=log.path is not None, begins=begins))
        if not begins:
            return 0
        practicing = Practice(hear, say, log, now, here)
        stopped = False
        try:
            practicing.run(sitting)
        except KeyboardInterrupt:
            stopped = True
        found = _progress(cards, log.reviews, language)
        say(["", *wording.ended(closing(practicing.sitting, log.reviews, found.suggestion, now(), here))])
    return INTERRUPTED if stopped else 0


def tried(name: str, language: str = "") -> int:
    """Every decision of one scenario, as its author tries them: none is kept. The exit code; errors as `open_named`."""
    opened = open_named(name, language)
    drills = list(drills_of(opened.scenario))
    if not drills:
        say(
            prose(
                _(
                    "{title} holds no decisions to practice. They stand under drill, in a scene.",
                    title=opened.scenario.title,
                )
            )
        )
        return 1
    all_of_it = plural(
        "{count} decision of {title}, in its order. Nothing of this is kept.",
        "All {count} decisions of {title}, in their order. Nothing of this is kept.",
        len(drills),
        title=opened.scenario.title,
    )
    say(prose(all_of_it))
    with open_reviews(ephemeral=True) as log:
        try:
            Practice(hear, say, log, now, zone()).run(every(drills, now()), timed=False)
        except KeyboardInterrupt:
            return INTERRUPTED
    return 0


def stats(language: str = "") -> int:
    """How it stands. The exit code; StorageError as `read_reviews`."""
    try:
        reviews = read_reviews()
    except DamagedPlayError as error:
        say([*prose(str(error)), *prose(_("To save what can be read: backfire practice --plain"))])
        return 1
    found = _progress(cards_of(deck(language)), reviews, language)
    say(wording.standing(progress_view(found, now(), zone())))
    return 0


def _progress(cards: Mapping[str, Card], reviews: Sequence[Review], language: str) -> Progress:
    try:
        offered = playables(language)
    except StorageError:
        # That plays cannot be read is said where somebody asks for those.
        offered = playables(language, plays=False)
    return progress(cards, reviews, now(), zone(), offered)


def _opened(*, ephemeral: bool) -> ReviewLog | None:
    """Where answers are kept; None where it is damaged and the person wants to leave it so."""
    try:
        return open_reviews(ephemeral=ephemeral)
    except DamagedPlayError as error:
        question = _(
            "Type {yes} to save what can be read and go on with it. The damaged file is put aside, nothing of it is "
            "deleted.",
            yes=typed("yes"),
        )
        if not confirmed([*items(error.wrong), "", *prose(question)]):
            say(prose(_("Nothing was changed. To begin anew, without what was answered: backfire wipe --practice")))
            return None
    saved = salvage_reviews()
    say([plural("{count} answer was saved.", "{count} answers were saved.", saved), ""])
    return open_reviews(ephemeral=ephemeral)
