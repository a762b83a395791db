"""The author's editor is opened at the line, in the way that it takes lines."""

from pathlib import Path

import pytest

from backfire_sim.authoring.editor import command


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("vim", ["vim", "+12", "/x/-a b.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+12", "/x/-a b.yaml"]),
        ("code --wait", ["code", "--wait", "--goto", "/x/-a b.yaml:12:5"]),
        ("hx", ["hx", "/x/-a b.yaml:12:5"]),
        ("'/opt/my editor/edit'", ["/opt/my editor/edit", "/x/-a b.yaml"]),
        ("vi 'unclosed", ["vi", "'unclosed", "+12", "/x/-a b.yaml"]),
    ],
)
def test_each_editor_in_its_own_way(named: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", named)
    monkeypatch.setenv("EDITOR", "ed")
    assert command(Path("/x/-a b.yaml"), 12, 5) == words


def test_without_one_there_is_nothing_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ")
    assert command(Path("a.yaml"), 1, 1) is None
