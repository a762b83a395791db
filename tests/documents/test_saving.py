"""A document goes where a person says, and over nothing else."""

from pathlib import Path

import pytest

from backfire_sim.documents.saving import ThereAlreadyError, save, target
from backfire_sim.storage.errors import StorageError


def test_a_document_lies_where_it_was_said_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    file = save("words\n", target(str(tmp_path / "plan.md")))
    assert file.read_text(encoding="utf-8") == "words\n"
    assert file.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["plan.md"]


def test_nothing_is_written_over_unless_it_is_said(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("mine")
    with pytest.raises(ThereAlreadyError, match="is there already"):
        save("theirs", file)
    assert file.read_text() == "mine"
    assert save("theirs", file, replace=True).read_text() == "theirs"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    save("new", tmp_path / "link.md", replace=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_name_alone_is_in_this_folder_and_a_folder_takes_the_name_that_was_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    assert target("a.md") == tmp_path / "a.md"
    assert target("", "plan.md") == tmp_path / "plan.md"
    assert target("out", "plan.md") == target("out/", "plan.md") == tmp_path / "out" / "plan.md"


@pytest.mark.parametrize("name", ["no/such/place/x.md", "a\0b", "~nobody-of-this-name/x", "x" * 300, "/", "folder"])
def test_what_cannot_be_is_said_in_words(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError) as told:
        save("x", target(name))
    assert len(str(told.value)) > 10
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder"]
