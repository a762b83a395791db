"""Practice for one as a process: what is kept, what stands in the way, how it is told and forgotten, and the deck."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backfire_sim.practice.reviews import Review
from backfire_sim.storage.reviews import open_reviews, read_reviews
from tests.plain.terminal import Terminal
from tests.program import RAID, backfire, begin, surroundings, tell, until


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_sitting_begins_with_what_there_is_and_ends_with_what_comes_back(home: Path) -> None:
    done = backfire(home, "practice", "--plain", typed="2\n1\n\nquit\n")
    said = flat(done.stdout)
    assert done.returncode == 0 and done.stderr == ""
    assert said.startswith("10 are new.") and "Each answer is kept as you give it." in said
    assert "1 of 10." in said and "You made 1 decision." in said
    assert "What comes back:" in said and "Next, if you like:" in said and "backfire learn " in said
    (review,) = read_reviews()
    assert (review.confidence, review.at.tzinfo) == ("fairly_sure", UTC)


def test_what_is_not_due_waits_and_anyway_takes_it_all_the_same(home: Path) -> None:
    with open_reviews() as log:
        for principle, drill in everything(home):
            log.add(Review(principle, drill, datetime.now(UTC), "fairly_sure", "", "strong"))
    told = flat(backfire(home, "practice", "--plain", typed="2\n1\n").stdout)
    assert told.startswith("Nothing is due until ") and "1 of " not in told
    assert told.endswith("To practice anyway: backfire practice --plain --anyway")
    assert "1 of 10." in backfire(home, "practice", "--plain", "--anyway", typed="2\n").stdout


def everything(home: Path) -> list[tuple[str, str]]:
    """Every principle with the first of its drills."""
    code = (
        "import json; from backfire_sim.storage.deck import deck; from backfire_sim.practice.cards import cards_of; "
        "print(json.dumps([(card.principle, card.drills[0].id) for card in cards_of(deck()).values()]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=surroundings(home))
    return [(principle, drill) for principle, drill in json.loads(done.stdout)]


def test_a_kill_right_after_the_feedback_loses_nothing(home: Path) -> None:
    process = begin(home, "practice", "--plain")
    tell(process, "3")
    tell(process, "1")
    until(process, "Press Enter")
    process.kill()
    process.communicate()
    assert len(read_reviews()) == 1
    assert "1 of 10." in backfire(home, "practice", "--plain").stdout


def test_ctrl_c_ends_with_what_came_of_it(home: Path) -> None:
    process = begin(home, "practice", "--plain")
    tell(process, "2")
    tell(process, "1")
    until(process, "Press Enter")
    process.send_signal(signal.SIGINT)
    said, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (130, "")
    assert "You made 1 decision." in flat(said) and len(read_reviews()) == 1


def test_another_window_and_practice_is_said_in_plain_words(home: Path) -> None:
    with open_reviews():
        done = backfire(home, "practice", "--plain")
    assert done.returncode == 1
    assert "Practice is open in another window" in done.stderr and "Traceback" not in done.stderr


def test_where_plays_are_not_kept_practice_is_not_either(home: Path) -> None:
    assert backfire(home, "settings", "keep_plays", "false").returncode == 0
    done = backfire(home, "practice", "--plain", typed="2\n1\n\nquit\n")
    assert "Nothing of this is kept, as the settings say." in flat(done.stdout)
    assert "You made 1 decision." in flat(done.stdout)
    assert not (home / "practice").exists() and read_reviews() == []


def test_damage_is_told_and_what_can_be_read_is_saved_if_somebody_says_so(home: Path) -> None:
    backfire(home, "practice", "--plain", typed="2\n1\n\n3\n1\n\nquit\n")
    (file,) = (home / "practice").glob("*.play")
    whole = bytearray(file.read_bytes())
    found = [match.start() for match in re.finditer(rb'"confidence"', bytes(whole))]
    # A page is filled from its end: the answer that came last stands first.
    whole[found[0] + 1 : found[0] + 9] = b"damaging"
    file.write_bytes(whole)
    for words in (["practice", "--plain"], ["practice", "stats"]):
        done = backfire(home, *words)
        assert done.returncode == 1 and "damaged" in flat(done.stdout + done.stderr)
        assert "Traceback" not in done.stderr
    done = backfire(home, "practice", "--plain", typed="yes\n2\n1\n\nquit\n")
    assert "1 answer was saved." in done.stdout and "You made 1 decision." in flat(done.stdout)
    assert len(read_reviews()) == 2


def test_stats_say_how_it_stands_in_lines_without_a_screen(home: Path) -> None:
    assert "Nothing was practiced yet." in flat(backfire(home, "practice", "stats").stdout)
    assert not (home / "practice").exists()
    backfire(home, "practice", "--plain", typed="3\n1\n\n3\n1\n\nquit\n")
    said = flat(backfire(home, "practice", "stats").stdout)
    assert "Likely still known: 100 of 100." in said and "Not met yet:" in said
    assert "Certain: " in said and "There are too few answers yet" in said


def test_wipe_can_forget_practice_alone_and_asks_first(home: Path) -> None:
    assert "Nothing was practiced here" in backfire(home, "wipe", "--practice").stdout
    backfire(home, "play", RAID, "--plain", typed="1\nnone\n2\n")
    backfire(home, "practice", "--plain", typed="2\n1\n")
    for typed in ("", "no\n", "\n"):
        done = backfire(home, "wipe", "--practice", typed=typed)
        assert done.returncode == 1 and "Nothing was removed." in done.stdout
        assert "Plays, plans and settings stay." in flat(done.stdout)
    assert len(read_reviews()) == 1
    assert backfire(home, "wipe", "--practice", typed="yes\n").returncode == 0
    assert not (home / "practice").exists() and read_reviews() == []
    assert len(list((home / "plays").glob("*.play"))) == 1
    backfire(home, "practice", "--plain", typed="2\n1\n")
    assert "1 play, what you practiced" in flat(backfire(home, "wipe", typed="no\n").stdout)
    assert backfire(home, "wipe", "--practice", "--yes").returncode == 0 and read_reviews() == []


# -- The deck ----------------------------------------------------------------------------------------------------------


def notes(file: Path) -> int:
    with zipfile.ZipFile(file) as archive, closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(archive.read("collection.anki2"))
        return int(collection.execute("SELECT count(*) FROM notes").fetchone()[0])


def test_the_deck_is_written_whole_and_over_nothing_unless_somebody_says_so(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "decisions.apkg"
    done = backfire(home, "practice", "anki", str(file))
    assert done.returncode == 0 and f"{notes(file)} notes" in flat(done.stdout)
    assert file.stat().st_mode & 0o077 == 0
    before = file.read_bytes()
    done = backfire(home, "practice", "anki", str(file))
    assert done.returncode == 1 and "--replace" in done.stderr and file.read_bytes() == before
    assert backfire(home, "practice", "anki", str(file), "--replace").returncode == 0
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".apkg"] == ["home"]


def test_at_a_terminal_it_asks_before_it_writes_over_a_deck(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "decisions.apkg"
    for answer, said in (("no", "Nothing was written."), ("yes", "Written to")):
        file.write_bytes(b"mine")
        with Terminal(home, "practice", "anki", str(file)) as terminal:
            terminal.until("Type yes to write over it")
            assert file.read_bytes() == b"mine"
            terminal.type(answer)
            terminal.until(said)
            terminal.process.wait(20)
        assert (file.read_bytes() == b"mine") == (answer == "no")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["anki", "deck.txt"], 2, "ends in .apkg"),
        (["anki", "/no/such/folder/deck.apkg"], 1, "There is no folder"),
        (["stats", "deck.apkg"], 2, "does not belong here: deck.apkg"),
        (["dance"], 2, "invalid choice"),
        (["--anywhay"], 2, "Did you mean --anyway?"),
    ],
)
def test_misuse_is_said_in_words(words: list[str], code: int, said: str, home: Path) -> None:
    done = backfire(home, "practice", *words)
    assert done.returncode == code and said in done.stderr and "Traceback" not in done.stderr


# -- What a start loads ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (["practice", "--help"], {"fsrs", "genanki", "textual", "yaml"}),
        (["practice", "stats"], {"genanki", "textual", "yaml", "pydantic"}),
        (["practice", "--plain"], {"genanki", "textual", "yaml", "pydantic"}),
        (["practice", "anki", "deck.txt"], {"genanki", "textual", "yaml", "pydantic"}),
        (["learn", "redeem", "--plain"], {"fsrs", "genanki"}),
    ],
)
def test_a_warm_start_loads_neither_what_draws_nor_what_packs(words: list[str], never: set[str], home: Path) -> None:
    backfire(home, "practice", "stats")
    code = (
        f"import sys\nfrom backfire_sim.cli import main\ntry:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="2\n1\n", capture_output=True, text=True, env=surroundings(home), check=True
    )
    assert not set(done.stdout.rpartition("LOADED")[2].split()) & never


def test_an_author_tries_every_decision_of_a_file_and_nothing_is_kept(home: Path) -> None:
    done = backfire(home, "practice", "try", "roadside", typed="3\n2\n" + "\n3\n1\n" * 40)
    said = flat(done.stdout)
    asked = [int(number) for number in re.findall(r"(\d+) of \d+\. ", said)]
    assert done.returncode == 0 and done.stderr == ""
    assert asked[0] == 1 and asked == list(range(1, len(asked) + 1))
    assert len(asked) > 10, "not only as many as a sitting has"
    assert "Nothing of this is kept." in said and read_reviews() == []


def test_trying_says_what_is_missing(home: Path) -> None:
    assert "say which scenario" in backfire(home, "practice", "try").stderr
    none = backfire(home, "practice", "try", RAID)
    assert none.returncode == 1 and "holds no decisions to practice" in flat(none.stdout)
    assert backfire(home, "practice", "try", "no-such").returncode == 2
