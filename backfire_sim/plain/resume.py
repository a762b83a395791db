"""Which play to go on with, and what to do where it is not as it was."""

from typing import TYPE_CHECKING

from backfire_sim.plain.commands import typed
from backfire_sim.plain.console import agreed, confirmed
from backfire_sim.plain.lines import say
from backfire_sim.plain.shape import items, prose
from backfire_sim.speech import _
from backfire_sim.storage.errors import DamagedPlayError, StorageError
from backfire_sim.storage.plays import PlayFound, found

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.storage.keeper import TakenUp


def choose(wanted: str | None = None, language: str = "") -> "TakenUp | None":
    """The play that was changed last and is not over, or the one whose id begins with `wanted`; None if none is.

    Asks before it goes on with a damaged play or one whose scenario has changed. StorageError if it cannot be opened.
    """
    plays = list(found())
    if wanted is not None:
        plays = [play for play in plays if play.path.stem.startswith(wanted)]
        if len(plays) != 1:
            said = _('Several plays have the id "{id}".') if plays else _('No play has the id "{id}".')
            raise StorageError(f"{said.format(id=wanted)} {_ids()}")
    else:
        plays = [play for play in plays if play.left]
    if not plays:
        say(prose(_("There is no play to go on with. backfire list says what can be played.")))
        return None
    play, others = plays[0], plays[1:]
    if others:
        say([_("Other plays that can be gone on with:"), *items(_line(other) for other in others[:20]), ""])
    return _taken(play, language)


def _taken(play: PlayFound, language: str) -> "TakenUp | None":
    from backfire_sim.storage.keeper import take_up

    path: Path | None = play.path
    if play.wrong:
        path = _salvaged(play.path, play.wrong, play.events)
    if path is None:
        return None
    try:
        taken = take_up(path, language)
    except DamagedPlayError as error:
        path = _salvaged(path, error.wrong, play.events)
        if path is None:
            return None
        taken = take_up(path, language)
    say([_("{scenario}, play {id}.", scenario=taken.log.header.title, id=taken.log.id), ""])
    if agreed(taken):
        return taken
    taken.close()
    return None


def _salvaged(path: "Path", wrong: tuple[str, ...], events: int) -> "Path | None":
    """The play file made of what can be read of a damaged one, if the person wants it."""
    from backfire_sim.storage.damage import salvage

    said = [*prose(_("This play's file is damaged:")), *items(wrong)]
    if not events:
        say([*said, *prose(_("Nothing of it can be gone on with. It stays where it is: {path}", path=path))])
        return None
    question = _(
        "Type {yes} to go on from event {number}. The damaged file is put aside, nothing of it is deleted.",
        yes=typed("yes"),
        number=events,
    )
    if not confirmed([*said, "", *prose(question)]):
        return None
    return salvage(path).path


def _line(play: PlayFound) -> str:
    title, name = play.title or _("A play"), play.path.stem
    if play.wrong:
        return _("{scenario}, damaged: backfire resume {id}", scenario=title, id=name)
    if play.open_in is not None:
        said = _("{scenario}, round {round}, open in another window: backfire resume {id}")
    else:
        said = _("{scenario}, round {round}: backfire resume {id}")
    return said.format(scenario=title, round=play.round, id=name)


def _ids() -> str:
    ids = [play.path.stem for play in found()]
    return _("There are: {ids}.", ids=", ".join(ids[:20])) if ids else _("No play is kept here.")
