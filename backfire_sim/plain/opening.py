"""What plain mode says before a play begins: the card of a scenario, and the list of scenarios."""

from collections.abc import Sequence

from backfire_sim.plain.wording import blocks, item, items, prose
from backfire_sim.storage.shelf import Card
from backfire_sim.views.note import NoteView

CHOICE = "Type 1 to begin, 2 to begin with every scene told in one line only, 3 for another day."


def card(note: NoteView) -> list[str]:
    """What a person reads first: what the scenario is, what it holds that may be heavy, and the choices."""
    history = f" A case file from history: {note.case_file}." if note.case_file else ""
    return blocks(
        item(note.title, ""),
        prose(note.summary),
        prose(
            f"{_where(note.place)}For {note.players or 'any number of'} players, about {note.minutes} minutes, "
            f"difficulty {note.difficulty} of 5.{history}"
        ),
        ["You practice:", *items(note.goals)] if note.goals else [],
        ["It holds:", *items(note.content_notes)] if note.content_notes else [],
        prose(f"What crosses the line: {note.crosses_the_line}") if note.crosses_the_line else [],
        prose(note.choices),
        prose(CHOICE),
    )


def shelf(cards: Sequence[Card]) -> list[str]:
    """The list of scenarios, numbered."""
    if not cards:
        return ["There are no scenarios."]
    return [line for number, card in enumerate(cards, 1) for line in item(_listed(card), f"{number}. ")]


def _listed(card: Card) -> str:
    history = f" Case file, {card.case_file}." if card.case_file else ""
    return (
        f"{card.title} ({card.id}). {card.summary} About {card.minutes} minutes, "
        f"difficulty {card.difficulty} of 5.{history}"
    )


def _where(place: str) -> str:
    return f"{place[:1].upper()}{place[1:]}. " if place else ""
