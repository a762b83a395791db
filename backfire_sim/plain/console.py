"""Plain mode on standard input and output: from the card of a scenario to the last line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.lines import hear, say
from backfire_sim.plain.shape import item, items, prose
from backfire_sim.speech import _, later
from backfire_sim.views.level import SOFTENED, VEILED, heavier

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.engine.session import Session
    from backfire_sim.storage.keeper import TakenUp
    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.settings import Settings
    from backfire_sim.storage.shelf import Opened
    from backfire_sim.views.library import Offer
    from backfire_sim.views.note import Way

INTERRUPTED = 130
"""Exit code of a process that was stopped by Ctrl-C."""

NOT_NOW = later("Nothing was begun. Another day, or another scenario: backfire list says which there are.")


def play(path: "Path", *, seed: int | None, ephemeral: bool, language: str = "") -> int:
    """Show the card of a scenario file, ask, and play. The exit code; StorageError and its kinds as `shelf`."""
    chosen = opened(path, language)
    if chosen is None:
        return 0
    kept = begun(chosen, seed=seed, ephemeral=ephemeral)
    return converse(kept, level=chosen.level)


class Chosen(NamedTuple):
    """A scenario that somebody wants to begin."""

    opened: "Opened"
    level: str
    """How much of what is heavy is told, one of `views.level.LEVELS`."""
    settings: "Settings"
    passed_over: tuple[str, ...]
    """Lines of the settings that make no sense."""


def opened(path: "Path", language: str = "") -> Chosen | None:
    """Show the card of a scenario file and ask; None for not today. StorageError and its kinds as `shelf`."""
    from backfire_sim.plain.opening import card
    from backfire_sim.storage.shelf import card as card_at

    say(card(card_at(path, language)))
    # The rest is loaded while the card is being read.
    from backfire_sim.storage.shelf import open_path
    from backfire_sim.views.note import ANOTHER, AS_SET, CHOICES, NOT_TODAY, ways_on

    found = open_path(path, language)
    say(["", *prose(found.notice)] if found.notice else [])
    ways = ways_on(found.scenario.about.begins)
    offered = [each for number, way in enumerate(ways, 1) for each in item(way.words, f"{number}. ")]
    say(["", *prose(_(CHOICES)), "", *offered])
    leads_to = way_on(ways)
    if leads_to == ANOTHER:
        other = another(language)
        return None if other is None else opened(other, language)
    if leads_to == NOT_TODAY:
        say(["", *prose(_(NOT_NOW))])
        return None
    from backfire_sim.storage.settings import load

    settings, passed_over = load()
    return Chosen(found, settings.intensity if leads_to == AS_SET else leads_to, settings, passed_over)


def another(language: str = "") -> "Path | None":
    """The file of a scenario that is chosen from the list; None if the person leaves."""
    from backfire_sim.plain.library import library_lines, looked_through
    from backfire_sim.views.library import Filters

    found = looked_through(Filters(), language)
    say(["", *library_lines(found, Filters())])
    return choose(found.shown)


def begun(chosen: Chosen, *, seed: int | None, ephemeral: bool) -> "Kept":
    """Begin the play, and say whether it is kept. StorageError if it cannot be."""
    from backfire_sim.storage.keeper import begin

    kept = begin(chosen.opened, seed=seed, ephemeral=ephemeral or not chosen.settings.keep_plays)
    where = _("This play is kept nowhere.") if kept.log.path is None else _("Every choice is kept as you make it.")
    how = _("Type {help} at any time.", help=typed("help"))
    say(["", *(line for text in chosen.passed_over for line in prose(text)), *prose(f"{where} {how}"), ""])
    return kept


def choose(offers: "Sequence[Offer]") -> "Path | None":
    """The file of the scenario whose number is typed; None if the person leaves."""
    from backfire_sim.plain.library import path_of

    while True:
        say(["", _("Type a number to play, or press Enter to leave.")])
        line = hear()
        answer = (line or "").strip()
        if not answer or means(answer, "quit"):
            return None
        if answer.isascii() and answer.isdecimal() and 0 < int(answer[:6]) <= len(offers):
            return path_of(offers[int(answer[:6]) - 1])
        say([_("Type a number from 1 to {last}.", last=len(offers))])


def way_on(ways: "Sequence[Way]") -> str:
    """Where the answer to the card leads; the end of the input is not today."""
    from backfire_sim.views.note import NOT_TODAY

    while True:
        line = hear()
        answer = None if line is None else line.strip().rstrip(".")
        if answer is None or means(answer, "no", "quit", "end"):
            return NOT_TODAY
        if answer.isascii() and answer.isdecimal() and 0 < int(answer[:3]) <= len(ways):
            return ways[int(answer[:3]) - 1].leads_to
        if means(answer, "begin", "yes"):
            return ways[0].leads_to
        if means(answer, "soften"):
            return SOFTENED
        if means(answer, "veil"):
            return VEILED
        say([_("Type a number from 1 to {last}.", last=len(ways))])


def level_of(session: "Session") -> str:
    """How much of a play that was kept is told: no more than the settings say, and than its scenario begins with."""
    from backfire_sim.storage.settings import load

    return heavier(load()[0].intensity, session.scenario.about.begins)


def converse(kept: "Kept", *, level: str, resumed: bool = False) -> int:
    """Play until the person leaves, by a word, the end of the input, or Ctrl-C. The exit code."""
    from backfire_sim.plain.player import Player

    with kept:
        player = Player(kept, hear, say, level=level)
        try:
            player.run(resumed=resumed)
        except KeyboardInterrupt:
            say(["", player.farewell()])
            return INTERRUPTED
    return 0


def confirmed(question: Sequence[str]) -> bool:
    """Ask a question; whether the answer was yes. The end of the input is a no."""
    say(question)
    answer = hear()
    return answer is not None and means(answer, "yes")


def agreed(taken: "TakenUp") -> bool:
    """Tell what became of a play whose scenario has changed since, and ask whether to go on from there."""
    from backfire_sim.storage.replay import Difference, Differs, Same, Stops
    from backfire_sim.views.words import log_name

    def where(first: Difference) -> list[str]:
        rules = taken.verdict.session.rules
        changes = [
            _(
                "{name}: was {was}, is now {now}.",
                name=log_name(rules, c.name),
                was=c.was or _("nothing"),
                now=c.now or _("nothing"),
            )
            for c in first.changes[:8]
        ]
        said = _("It first comes out otherwise after event {number} of the play:", number=first.number)
        return [*prose(said), *items(changes)]

    match taken.verdict:
        case Same(changed_file=True):
            said = _("The scenario's file has changed since, but nothing of your play comes out otherwise.")
            say([*prose(said), ""])
            return True
        case Differs(first=first):
            told = prose(_("The scenario has changed since. All your decisions still stand."))
            told += where(first)
        case Stops(number=number, why=why, first=first):
            said = _("The scenario has changed since. Event {number} of your play cannot happen any more: {why}")
            told = prose(said.format(number=number, why=why))
            told += where(first) if first else []
            still = _("Events 1 to {last} still stand.", last=number - 1) if number > 1 else ""
            told += prose(still or _("None of your events stands."))
        case _:
            return True
    question = _("Type {yes} to go on from there, as a new play. The play of before stays as it is.", yes=typed("yes"))
    return confirmed([*told, "", *prose(question)])
