"""What plain mode says before a play begins: the card of a scenario, and the list of scenarios."""

from backfire_sim.engine.card import Card
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.speech import _


def card(told: Card) -> list[str]:
    """What a person reads first: what the scenario is, and what it holds that may be heavy."""
    return blocks(
        item(told.title, ""),
        prose(told.summary),
        prose(" ".join(_facts(told))),
        prose(_("Attacked: {whom}", whom=told.target)) if told.target else [],
        [_("You practice:"), *items(told.goals)] if told.goals else [],
        [_("It holds:"), *items(told.content_notes)] if told.content_notes else [],
        prose(_("What crosses the line: {what}", what=told.crosses_the_line)) if told.crosses_the_line else [],
        prose(_unfinished(told)) if told.untranslated else [],
    )


def _unfinished(told: Card) -> str:
    from backfire_sim.views.note import untranslated

    return untranslated(told.untranslated)


def _facts(told: Card) -> list[str]:
    """Where, for how many, how long, how hard, and the history behind it."""
    said = [f"{told.place[:1].upper()}{told.place[1:]}."] if told.place else []
    length = {"minutes": told.minutes, "difficulty": told.difficulty}
    if told.players:
        about = _("For {players} players, about {minutes} minutes, difficulty {difficulty} of 5.")
        said.append(about.format(players=told.players, **length))
    else:
        about = _("For any number of players, about {minutes} minutes, difficulty {difficulty} of 5.")
        said.append(about.format(**length))
    if told.case_file:
        said.append(_("A case file from history: {place_and_year}.", place_and_year=told.case_file))
    return said
