"""`backfire twee` as an author types it."""

from pathlib import Path

import pytest

from tests.authoring.twee.stories import SUGARCUBE, filled_in
from tests.program import RAID, backfire

STORY = (
    SUGARCUBE + ":: Friday\nA van. <<set $x to 1>>\n[[Film it->Filmed]]\n[[Leave->Hom]]\n\n:: Filmed\nYou have it.\n"
)


@pytest.fixture
def twee(tmp_path: Path) -> Path:
    file = tmp_path / "vigil.twee"
    file.write_text(STORY, encoding="utf-8")
    return file


def test_an_import_is_put_out_and_the_report_beside_it(twee: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "twee", "import", str(twee))
    assert done.returncode == 0
    assert done.stdout.startswith("# yaml-language-server: $schema=./scenario.schema.json\n# Made from the Twine story")
    assert done.stdout.endswith("You do nothing, and the story stops here.\n")
    assert "Made 1 scene, 2 moves and 2 endings." in done.stderr
    assert "1 macro not translated: line 11." in done.stderr
    assert "line 13: The link “Leave” leads to “Hom”" in done.stderr


def test_an_imported_story_is_finished_checked_and_played(twee: Path, tmp_path: Path) -> None:
    made = tmp_path / "vigil.yaml"
    assert backfire(tmp_path, "twee", "import", str(twee), "-o", str(made)).returncode == 0
    unfinished = backfire(tmp_path, "check", str(made))
    assert unfinished.returncode == 1
    assert unfinished.stdout.count("`TO_DO` is not one of the words that `r` can be.") == 2
    assert unfinished.stdout.endswith("2 errors\n")
    made.write_text(filled_in(made.read_text(encoding="utf-8")), encoding="utf-8")
    checked = backfire(tmp_path, "check", str(made))
    assert checked.returncode == 0, checked.stdout
    walked = backfire(tmp_path, "walk", str(made), "friday.film_it")
    assert 'ending filmed, "Filmed"' in walked.stdout


def test_an_export_is_put_out_and_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "raid.twee"
    done = backfire(tmp_path, "twee", "export", RAID, "-o", str(out))
    assert done.returncode == 0
    assert done.stdout == ""
    assert "18 effects on numbers" in done.stderr
    assert f"Written: {out}" in done.stderr
    assert backfire(tmp_path, "twee", "export", RAID).stdout == out.read_text(encoding="utf-8")
    back = backfire(tmp_path, "twee", "import", str(out))
    assert "Made 2 scenes, 6 moves and 1 ending." in back.stderr


@pytest.mark.parametrize("action", ["import", "export"])
def test_nothing_is_written_over_unless_it_is_said_so(action: str, twee: Path, tmp_path: Path) -> None:
    source = str(twee) if action == "import" else RAID
    there = tmp_path / "there.txt"
    there.write_text("mine")
    refused = backfire(tmp_path, "twee", action, source, "-o", str(there))
    assert refused.returncode == 1
    assert "is there already" in refused.stderr
    assert there.read_text() == "mine"
    assert backfire(tmp_path, "twee", action, source, "-o", str(there), "--force").returncode == 0
    assert there.read_text(encoding="utf-8") != "mine"


def test_a_file_is_never_written_over_itself(twee: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "twee", "import", str(twee), "-o", str(twee), "--force")
    assert done.returncode == 1
    assert twee.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, 2, "There is no such file."),
        (b"", 1, "This file is empty."),
        (b"\0\xff" * 100, 1, "This file is not text."),
        (b"%PDF-1.4", 1, "a PDF"),
        (b"hello\n", 1, 'no line begins with "::"'),
        (b":: StoryTitle\nT\n", 1, "none that tells it"),
        (b"\xff\xfe:\x00", 1, "This file has no passage"),
        (b"::" * 100_000, 0, ""),
    ],
)
def test_what_is_no_story_is_refused_in_one_line(data: bytes | None, code: int, said: str, tmp_path: Path) -> None:
    file = tmp_path / "x.twee"
    if data is not None:
        file.write_bytes(data)
    done = backfire(tmp_path, "twee", "import", str(file))
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert code == 0 or (done.stdout == "" and done.stderr.count("\n") == 1)


def test_a_terminal_is_never_made_to_obey_a_story(tmp_path: Path) -> None:
    file = tmp_path / "x.twee"
    file.write_bytes(":: St\x1b[31mart [\x9bx]\n\x1b]0;x\x07 [[\x1b[2Jgo->\x1bnowhere]]\n".encode())
    done = backfire(tmp_path, "twee", "import", str(file))
    assert done.returncode == 0
    assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)


def test_a_folder_and_a_misspelled_action_are_said(tmp_path: Path) -> None:
    assert "put them into one first" in backfire(tmp_path, "twee", "import", str(tmp_path)).stderr
    wrong = backfire(tmp_path, "twee", "improt", "x.twee")
    assert wrong.returncode == 2
    assert "import" in wrong.stderr
