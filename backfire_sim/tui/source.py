"""What the app needs from the disk, in one place; each part is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from backfire_sim.engine.card import Card, Shelved
    from backfire_sim.engine.drills import Placed
    from backfire_sim.engine.events import Event
    from backfire_sim.practice.progress import Playable
    from backfire_sim.practice.reviews import Review
    from backfire_sim.storage.damage import Salvaged
    from backfire_sim.storage.keeper import TakenUp
    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.looking_back import LookedBack
    from backfire_sim.storage.own import Listing
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.reviews import ReviewLog
    from backfire_sim.storage.settings import Settings
    from backfire_sim.storage.shelf import Opened
    from backfire_sim.training.facts import Candidate
    from backfire_sim.views.played_where import Index

MOST_LEFT, WITHIN = 3, 24
"""Plays to go on with that the first screen shows; files of plays that it looks at for them."""


class Source:
    """Scenarios, plays of before and settings."""

    def __init__(self, *, ephemeral: bool = False, language: str = "") -> None:
        self.ephemeral = ephemeral
        """Whether a new play is kept nowhere."""
        self.language = language
        """The language in which scenarios are opened, where they have it."""
        self.played: Index | None = None
        """Where everything is played, once that has been looked for."""

    def settings(self) -> Settings:
        """The settings as they are on the disk."""
        from backfire_sim.storage.settings import load

        return load()[0]

    def passed_over(self) -> tuple[str, ...]:
        """A sentence for every line of the settings file that makes no sense."""
        from backfire_sim.storage.settings import load

        return load()[1]

    def settings_file(self) -> str:
        """Where the settings are kept."""
        from backfire_sim.storage.paths import places

        return str(places().settings)

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings; nothing happens where nothing may be kept. StorageError if the disk refuses."""
        from backfire_sim.storage.settings import save

        if not self.ephemeral:
            save(settings)

    def languages(self) -> dict[str, str]:
        """The languages that the program speaks, each with its own name for itself."""
        from backfire_sim.storage.language import spoken

        return spoken()

    @property
    def spoken(self) -> str:
        """The language that the program speaks: that of the scenarios, if it knows that one."""
        from backfire_sim.storage.language import spoken_for

        return spoken_for(self.language)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        from backfire_sim.storage.language import speak

        self.language = speak(language).language
        self.played = None

    def cards(self) -> list[Card]:
        """The built-in scenarios."""
        from backfire_sim.storage.shelf import cards

        return cards(self.language)

    def built_in(self) -> int:
        """How many built-in scenarios there are."""
        from backfire_sim.storage.shelf import built_ins

        return len(built_ins())

    def own_folders(self) -> list[Listing]:
        """The folders of one's own scenarios, with the files in them."""
        from backfire_sim.storage.own import listings

        return listings(self.settings())

    def shelved(self, listings: list[Listing]) -> Iterator[Shelved]:
        """Every scenario, one after the other: the built-in ones, then those of one's own; also what is broken."""
        from backfire_sim.storage.shelf import library

        return library(self.language, listings)

    def candidates(self) -> list[Candidate]:
        """Every scenario that a training plan may name; each is opened for it."""
        from backfire_sim.storage.candidates import candidates

        return candidates(self.language)

    def played_where(self) -> Index:
        """In which scenes each tactic, method and technique is played; every scenario is opened for it."""
        from backfire_sim.storage.playable import playable
        from backfire_sim.views.played_where import played_where

        self.played = played_where((opened.source, opened.scenario) for opened in playable(self.language))
        return self.played

    def open(self, name: str) -> Opened:
        """A scenario by its name or path. NotFoundError, NotPlayableError, StorageError."""
        from backfire_sim.storage.shelf import open_named

        return open_named(name, self.language)

    def begin(self, opened: Opened, seed: int) -> Kept:
        """A new play. StorageError if it cannot be kept."""
        from backfire_sim.storage.keeper import begin

        return begin(opened, seed=seed, ephemeral=self.ephemeral or not self.settings().keep_plays)

    def left(self) -> list[PlayFound]:
        """The plays to go on with that were changed last, few and found fast. StorageError if they cannot be read."""
        from backfire_sim.storage.paths import places

        if self.ephemeral or not places().plays.exists():
            return []
        from backfire_sim.storage.plays import latest_left

        return latest_left(MOST_LEFT, WITHIN)

    def unfinished(self) -> PlayFound | None:
        """The play to go on with, if there is one. StorageError if the folder cannot be read."""
        return next((play for play in self.left() if play.can_go_on), None)

    def plays(self) -> list[Path]:
        """The files of all plays, the last changed first. StorageError if they cannot be read."""
        from backfire_sim.storage.paths import places

        if self.ephemeral or not places().plays.exists():
            return []
        from backfire_sim.storage.plays import files

        return files()

    def looked_at(self, files: list[Path]) -> Iterator[PlayFound]:
        """The plays in these files, one after the other."""
        from backfire_sim.storage.plays import looked_at

        return looked_at(files)

    def remove(self, play: PlayFound) -> None:
        """Remove a play. StorageError and its kinds if it cannot be."""
        from backfire_sim.storage.plays import remove

        remove(play.path)

    def salvage(self, play: PlayFound) -> Salvaged:
        """Save what can be read of a damaged play. StorageError if nothing can."""
        from backfire_sim.storage.damage import salvage

        return salvage(play.path)

    def take_up(self, play: PlayFound) -> TakenUp:
        """A play of before, open and locked. StorageError and its kinds if it cannot be."""
        from backfire_sim.storage.keeper import take_up

        return take_up(play.path, self.language)

    def look_back(self, path: Path) -> LookedBack:
        """A play of before, only read: nothing of it is locked or changed. StorageError if it cannot be."""
        from backfire_sim.storage.looking_back import look_back

        return look_back(path, self.language)

    def branch(self, kept: Kept, events: Sequence[Event]) -> Kept:
        """A new play that parts from this one as these events do. StorageError if it cannot be kept."""
        from backfire_sim.storage.keeper import branch

        return branch(kept, events)

    # -- Practice ----------------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """What time it is, in UTC."""
        from backfire_sim.storage.alone import now

        return now()

    def zone(self) -> tzinfo:
        """The zone in which a person's day begins."""
        from backfire_sim.storage.alone import zone

        return zone()

    def deck(self) -> list[Placed]:
        """Every decision that can be practiced here."""
        from backfire_sim.storage.deck import deck

        return deck(self.language)

    @property
    def keeps_practice(self) -> bool:
        """Whether what is practiced is kept."""
        return not self.ephemeral and self.settings().keep_plays

    def reviews(self) -> list[Review]:
        """What was practiced before. DamagedPlayError, PracticeInUseError or StorageError if it cannot be read."""
        from backfire_sim.storage.reviews import read_reviews

        return [] if self.ephemeral else read_reviews()

    def review_log(self, *, kept: bool = True) -> ReviewLog:
        """Where answers are kept, open and locked. PracticeInUseError, DamagedPlayError, StorageError.

        `kept`: where it is False, or nothing is to be kept anyway, an empty one that is gone with the program.
        """
        from backfire_sim.storage.reviews import open_reviews

        return open_reviews(ephemeral=not (kept and self.keeps_practice))

    def salvage_reviews(self) -> int:
        """Save what can be read of damaged practice; how many answers that were. StorageError if nothing can be."""
        from backfire_sim.storage.reviews import salvage_reviews

        return salvage_reviews()

    def playables(self) -> list[Playable]:
        """Every scenario that can be played, and whether it was. StorageError if plays cannot be read."""
        from backfire_sim.storage.alone import playables

        return playables(self.language, plays=not self.ephemeral)
