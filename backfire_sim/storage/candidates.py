"""The scenarios that a training plan may name: all that can be played here."""

from backfire_sim.engine.card import card_of
from backfire_sim.storage.playable import playable
from backfire_sim.storage.shelf import translations_beside
from backfire_sim.text import one_line
from backfire_sim.training.facts import Candidate, facts_of


def candidates(language: str = "") -> list[Candidate]:
    """Every scenario here. One of one's own is called by the name of its file: a path stands on no paper."""
    found = []
    for each in playable(language):
        card = card_of(each.scenario)
        told_in = (card.written_in or card.language, *translations_beside(each.path))
        facts = facts_of(each.scenario)._replace(languages=tuple(dict.fromkeys(told_in)))
        found.append(Candidate(each.source, one_line(each.path.stem), card, facts))
    return found
