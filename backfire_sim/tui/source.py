"""What the app needs from the disk, in one place; each part is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backfire_sim.engine.card import Card
    from backfire_sim.storage.keeper import TakenUp
    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.settings import Settings
    from backfire_sim.storage.shelf import Opened


class Source:
    """Scenarios, plays of before and settings."""

    def __init__(self, *, ephemeral: bool = False, language: str = "") -> None:
        self.ephemeral = ephemeral
        """Whether a new play is kept nowhere."""
        self.language = language
        """The language in which scenarios are opened, where they have it."""

    def settings(self) -> Settings:
        """The settings as they are on the disk."""
        from backfire_sim.storage.settings import load

        return load()[0]

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

    def cards(self) -> list[Card]:
        """The built-in scenarios."""
        from backfire_sim.storage.shelf import cards

        return cards(self.language)

    def open(self, name: str) -> Opened:
        """A scenario by its name or path. NotFoundError, NotPlayableError, StorageError."""
        from backfire_sim.storage.shelf import open_named

        return open_named(name, self.language)

    def begin(self, opened: Opened, seed: int) -> Kept:
        """A new play. StorageError if it cannot be kept."""
        from backfire_sim.storage.keeper import begin

        return begin(opened, seed=seed, ephemeral=self.ephemeral or not self.settings().keep_plays)

    def unfinished(self) -> PlayFound | None:
        """The play to go on with, if there is one. StorageError if the folder cannot be read."""
        from backfire_sim.storage.paths import places

        if self.ephemeral or not places().plays.exists():
            return None
        from backfire_sim.storage.plays import latest_unfinished

        return latest_unfinished()

    def take_up(self, play: PlayFound) -> TakenUp:
        """A play of before, open and locked. StorageError and its kinds if it cannot be."""
        from backfire_sim.storage.keeper import take_up

        return take_up(play.path, self.language)
