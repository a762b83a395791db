"""`backfire print` as a person uses it."""

from pathlib import Path

import pytest

from tests.program import RAID, backfire


def test_a_pack_is_written_where_it_is_wanted_and_said_so(tmp_path: Path) -> None:
    out = tmp_path / "pack.html"
    done = backfire(tmp_path, "print", RAID, "-o", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(out) in done.stdout
    assert "Dawn at the food bank" in out.read_text(encoding="utf-8")


def test_without_a_place_it_is_written_here_under_the_name_of_the_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from backfire_sim.cli import main

    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert main(["print", "the-count"]) == 0
    assert (tmp_path / "the-count-goes-on.html").exists()
    assert "the-count-goes-on.html" in capsys.readouterr().out


def test_the_texts_of_a_scenario_can_be_taken_in_another_language(tmp_path: Path) -> None:
    out = tmp_path / "pack.html"
    done = backfire(tmp_path, "print", "the-count", "--language", "es", "-o", str(out))
    assert done.returncode == 0, done.stderr
    page = out.read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert "El conteo sigue" in page


def test_a_pack_of_before_is_written_anew_and_any_other_file_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "pack.html"
    assert backfire(tmp_path, "print", RAID, "-o", str(out)).returncode == 0
    first = out.read_text(encoding="utf-8")
    assert backfire(tmp_path, "print", "the-count", "-o", str(out)).returncode == 0
    assert out.read_text(encoding="utf-8") != first
    own = tmp_path / "own.yaml"
    own.write_text("format: 1\n", encoding="utf-8")
    refused = backfire(tmp_path, "print", RAID, "-o", str(own))
    assert refused.returncode == 1
    assert "backfire did not write it" in refused.stderr
    assert own.read_text(encoding="utf-8") == "format: 1\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["no-such-thing"], 2, 'no scenario "no-such-thing"'),
        ([RAID, "-o", "{home}/none/pack.html"], 1, "cannot be written: No such file or directory"),
        ([RAID, "-o", "{home}"], 1, "backfire did not write it"),
        ([RAID, "-o", "{home}/" + "x" * 300], 1, "cannot be written"),
        ([], 2, "required"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(words: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = backfire(tmp_path, "print", *(word.format(home=tmp_path) for word in words))
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scenario_with_faults_is_not_printed_and_they_are_listed(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(Path(RAID).read_text(encoding="utf-8").replace("goto: smear", "goto: nowhere"), encoding="utf-8")
    out = tmp_path / "pack.html"
    done = backfire(tmp_path, "print", str(broken), "-o", str(out))
    assert done.returncode == 1
    assert "nowhere" in done.stdout
    assert not out.exists()
