"""Which pages to learn from speak to what somebody said, each with the reason."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from backfire_sim.scoring.vocabulary import ANSWER_TO, RESPONSES, gloss, label
from backfire_sim.speech import _
from backfire_sim.training.blocks.block import MODEL, Opening, page
from backfire_sim.training.intake import Intake
from backfire_sim.training.worries import WORRIES

MOST_PAGES = {20: 3, 90: 6, 180: 9}
"""Pages that a plan names, by its minutes."""


class Advice(NamedTuple):
    """A page to learn from, and why."""

    opening: Opening
    reason: str


def advised(intake: Intake, minutes: int) -> tuple[Advice, ...]:
    """The pages, the first to read at the front; each page once, with the first reason there is for it."""
    found: dict[str, str] = {MODEL: _("Everything else hangs on this picture.")}
    for id, reason in _in_turn([*_for_worries(intake), *_for_the_rest(intake)]):
        found.setdefault(id, reason)
    for response in RESPONSES:
        found.setdefault(response, _("One of the five R’s: {gloss}.", gloss=gloss(response)))
    return tuple(Advice(page(id), reason) for id, reason in list(found.items())[: MOST_PAGES[minutes]])


Wish = list[tuple[str, str]]
"""Pages for one thing that was said, each with its reason."""


def _in_turn(wishes: list[Wish]) -> Iterator[tuple[str, str]]:
    """The first page of each wish, then the second of each, so that nothing that was said goes without."""
    for row in zip_longest(*wishes):
        yield from (each for each in row if each is not None)


def _for_worries(intake: Intake) -> Iterator[Wish]:
    for worry in intake.worries:
        about = WORRIES[worry]
        inside = _(about.inside)
        wish = [(tactic, _("You worry about {worry}: this helps.", worry=inside)) for tactic in about.tactics]
        theirs = [
            (method, _("You worry about {worry}: this is the method behind it.", worry=inside))
            for method in about.methods
        ]
        ours = [
            (ANSWER_TO[method], _("It answers {method}.", method=label(method).lower())) for method in about.methods
        ]
        wrong = [(about.mistake, _("You worry about {worry}: this is easily done wrong.", worry=inside))]
        # What they do first: it says what the tactic is for.
        yield [*theirs[:1], *wish[:1], *(wrong if about.mistake else []), *ours[:1], *theirs[1:], *wish[1:]]


def _for_the_rest(intake: Intake) -> Iterator[Wish]:
    for response in intake.responses:
        yield [(response, _("You want to work on {response}.", response=label(response)))]
    if "high_risk" in intake.groups:
        reason = _("You are part of a group at high risk: prepare it beforehand.")
        yield [(tactic, reason) for tactic in ("announce_prepared", "plan_documentation", "code_of_conduct")]
    if "experienced" in intake.groups:
        reason = _("You have experienced a threat or intimidation: this is what can be done with one.")
        yield [(tactic, reason) for tactic in ("document_threats", "backfire_threats")]
    if "identify" in intake.wants:
        reason = _("You want to spot what perpetrators do.")
        yield [(method, reason) for method in ("cover_up", "reinterpretation", "devaluation")]
