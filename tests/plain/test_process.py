"""A play as lines in a process of its own: what is kept, and what happens when it is killed."""

import os
import signal
from pathlib import Path

import pytest

from tests.program import RAID, backfire, begin, tell, until


def _plays(home: Path) -> list[Path]:
    return sorted((home / "plays").glob("*.play"))


def test_a_tutorial_is_played_to_its_end_through_a_pipe(tmp_path: Path) -> None:
    typed = "1\nfamilies watchers\n" + "ask 2\n2\nyes\n" * 12
    done = backfire(tmp_path, "play", "the-count", "--plain", "--seed", "1", typed=typed)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Outcome:" in done.stdout
    assert done.stdout == backfire(tmp_path / "b", "play", "the-count", "--plain", "--seed", "1", typed=typed).stdout \
        .replace(_plays(tmp_path / "b")[0].stem, _plays(tmp_path)[0].stem)  # fmt: skip


def test_nothing_is_kept_before_the_card_is_answered(tmp_path: Path) -> None:
    for typed in ("", "5\n", "what?\n"):
        done = backfire(tmp_path, "play", RAID, "--plain", typed=typed)
        assert done.returncode == 0
        assert "Nothing was begun." in done.stdout
    assert not _plays(tmp_path)


@pytest.mark.parametrize(("answer", "told"), [("1", False), ("begin", False), ("2", True), ("3", True)])
def test_a_scenario_that_begins_veiled_does_so_in_lines_and_again_when_it_goes_on(
    answer: str, told: bool, tmp_path: Path
) -> None:
    heavy = tmp_path / "heavy.yaml"
    heavy.write_text(Path(RAID).read_text().replace("  players: 3-8\n", "  players: 3-8\n  begins: veiled\n"))
    first = backfire(tmp_path, "play", str(heavy), "--plain", typed=f"{answer}\nnone\nquit\n").stdout
    assert "1. Begin veiled, as it is meant" in first
    assert ("Six masked men push in" in first) == told
    on = backfire(tmp_path, "resume", "--plain", typed="quit\n").stdout
    assert "You go on from your last choice." in on
    assert "Six masked men push in" not in on
    lifted = backfire(tmp_path, "resume", "--plain", typed="unveil\nagain\nquit\n").stdout
    assert "Six masked men push in" in lifted


def test_looking_back_tells_no_more_than_the_scenario_begins_with(tmp_path: Path) -> None:
    heavy = tmp_path / "heavy.yaml"
    heavy.write_text(Path(RAID).read_text().replace("  players: 3-8\n", "  players: 3-8\n  begins: veiled\n"))
    told = []
    for number, scenario in enumerate((RAID, str(heavy))):
        home = tmp_path / str(number)
        backfire(home, "play", scenario, "--plain", typed="1\ncameras\npublish\nportraits\n")
        page = home / "back.md"
        assert backfire(home, "debrief", "-o", str(page)).returncode == 0
        told.append("Three stations run it" in page.read_text())
    assert told == [True, False]


def test_settings_that_veil_hold_for_a_play_that_goes_on(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\nnone\nquit\n")
    backfire(tmp_path, "settings", "intensity", "veiled")
    assert "Six masked men push in" not in backfire(tmp_path, "resume", "--plain", typed="again\nquit\n").stdout


def test_quitting_and_going_on_meet_at_the_last_choice(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\ncameras code\npublish\nquit\n")
    resumed = backfire(tmp_path, "resume", "--plain", typed="portraits\n")
    assert "You go on from your last choice." in resumed.stdout
    assert "Round 2." in resumed.stdout
    assert "The end:" in resumed.stdout
    done = backfire(tmp_path, "resume", "--plain")
    assert (done.returncode, "There is no play to go on with." in done.stdout) == (1, True)
    opened = backfire(tmp_path, "resume", _plays(tmp_path)[0].stem[:5], "--plain")
    assert "The end:" in opened.stdout


def test_an_inject_is_kept_like_a_choice(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\nnone\ninject leak\nquit\n")
    resumed = backfire(tmp_path, "resume", "--plain", typed="injects\ngroup\n").stdout
    assert "A guard talks. Thrown already." in resumed
    assert "Evidence: 1 of 5" in resumed


@pytest.mark.parametrize("choices", [1, 2, 3])
def test_a_kill_after_any_choice_loses_nothing_that_was_confirmed(choices: int, tmp_path: Path) -> None:
    process = begin(tmp_path, "play", RAID, "--plain")
    for typed, confirmed in [("1", "Which ones"), ("cameras", "You chose: Train"), ("witnesses", "You chose: Collect")][
        :choices
    ]:
        tell(process, typed)
        until(process, confirmed)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    resumed = backfire(tmp_path, "resume", "--plain", typed="log\n").stdout
    assert ("Which ones" in resumed) == (choices == 1)
    assert ("Round 1." in resumed) == (choices == 2)
    assert ("Round 2." in resumed and "Collect signed statements" in resumed) == (choices == 3)


def test_a_second_window_is_refused_with_the_reason(tmp_path: Path) -> None:
    process = begin(tmp_path, "play", RAID, "--plain")
    tell(process, "1")
    until(process, "Which ones")
    second = backfire(tmp_path, "resume", "--plain")
    assert second.returncode == 1
    assert f"This play is open in another window (process {process.pid})" in second.stderr
    process.communicate("cameras\n", timeout=30)
    assert "Round 1." in backfire(tmp_path, "resume", "--plain").stdout


def test_a_damaged_play_is_noticed_and_its_readable_part_offered(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\ncameras\nwitnesses\n")
    play = _plays(tmp_path)[0]
    content = play.read_bytes()
    place = content.rindex(b'"move":"witnesses"')
    play.write_bytes(content[:place] + b'"move":"WWWWWWWWW"' + content[place + 18 :])
    refused = backfire(tmp_path, "resume", "--plain", typed="no\n")
    assert refused.returncode == 1
    assert "This play's file is damaged:" in refused.stdout
    assert play.exists()
    resumed = backfire(tmp_path, "resume", "--plain", typed="yes\n")
    assert "Round 1." in resumed.stdout
    assert "Round 2." not in resumed.stdout


def test_a_file_that_is_no_play_any_more_is_said_to_be_so(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\ncameras\n")
    _plays(tmp_path)[0].write_bytes(b"nothing")
    done = backfire(tmp_path, "resume", "--plain", typed="yes\n")
    assert done.returncode == 1
    assert "damaged" in done.stdout
    assert done.stderr == ""


def _changed(tmp_path: Path, before: str, after: str) -> Path:
    """A play of a scenario whose file is changed afterwards."""
    file = tmp_path / "raid.yaml"
    text = Path(RAID).read_text()
    assert before in text
    file.write_text(text)
    backfire(tmp_path, "play", str(file), "--plain", typed="1\ncameras\npublish\n")
    file.write_text(text.replace(before, after))
    return file


def test_new_texts_in_the_scenario_change_nothing_for_a_play(tmp_path: Path) -> None:
    _changed(tmp_path, "Three stations run it by evening.", "Four stations run it by evening.")
    resumed = backfire(tmp_path, "resume", "--plain").stdout
    assert "nothing of your play comes out otherwise" in " ".join(resumed.split())
    assert "Round 2." in resumed
    assert len(_plays(tmp_path)) == 1


def test_new_numbers_in_the_scenario_are_told_before_a_play_goes_on(tmp_path: Path) -> None:
    _changed(tmp_path, "effects: {visibility: +3, evidence: +2}", "effects: {visibility: +1, evidence: +2}")
    refused = backfire(tmp_path, "resume", "--plain", typed="no\n")
    assert refused.returncode == 1
    assert "first comes out otherwise after event 3" in " ".join(refused.stdout.split())
    assert "Visibility (Neighbours): was " in refused.stdout
    assert "Round 2." in backfire(tmp_path, "resume", "--plain", typed="yes\n").stdout
    assert len(_plays(tmp_path)) == 2


def test_a_move_that_is_gone_stops_a_play_at_the_event_before(tmp_path: Path) -> None:
    _changed(tmp_path, "publish:", "release:")
    resumed = backfire(tmp_path, "resume", "--plain", typed="yes\n").stdout
    assert "Event 3 of your play cannot happen any more" in " ".join(resumed.split())
    assert "Round 1." in resumed
    assert "Round 2." not in resumed


def test_a_scenario_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    _changed(tmp_path, "publish:", "release:").unlink()
    done = backfire(tmp_path, "resume", "--plain")
    assert done.returncode in (1, 2)
    assert "raid.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_of_several_plays_the_last_goes_on_and_the_others_are_named(tmp_path: Path) -> None:
    backfire(tmp_path, "play", RAID, "--plain", typed="1\ncameras\n")
    first = _plays(tmp_path)[0]
    os.utime(first, (1, 1))
    backfire(tmp_path, "play", "paper", "--plain", typed="1\n1 2\n")
    resumed = backfire(tmp_path, "resume", "--plain").stdout
    assert f"backfire resume {first.stem}" in resumed
    assert "Paper Menorahs, play " in resumed
    assert "Dawn at the food bank, play " in backfire(tmp_path, "resume", first.stem, "--plain").stdout


def test_bytes_that_are_no_text_and_lines_without_end_are_no_accident(tmp_path: Path) -> None:
    typed = b"1\nnone\n\xff\xfe\x1b[2J\x00\n" + b"x" * 100_000 + b"\n\x9b\nwait\n" + b"9" * 50_000
    done = backfire(tmp_path, "play", RAID, "--plain", typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert not set("\x1b\x00\x9b") & set(done.stdout)
    assert "Round 2." in done.stdout
