"""The command line as a person or a script meets it."""

import json
import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from backfire_sim import __version__
from backfire_sim.cli import COMMANDS
from backfire_sim.scenario.catalog import codes
from backfire_sim.storage.shelf import built_ins
from tests.authoring.test_proofs import CLEAN
from tests.program import RAID, START, backfire, begin, surroundings, until


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_prints_its_help(command: str, tmp_path: Path) -> None:
    done = backfire(tmp_path, command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: backfire {command}")
    assert not any(tmp_path.iterdir())


def test_help_names_every_command(tmp_path: Path) -> None:
    told = backfire(tmp_path, "--help").stdout
    assert [line.split()[0] for line in told.partition("commands:\n")[2].splitlines()[: len(COMMANDS)]] == list(
        COMMANDS
    )


def test_version_is_the_packages(tmp_path: Path) -> None:
    assert backfire(tmp_path, "--version").stdout == f"backfire {__version__}\n"
    project = (Path(__file__).parent.parent / "pyproject.toml").read_text()
    assert f'version = "{__version__}"' in project


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pley"], "Did you mean play?"),
        (["frobnicate"], 'no command "frobnicate"'),
        (["play"], "NAME|FILE"),
        (["play", "the-cuont-goes-on", "--plain"], "Did you mean the-count-goes-on?"),
        (["play", "no/such.yaml", "--plain"], "There is no file no/such.yaml"),
        (["play", "x", "--sead", "3"], "Did you mean --seed?"),
        (["play", "x", "--seed", "three"], "invalid int value"),
        (["check"], "FILE"),
        (["check", "--format", "xml", RAID], "invalid choice"),
        (["check", "no-such.yaml", RAID], ""),
        (["explain", "BF000"], "BF000"),
        (["walk", RAID, "raid.publish"], "Step 1"),
        (["walk", RAID, "raid"], "Step 1, raid: a step is scene.move"),
        (["walk", RAID, "--prepare", "cameras,helicopter"], "helicopter"),
        (["plays", "nowhere"], "nowhere"),
        (["play", "a" * 5000, "--plain"], "There is no scenario"),
        (["play", "a" * 5000 + ".yaml", "--plain"], "There is no file"),
        (["list", "everything"], "does not belong here: everything"),
        (["--frob"], "does not belong here: --frob"),
    ],
)
def test_misuse_is_said_in_words_and_ends_with_2(words: list[str], said: str, tmp_path: Path) -> None:
    done = backfire(tmp_path, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_escape_sequences_in_arguments_never_come_back(tmp_path: Path) -> None:
    for words in (["\x1b[31mplay"], ["play", "\x1b]0;x\x07", "--plain"], ["walk", RAID, "\x1b[2J.\x9b"]):
        done = backfire(tmp_path, *words)
        assert done.returncode == 2
        assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)


def test_names_are_found_by_case_beginning_and_title(tmp_path: Path) -> None:
    for name in ("THE-COUNT-GOES-ON", "the-cou", "The Count Goes On", "the_count"):
        assert backfire(tmp_path, "play", name, "--plain").stdout.startswith("The Count Goes On\n")


def test_list_as_json_holds_what_a_program_needs(tmp_path: Path) -> None:
    done = backfire(tmp_path, "list", "--json")
    listed = json.loads(done.stdout)
    assert {entry["id"] for entry in listed} == set(built_ins())
    wanted = {"id", "title", "summary", "minutes", "difficulty", "for", "teaches", "place", "language", "case_file"}
    assert all(wanted <= set(entry) for entry in listed)


def test_list_takes_the_filters_of_the_library_and_says_what_is_left(tmp_path: Path) -> None:
    mine = tmp_path / "scenarios"
    mine.mkdir()
    text = Path(RAID).read_text(encoding="utf-8")
    (mine / "ours.yaml").write_text(text, encoding="utf-8")
    (mine / "not yet.yaml").write_text(text.replace("goto: smear", "goto: smaer", 1), encoding="utf-8")
    told = backfire(tmp_path, "list", "--mine", "--for", "high_risk", "--plain").stdout
    assert told.startswith("1 of ")
    assert f"Yours: {mine / 'ours.yaml'}\n" in told
    assert f"backfire check '{mine / 'not yet.yaml'}'\n" in told
    listed = json.loads(backfire(tmp_path, "list", "--mine", "--json").stdout)
    assert [entry.get("flaw", {}).get("line") for entry in listed] == [
        None,
        1 + text[: text.index("goto: smear")].count("\n"),
    ]
    none = backfire(tmp_path, "list", "--find", "\x1b[2Jno such words", "--minutes", "500").stdout
    assert "There would be" in none and "\x1b" not in none
    assert backfire(tmp_path, "play", "ours", "--plain", typed="5\n").stdout.startswith("Dawn at the food bank")


def test_list_comes_out_the_same_from_the_cache(tmp_path: Path) -> None:
    cold, warm = (backfire(tmp_path, "list", "--json").stdout for _ in range(2))
    assert cold == warm
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"\x00" + entry.read_bytes())
    assert backfire(tmp_path, "list", "--json").stdout == warm


def test_where_nothing_can_be_drawn_the_list_is_printed_with_one_line_saying_so(tmp_path: Path) -> None:
    done = backfire(tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("This is no terminal that can be drawn on")
    assert "the-count-goes-on" in done.stdout
    assert "backfire resume     go on with a play" in done.stdout


def test_where_nothing_can_be_drawn_play_goes_on_as_lines(tmp_path: Path) -> None:
    first, _, second = backfire(tmp_path, "play", RAID).stdout.split("\n")[:3]
    assert first.startswith("This is no terminal that can be drawn on")
    assert second == "Dawn at the food bank"


def test_with_errors_sent_elsewhere_the_app_does_not_draw_into_them(tmp_path: Path) -> None:
    terminal, screen = pty.openpty()
    os.write(terminal, b"5\n")
    done = subprocess.run(
        [*START, "play", RAID],
        stdin=screen,
        stdout=screen,
        stderr=subprocess.PIPE,
        env=surroundings(tmp_path),
        timeout=60,
    )
    assert b"\x1b" not in done.stderr
    assert b"Dawn at the food bank" in os.read(terminal, 100_000)
    os.close(terminal)
    os.close(screen)


def test_check_ends_with_0_for_a_clean_file(tmp_path: Path) -> None:
    clean = tmp_path / "bakery.yaml"
    clean.write_text(CLEAN)
    done = backfire(tmp_path, "check", str(clean))
    assert done.returncode == 0
    assert done.stdout.startswith(f"No problem found.\n{clean}: Every way through the scenes was looked at (")
    assert json.loads(backfire(tmp_path, "check", "--format", "json", str(clean)).stdout) == []
    assert backfire(tmp_path, "check", str(clean), "--format", "github").stdout == ""


def test_check_proves_what_the_files_alone_do_not_tell_unless_it_is_told_not_to(tmp_path: Path) -> None:
    done = backfire(tmp_path, "check", RAID)
    assert done.returncode == 1 and "BF107" in done.stdout
    assert backfire(tmp_path, "check", "--no-proof", RAID).stdout == "No problem found.\n"


def test_check_ends_with_1_for_findings_in_any_of_the_files(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(Path(RAID).read_text().replace("goto: smear", "goto: smaer", 1))
    done = backfire(tmp_path, "check", "--no-proof", RAID, "--format", "json", str(bad))
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found[0]["file"] == str(bad)
    assert "smear" in found[0]["help"] + found[0]["message"]
    assert backfire(tmp_path, "check", str(bad), "--format", "github").stdout.startswith("::error file=")


def test_check_takes_golden_plays_too(tmp_path: Path) -> None:
    (tmp_path / "raid.yaml").write_text(Path(RAID).read_text())
    sidecar = tmp_path / "raid.plays.yaml"
    sidecar.write_text("plays:\n  good:\n    path: [raid.publsh]\n    expect: {outcome: backfire}\n")
    done = backfire(tmp_path, "check", str(sidecar))
    assert done.returncode == 1
    assert "publish" in done.stdout


def test_check_looks_at_golden_plays_beside_a_scenario_once(tmp_path: Path) -> None:
    scenario, sidecar = tmp_path / "raid.yaml", tmp_path / "raid.plays.yaml"
    scenario.write_text(Path(RAID).read_text())
    sidecar.write_text("plays:\n  good:\n    path: [raid.publsh]\n    expect: {outcome: backfire}\n")
    for files in ([scenario], [sidecar], [scenario, sidecar], [sidecar, scenario], [tmp_path / "." / scenario.name]):
        done = backfire(tmp_path, "check", "--no-proof", "--format", "json", *map(str, files))
        assert done.returncode == 1
        found = json.loads(done.stdout)
        assert [(problem["file"], problem["line"]) for problem in found] == [(str(sidecar), 3)]
    sidecar.write_text(sidecar.read_text().replace("publsh", "publish"))
    assert backfire(tmp_path, "check", "--no-proof", str(scenario)).stdout == "No problem found.\n"


def test_a_fault_in_a_scenario_is_not_held_against_its_golden_plays(tmp_path: Path) -> None:
    scenario, sidecar = tmp_path / "raid.yaml", tmp_path / "raid.plays.yaml"
    scenario.write_text(Path(RAID).read_text().replace("scenes:", "scene:", 1))
    sidecar.write_text("plays:\n  good:\n    path: [raid.publish]\n    expect: {outcome: backfire}\n")
    found = json.loads(backfire(tmp_path, "check", "--format", "json", str(scenario)).stdout)
    assert found
    assert {problem["file"] for problem in found} == {str(scenario)}


def test_a_file_with_findings_is_not_played_and_says_what_check_says(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(Path(RAID).read_text().replace("goto: smear", "goto: smaer", 1))
    played, checked = backfire(tmp_path, "play", str(bad), "--plain"), backfire(tmp_path, "check", str(bad))
    assert played.returncode == 1
    assert played.stdout == checked.stdout
    assert backfire(tmp_path, "walk", str(bad), "raid.wait").returncode == 1


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"a: [", b"- 1\n", b"&a [*a]\n", b"id: \x1b[31m\n"])
def test_no_file_gives_a_traceback(content: bytes, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(content)
    for words in (["play", str(bad), "--plain"], ["check", str(bad)], ["plays", str(bad)]):
        done = backfire(tmp_path, *words)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "\x1b" not in done.stdout + done.stderr


def test_explain_tells_the_page_of_a_code(tmp_path: Path) -> None:
    done = backfire(tmp_path, "explain", "bf001")
    assert done.returncode == 0
    assert done.stdout.startswith("# BF001")


def test_explain_alone_lists_every_code_with_its_title(tmp_path: Path) -> None:
    done = backfire(tmp_path, "explain")
    assert done.returncode == 0
    listed = done.stdout.splitlines()
    assert [line[:5] for line in listed if line.startswith("BF")] == codes()
    assert "BF001  The file could not be read" in listed


def test_schema_is_a_json_schema(tmp_path: Path) -> None:
    schema = json.loads(backfire(tmp_path, "schema").stdout)
    assert schema["type"] == "object"
    assert "scenes" in schema["properties"]


def test_privacy_lists_what_a_play_leaves_and_wipe_removes_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    backfire(home, "play", RAID, "--plain", typed="1\nnone\n2\n")
    told = backfire(home, "privacy").stdout
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert [path.suffix for path in kept].count(".play") == 1
    assert all(str(path) in told for path in kept)
    assert backfire(home, "wipe", typed="no\n").returncode == 1
    assert all(path.exists() for path in kept)
    assert backfire(home, "wipe", "--yes").returncode == 0
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_an_ephemeral_play_keeps_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = backfire(home, "play", RAID, "--plain", "--ephemeral", typed="1\nnone\n2\n")
    assert "You chose:" in done.stdout
    assert not list(home.glob("plays/*"))


def test_a_closed_pipe_is_no_accident(tmp_path: Path) -> None:
    process = begin(tmp_path, "play", "the-count-goes-on", "--plain")
    assert process.stdout is not None and process.stdin is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    try:
        process.stdin.write("1\nnone\n1\n")
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(30) == 141


def test_ctrl_c_says_one_line_and_keeps_the_play(tmp_path: Path) -> None:
    process = begin(tmp_path, "play", RAID, "--plain")
    assert process.stdin is not None
    process.stdin.write("1\nnone\n")
    process.stdin.flush()
    until(process, "Your move?")
    process.send_signal(signal.SIGINT)
    said, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (130, "")
    assert said.strip() == "You leave. All is kept; backfire resume goes on from your last choice."
    assert "Masked men at the door" in backfire(tmp_path, "resume", "--plain").stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-16"])
def test_no_encoding_of_the_output_is_an_accident(encoding: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*START, "play", "paper", "--plain"],
        input=b"1\n1 2\n1\nyes\ncosts\n",
        capture_output=True,
        env=surroundings(tmp_path, PYTHONIOENCODING=encoding),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "You chose:" in done.stdout.decode(encoding)


def test_closed_standard_streams_are_no_accident(tmp_path: Path) -> None:
    command = " ".join([*START, "play", RAID, "--plain"])
    for closed in ("<&-", ">&-"):
        done = subprocess.run(
            ["sh", "-c", f"{command} {closed}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=surroundings(tmp_path),
            check=False,
        )
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [("--language", "es", "list"), ("--language=es", "list"), ("list", "--language", "es")]
)
def test_a_language_may_be_said_before_a_command_or_after_it(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = backfire(tmp_path, *words)
    assert done.returncode == 0
    assert "dificultad" in done.stdout
