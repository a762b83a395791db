"""What plain mode says before a play begins: the card of a scenario, and the list of scenarios."""

from collections.abc import Sequence

from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.storage.shelf import Card

CHOICE = "Type 1 to begin, 2 to begin with every scene told in one line only, 3 for another day."


def card(told: Card) -> list[str]:
    """What a person reads first: what the scenario is, and what it holds that may be heavy."""
    history = f" A case file from history: {told.case_file}." if told.case_file else ""
    return blocks(
        item(told.title, ""),
        prose(told.summary),
        prose(
            f"{_where(told.place)}For {told.players or 'any number of'} players, about {told.minutes} minutes, "
            f"difficulty {told.difficulty} of 5.{history}"
        ),
        ["You practice:", *items(told.goals)] if told.goals else [],
        ["It holds:", *items(told.content_notes)] if told.content_notes else [],
        prose(f"What crosses the line: {told.crosses_the_line}") if told.crosses_the_line else [],
    )


def shelf(cards: Sequence[Card]) -> list[str]:
    """The list of scenarios, numbered."""
    if not cards:
        return ["There are no scenarios."]
    return [line for number, card in enumerate(cards, 1) for line in item(_listed(card), f"{number}. ")]


def _listed(card: Card) -> str:
    history = f" Case file: {card.case_file}." if card.case_file else ""
    return (
        f"{card.title} ({card.id}). {card.summary} About {card.minutes} minutes, "
        f"difficulty {card.difficulty} of 5.{history}"
    )


def _where(place: str) -> str:
    return f"{place[:1].upper()}{place[1:]}. " if place else ""
