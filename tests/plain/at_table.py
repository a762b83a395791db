"""A table and its facilitator in one process: lines typed, and everything heard."""

from collections.abc import Callable, Sequence

from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.plain.facilitate import Facilitator
from backfire_sim.plain.table import TablePlayer
from backfire_sim.plain.table_setup import agree
from backfire_sim.room.commands import Command, Said
from backfire_sim.room.host import TableHost
from backfire_sim.room.terminal import NobodyThereError
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog
from backfire_sim.storage.rows import Header
from backfire_sim.table.setup import Setup
from backfire_sim.views.facilitator import FacilitatorView

Typed = str | Callable[[TableHost], None]
"""A line, or something that happens elsewhere before the next one."""


def joined(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def host_of(scenario: Scenario, **agreed: object) -> TableHost:
    kept = Kept(Session(scenario, 7), MemoryLog(Header(scenario.id, scenario.title, scenario.id, "")))
    return TableHost(kept, Setup(**agreed))  # type: ignore[arg-type]


class Shared:
    """The shared screen: runs to the end of what is typed."""

    def __init__(self, host: TableHost, typed: Sequence[Typed], *, resumed: bool = False) -> None:
        self.host = host
        self.typed = list(typed)
        self.heard: list[list[str]] = [[]]
        """What was heard before the first line, after it, and so on."""
        self.looked_back: list[str] = []
        player = TablePlayer(
            host,
            self.read,
            self.write,
            agree=lambda setup: agree(setup, self.read, self.write),
            debrief=self.looked_back.append,
        )
        player.run(resumed=resumed)

    def read(self) -> str | None:
        while self.typed and callable(self.typed[0]):
            happens = self.typed.pop(0)
            assert callable(happens)
            happens(self.host)
            self.heard.append([])
        self.heard.append([])
        line = self.typed.pop(0) if self.typed else None
        assert line is None or isinstance(line, str)
        return line

    def write(self, lines: Sequence[str]) -> None:
        self.heard[-1] += lines

    @property
    def lines(self) -> list[str]:
        return [line for after in self.heard for line in after]

    @property
    def text(self) -> str:
        """Everything heard, with its line ends as spaces."""
        return joined(self.lines)

    def last(self) -> str:
        """What was heard after the last line typed, without the leave-taking."""
        return joined(self.heard[-2])


class Near:
    """A line to a host in this process, which can break."""

    def __init__(self, host: TableHost) -> None:
        self.host = host
        self.connected = True
        self.there = True
        self.view: FacilitatorView = host.facilitator_view()

    def reconnect(self, within: float) -> None:
        if not self.there:
            raise NobodyThereError
        self.connected, self.view = True, self.host.facilitator_view()

    def do(self, command: Command) -> Said:
        self.wait(0)
        said = self.host.do(command)
        self.view = self.host.facilitator_view()
        return said

    def wait(self, seconds: float) -> bool:
        if not self.there:
            self.connected = False
            raise NobodyThereError
        before, self.view = self.view, self.host.facilitator_view()
        return before != self.view


class Private:
    """The facilitator's terminal: runs to the end of what is typed."""

    def __init__(self, host: TableHost, typed: Sequence[str | Callable[[Near], None]]) -> None:
        self.near = Near(host)
        self.typed = list(typed)
        self.heard: list[list[str]] = [[]]
        Facilitator(self.near, self.read, self.write).run()

    def read(self) -> str | None:
        self.heard.append([])
        if self.typed and callable(self.typed[0]):
            happens = self.typed.pop(0)
            assert callable(happens)
            happens(self.near)
            return ""
        line = self.typed.pop(0) if self.typed else None
        assert line is None or isinstance(line, str)
        return line

    def write(self, lines: Sequence[str]) -> None:
        self.heard[-1] += lines

    @property
    def text(self) -> str:
        """Everything heard."""
        return joined([line for after in self.heard for line in after])

    def last(self) -> str:
        """What was heard after the last line typed, without the leave-taking."""
        return joined(self.heard[-2])
