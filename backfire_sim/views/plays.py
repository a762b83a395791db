"""Plays of before as a person reads of them in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound


def title(play: PlayFound) -> str:
    """The scenario's title, or that it is a play, where the file does not say of what."""
    return play.title or _("A play")


def stands(play: PlayFound) -> str:
    """Where a play stands, or what keeps it from being gone on with, in a few words."""
    if play.wrong:
        return _("the file is damaged")
    if play.open_in is not None:
        return _("open in another window")
    if play.over:
        return _("ended: {outcome}", outcome=label(play.outcome)) if play.outcome else _("ended")
    if play.gone_on:
        return _("gone on with as a new play")
    return _("round {number}", number=play.round) if play.round else _("the preparation")


def stands_when(play: PlayFound, when: str) -> str:
    """The same with how long ago that was."""
    return _("{place}, {when}", place=stands(play), when=when)
