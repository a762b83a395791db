"""The catalogues say everything that the code says, and nothing else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from backfire_sim import speech
from backfire_sim.plain.commands import ANSWERS, WORDS, read_command, typed
from backfire_sim.scoring.vocabulary import GATES
from backfire_sim.storage.language import speak, spoken
from backfire_sim.text import bare, width
from backfire_sim.tui.widgets.board import SHORT, _short_method
from backfire_sim.views.play import GateRow

TOOL = Path(__file__).parents[2] / "tools" / "catalogue.py"
OTHERS = [language for language in spoken() if language != "en"]


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_text_is_translated_with_the_names_that_are_put_in(catalogue: ModuleType) -> None:
    found = catalogue.faults(catalogue.extracted())
    assert not found, "\n".join(found)


def test_there_is_spanish() -> None:
    assert spoken() == {"en": "English", "es": "español"}


@pytest.mark.parametrize(
    ("translated", "fault"),
    [
        ('msgid "Round {number}."\nmsgstr "Ronda."\n', "has other names in braces"),
        ('msgid "Round {number}."\nmsgstr "Ronda {numero}."\n', "has other names in braces"),
        ('msgid "Round {number}."\nmsgstr ""\n', "not translated"),
        ('#, fuzzy\nmsgid "Round {number}."\nmsgstr "Ronda {number}."\n', "to be looked at again"),
        ('msgid "usage: "\nmsgstr "uso:"\n', "begins or ends with other space"),
        ('msgid "Never said"\nmsgstr "Nunca"\n', "not in the code"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_found(
    translated: str, fault: str, catalogue: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "es" / "LC_MESSAGES" / "backfire.po"
    file.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    file.write_text(f"{head}\n{translated}", encoding="utf-8")
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    found = catalogue.faults(catalogue.extracted())
    assert any(fault in each for each in found)
    assert any("missing: 'A play'" in each for each in found)


def test_texts_are_found_wherever_they_stand(catalogue: ModuleType) -> None:
    code = (
        'f"{_(\'in an f-string\')}"\n_("outer {x}", x=_("inner"))\nlater("word", "sense")\n'
        'sense("sense", "other")\nplural("one", "many", n)\n_(variable)\n_(TABLE["key"])\nprint("no")\n'
    )
    assert list(catalogue.marked(code)) == [
        ("", "in an f-string"),
        ("", "outer {x}"),
        ("", "inner"),
        ("sense", "word"),
        ("sense", "other"),
        ("", ("one", "many")),
    ]


@pytest.fixture
def speaking(language: str):  # type: ignore[no-untyped-def]
    speak(language)
    yield
    speech.speak_with(None)


@pytest.mark.usefixtures("speaking")
def test_every_command_has_a_word_of_its_own() -> None:
    words = [typed(word) for word in (*WORDS, *ANSWERS)]
    assert len({bare(word) for word in words}) == len(words)
    assert all(word.split() == [word] for word in words)
    for word in WORDS:
        assert read_command(typed(word)).word == read_command(bare(typed(word))).word == word


@pytest.mark.usefixtures("speaking")
def test_words_for_narrow_columns_are_short() -> None:
    for gate in GATES:
        row = GateRow(gate, "", "", "", 0, 0, 0, "", False, False, 0)
        assert width(_short_method(row)) < SHORT
