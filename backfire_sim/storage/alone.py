"""What practice for one needs of this computer besides its log: the time, where a day begins, and what was played."""

from datetime import UTC, datetime, timedelta, tzinfo

from backfire_sim.practice.progress import Playable
from backfire_sim.storage.playable import playable
from backfire_sim.storage.plays import found


class _Here(tzinfo):
    """The zone that this computer is set to, right on both sides of every change of its clocks."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        return when.replace(tzinfo=None).astimezone().utcoffset() if when is not None else None

    def dst(self, when: datetime | None) -> timedelta | None:
        return None

    def tzname(self, when: datetime | None) -> str | None:
        return when.replace(tzinfo=None).astimezone().tzname() if when is not None else None

    def fromutc(self, when: datetime) -> datetime:
        # Without a zone it says which of two hours of one name it means; with a fixed offset it does not.
        return datetime.fromtimestamp(when.replace(tzinfo=UTC).timestamp()).replace(tzinfo=self)


def now() -> datetime:
    """What time it is, in UTC."""
    return datetime.now(UTC)


def zone() -> tzinfo:
    """The zone in which a person's day begins."""
    return _Here()


def playables(language: str = "", *, plays: bool = True) -> list[Playable]:
    """Every scenario that can be played here, and whether it was. `plays`: whether plays that are kept may be read.

    StorageError if they cannot be.
    """
    played = {each.header.scenario for each in found() if each.header} if plays else set()
    return [Playable(opened.source, opened.scenario, opened.scenario.id in played) for opened in playable(language)]
