"""`check --watch`: the report anew at each save, whatever way an editor saves, with what is new and what is gone."""

import os
import pty
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from backfire_sim.authoring.watching import Watched, watch
from tests.program import RAID, START, backfire, begin, surroundings, until

TEXT = Path(RAID).read_text(encoding="utf-8")
SLIP = TEXT.replace("voice: priest", "voice: preist")


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    """A scenario without errors."""
    file = tmp_path / "raid.yaml"
    file.write_text(TEXT)
    return file


class Looking:
    """A watch in another thread, look by look."""

    def __init__(self, *files: Path) -> None:
        self.stop = threading.Event()
        self.looks: list[Watched] = []
        self.seen = threading.Condition()
        self.thread = threading.Thread(target=self._run, args=([str(file) for file in files],), daemon=True)
        self.thread.start()

    def _run(self, files: list[str]) -> None:
        for look in watch(files, self.stop):
            with self.seen:
                self.looks.append(look)
                self.seen.notify_all()

    def look(self, number: int) -> Watched:
        """The look with this number, 0 being the first."""
        with self.seen:
            assert self.seen.wait_for(lambda: len(self.looks) > number, 60), [look.lines for look in self.looks]
            return self.looks[number]

    def end(self) -> None:
        """Stop it."""
        self.stop.set()
        self.thread.join(60)
        assert not self.thread.is_alive()


@pytest.fixture
def looking() -> Iterator[list[Looking]]:
    """Watches that are ended with the test."""
    begun: list[Looking] = []
    yield begun
    for each in begun:
        each.end()


def codes(look: Watched) -> set[str]:
    """The codes of the errors."""
    return {problem.code for problem in look.problems if problem.severity == "error"}


def test_what_is_new_and_what_is_gone_is_said_with_the_time(raid: Path, looking: list[Looking]) -> None:
    watching = Looking(raid)
    looking.append(watching)
    first = watching.look(0)
    assert not first.news
    assert codes(first) == set()
    assert first.lines[-1] == "Watching raid.yaml and what stands beside it. Ctrl+C ends it."
    raid.write_text(SLIP)
    second = watching.look(1)
    assert second.news[0][8:] == "  raid.yaml saved: 1 new."
    assert second.news[1].endswith("raid.yaml:117 BF013: There is no voice `preist`.")
    assert any("did you mean `priest`?" in line for line in second.lines)
    assert second.lines[-4:] == ["", *second.news, "", "Still watching. Ctrl+C ends it."][-4:]
    raid.write_text("\n\n" + SLIP.replace("goto: END", "goto: end"))
    third = watching.look(2)
    assert third.news[0][8:] == "  raid.yaml saved: 1 new."
    assert "No scene has the id `end`" in third.news[1]
    raid.write_text(TEXT)
    assert watching.look(3).news[0][8:] == "  raid.yaml saved: nothing new, 2 gone."


def test_a_file_that_is_put_in_its_place_is_seen(raid: Path, looking: list[Looking]) -> None:
    watching = Looking(raid)
    looking.append(watching)
    watching.look(0)
    for number, text in enumerate((SLIP, TEXT, SLIP), 1):
        scrap = raid.with_name(".raid.yaml.swp")
        scrap.write_text(text)
        os.replace(scrap, raid)
        assert codes(watching.look(number)) == ({"BF013"} if text is SLIP else set())


def test_a_file_that_is_taken_away_and_comes_back_is_seen(raid: Path, looking: list[Looking]) -> None:
    watching = Looking(raid)
    looking.append(watching)
    watching.look(0)
    raid.unlink()
    gone = watching.look(1)
    assert gone.news[0][8:] == "  raid.yaml gone: 1 new."
    assert codes(gone) == {"BF001"}
    raid.write_text(SLIP)
    assert codes(watching.look(2)) == {"BF013"}


def test_a_file_that_is_not_there_yet_is_waited_for(raid: Path, looking: list[Looking]) -> None:
    later = raid.with_name("later.yaml")
    watching = Looking(raid, later)
    looking.append(watching)
    assert codes(watching.look(0)) == {"BF001"}
    later.write_text(TEXT)
    assert codes(watching.look(1)) == set()


def test_golden_plays_are_watched_too_even_before_there_are_any(raid: Path, looking: list[Looking]) -> None:
    watching = Looking(raid)
    looking.append(watching)
    watching.look(0)
    raid.with_name("raid.plays.yaml").write_text("plays:\n  a: {path: [raid.leave], expect: {rounds: 1}}\n")
    second = watching.look(1)
    assert second.news[0][8:] == "  raid.plays.yaml saved: 1 new."
    raid.write_text(SLIP)
    third = watching.look(2)
    assert third.news[0][8:] == "  raid.yaml saved: 1 new.", "what cannot be looked at now is not gone"
    raid.write_text(TEXT)
    assert watching.look(3).news[0][8:] == "  raid.yaml saved: nothing new, 1 gone."


def test_a_save_that_changes_nothing_says_nothing(raid: Path, looking: list[Looking]) -> None:
    watching = Looking(raid)
    looking.append(watching)
    watching.look(0)
    raid.write_text(TEXT)
    os.utime(raid, (1, 1))
    raid.write_text(SLIP)
    assert watching.look(1).news[0][8:] == "  raid.yaml saved: 1 new."


# -- As a command -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "code"), [(SLIP, 1), ("", 1)])
def test_ctrl_c_ends_it_with_what_was_last(text: str, code: int, raid: Path, tmp_path: Path) -> None:
    process = begin(tmp_path, "check", str(raid), "--watch")
    until(process, "Watching raid.yaml")
    raid.write_text(text)
    heard = until(process, "Still watching")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in err
    assert "\x1b" not in "".join(heard) + out


def test_ctrl_c_with_nothing_wrong_ends_it_with_0(tmp_path: Path) -> None:
    file = tmp_path / "plays.plays.yaml"
    file.write_text("plays:\n  a: {path: [raid.wait], expect: {rounds: 1}}\n")
    process = begin(tmp_path, "check", str(file), "--watch")
    until(process, "Watching plays.plays.yaml.")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_terminal_is_cleared_before_each_report_but_the_first(raid: Path, tmp_path: Path) -> None:
    terminal, screen = pty.openpty()
    process = subprocess.Popen(
        [*START, "check", str(raid), "--watch"], stdout=screen, stderr=screen, env=surroundings(tmp_path)
    )
    os.close(screen)
    seen = b""
    while b"Ctrl+C" not in seen:
        seen += os.read(terminal, 10_000)
    assert b"\x1b[" not in seen
    raid.write_text(SLIP)
    while b"Still watching" not in seen:
        seen += os.read(terminal, 10_000)
    assert seen.count(b"\x1b[H\x1b[2J") == 1
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 1
    os.close(terminal)


def test_it_speaks_to_people_only(raid: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "check", str(raid), "--watch", "--format", "json")
    assert done.returncode == 2
    assert "leave --watch out" in done.stderr
