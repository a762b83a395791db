"""`translate` brings a file of translations up to date, and whatever somebody wrote in it is still there."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.authoring import translating
from backfire_sim.authoring.sidecar import as_value
from backfire_sim.authoring.translating import refresh, refreshed, state
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.reader import read
from backfire_sim.scenario.texts import mark
from backfire_sim.scenario.translation import read_translation
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.shelf import NotPlayableError
from backfire_sim.text import plain
from tests.program import RAID, backfire

SOURCE = Path(RAID).read_text(encoding="utf-8")
HEAD = "translates: food-bank-raid\nlanguage: es\n"


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    """The example scenario in a folder of its own."""
    path = tmp_path / "raid.yaml"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def up_to_date(text: str, scenario: str = SOURCE) -> str:
    """The text of a file of translations after it was brought up to date; a second time changes nothing."""
    loaded = read_text(scenario)
    once = refreshed(loaded, read_translation(text, "raid.es.yaml", loaded), "es")
    assert refreshed(loaded, read_translation(once, "raid.es.yaml", loaded), "es") == once
    return once


def test_a_new_file_holds_every_text_above_the_place_for_its_translation(raid: Path) -> None:
    made = refresh(raid, "es")
    assert (made.translated, len(made.missing), made.changed, made.complete) == (0, made.texts, True, False)
    text = made.file.read_text(encoding="utf-8")
    assert (
        f'  #> Masked men at the door\n  scenes.raid.title:\n    of: {mark("Masked men at the door")}\n    to: ""'
        in text
    )
    assert made.file == raid.with_name("raid.es.yaml")
    assert refresh(raid, "es").changed is False
    lines = text.splitlines()
    for spot in made.missing:
        assert lines[spot.line - 1] == f"  {spot.path}:"


def test_what_somebody_wrote_stays_as_they_wrote_it() -> None:
    written = (
        f"# Ours.\n{HEAD}format: 1\n# Below.\ntexts:  # all\n"
        "  # Ask Rosa about this.\n  scenes.raid.title:\n"
        "    to: 'Hombres # en la puerta'  # or: gente\n"
        "  scenes.raid.text:\n    # the hour stays\n    to: |2-\n"
        "        Seis hombres.\n\n      # no comment\n   # over\n"
        "# The end.\n"
    )
    text = up_to_date(written)
    title = mark("Masked men at the door")
    assert f"  # Ask Rosa about this.\n  #> Masked men at the door\n  scenes.raid.title:\n    of: {title}\n" in text
    assert "    to: 'Hombres # en la puerta'  # or: gente\n" in text
    assert "    # the hour stays\n    to: |2-\n        Seis hombres.\n\n      # no comment\n   # over\n" in text
    assert text.startswith(f"# Ours.\n{HEAD}format: 1\n# Below.\n\ntexts:  # all\n")
    assert text.endswith("\n# The end.\n")
    assert text.count("#") == written.count("#") + text.count("#>")


def test_a_changed_text_is_shown_as_it_was_and_as_it_is() -> None:
    first = up_to_date(f"{HEAD}texts:\n  scenes.raid.title:\n    to: Hombres en la puerta\n")
    once = up_to_date(first, SOURCE.replace("Masked men at the door", "Men at the door"))
    was, now = mark("Masked men at the door"), mark("Men at the door")
    assert (
        "  #< Masked men at the door\n  #> Men at the door\n  scenes.raid.title:\n"
        f"    of: {now}\n    was: {was}\n    to: Hombres en la puerta\n"
    ) in once
    twice = up_to_date(once, SOURCE.replace("Masked men at the door", "Women at the door"))
    assert "  #< Masked men at the door\n  #> Women at the door\n  scenes.raid.title:\n" in twice
    assert f"    of: {mark('Women at the door')}\n" in twice
    assert f"    was: {was}\n" in twice
    assert up_to_date(twice) == first
    mended = up_to_date(
        once.replace(f"    was: {was}\n", ""), SOURCE.replace("Masked men at the door", "Men at the door")
    )
    assert "#<" not in mended
    assert "was:" not in mended.partition("texts:")[2]


def test_what_belongs_nowhere_is_put_aside_and_taken_up_again() -> None:
    first = up_to_date(f"{HEAD}texts:\n  about.content_notes.2:\n    # hard to say\n    to: detención\n")
    aside = up_to_date(first, SOURCE.replace("[threats, detention]", "[threats]"))
    assert aside.endswith(
        "\norphaned:\n  #> detention\n  about.content_notes.2:\n"
        f"    of: {mark('detention')}\n    # hard to say\n    to: detención\n"
    )
    assert up_to_date(aside) == first


def test_two_orphans_of_one_path_are_both_kept() -> None:
    text = up_to_date(
        f"{HEAD}texts:\n  scenes.old.title: {{of: 11111111, to: Uno}}\n"
        "orphaned:\n  scenes.old.title: {of: 22222222, to: Dos}\n  scenes.older.title: {of: 33333333, to: Tres}\n"
    )
    assert all(f"to: {word}\n" in text for word in ("Uno", "Dos", "Tres"))


@pytest.mark.parametrize(
    "written",
    [
        "{translates: food-bank-raid, language: es, texts: {title: {to: Alba}, scenes.raid.title: {to: 'Uno'}}}",
        f"{HEAD}texts: {{title: {{to: Alba}}, scenes.raid.title: {{to: Uno}}}}",
        f'{HEAD}texts:\n      "title":\n         "to": Alba\n      scenes.raid.title: {{to: Uno}}\n',
        f"{HEAD}orphaned: {{}}\ntexts:\n  title:\n    to: Alba\n\n  scenes.raid.title:\n    to: >-\n      Uno\n",
        f"texts:\n  title: {{to: Alba}}\n  scenes.raid.title:\n    to: Uno\n{HEAD}",
    ],
)
def test_however_it_is_written_nothing_is_lost(written: str) -> None:
    again = read_translation(up_to_date(written), "raid.es.yaml", read_text(SOURCE))
    assert again.match is not None
    assert again.match.translated() == {"title": "Alba", "scenes.raid.title": "Uno"}


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=150
).map(plain)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from(["title", "scenes.raid.text", "about.goals.1", "about.goals.2", "scenes.gone.text", "x y"]),
        st.tuples(WORDS, st.sampled_from(["", "11111111", mark("Prepare before the incident")])),
        min_size=1,
    ),
    st.booleans(),
)
def test_whatever_is_written_is_still_there(written: dict[str, tuple[str, str]], flow: bool) -> None:
    entries = []
    for key, (to, of) in written.items():
        value = json.dumps(to, ensure_ascii=False)
        marked = f"of: {json.dumps(of)}" if of else ""
        entries.append(
            f"  {key}: {{to: {value}{', ' * bool(of)}{marked}}}"
            if flow
            else f"  {key}:\n    {marked}\n    to: {value}  # {key}"
        )
    text = HEAD + "texts:\n" + "\n".join(entries) + "\n"
    before = read_translation(text, "raid.es.yaml", read_text(SOURCE))
    if not before.ok:
        return
    after = read_translation(up_to_date(text), "raid.es.yaml", read_text(SOURCE))
    assert after.ok
    kept = sorted(entry.to.strip() for entry in before.entries if entry.to.strip())
    assert sorted({entry.to.strip() for entry in after.entries if entry.to.strip()}) == sorted(set(kept))
    assert before.match is not None and after.match is not None
    assert after.match.translated() == before.match.translated()


@given(WORDS | st.lists(WORDS, min_size=2, max_size=3).map("\n\n".join))
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    first, *more = as_value(text.strip(), 6)
    document = read("\n".join([f"    to: {first}", *more, ""]), "")
    if document.problems:
        return
    assert " ".join(str(document.root["to"]).split()) == " ".join(text.split()) or not text.strip()


@pytest.mark.parametrize(
    "garbage", ["texts: [", "a: b\n", f"{HEAD}texts:\n  title: Alba\n", "\x00\x01", "scenes: {}\n"]
)
def test_a_file_that_cannot_be_read_is_left_alone(raid: Path, garbage: str, tmp_path: Path) -> None:
    file = raid.with_name("raid.es.yaml")
    file.write_text(garbage, encoding="utf-8")
    with pytest.raises(NotPlayableError) as refused:
        refresh(raid, "es")
    assert all(problem.code for problem in refused.value.problems)
    assert file.read_text(encoding="utf-8") == garbage
    done = backfire(tmp_path / "home", "translate", str(raid), "es")
    assert done.returncode == 1
    assert "error[BF" in done.stdout
    assert not done.stderr


def test_a_broken_scenario_is_said_and_nothing_is_written(raid: Path) -> None:
    raid.write_text(SOURCE.replace("goto: smear", "goto: smaer"), encoding="utf-8")
    with pytest.raises(NotPlayableError):
        refresh(raid, "es")
    assert not raid.with_name("raid.es.yaml").exists()


def test_a_file_that_somebody_saved_in_between_is_not_overwritten(raid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = refresh(raid, "es").file
    raid.write_text(SOURCE.replace("Masked men at the door", "Men at the door"), encoding="utf-8")
    make = translating.refreshed

    def slowly(*given: object) -> str:
        file.write_text("saved by an editor", encoding="utf-8")
        return make(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(translating, "refreshed", slowly)
    with pytest.raises(StorageError, match="just been changed"):
        refresh(raid, "es")
    assert file.read_text(encoding="utf-8") == "saved by an editor"


@pytest.mark.skipif(os.name == "nt", reason="there are no modes")
def test_the_file_keeps_its_mode_its_line_breaks_and_its_link(raid: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    real.write_bytes(f"{HEAD}texts:\n  title:\n    to: Alba\n".replace("\n", "\r\n").encode())
    real.chmod(0o664)
    raid.with_name("raid.es.yaml").symlink_to(real)
    made = refresh(raid, "es")
    assert (made.translated, made.changed) == (1, True)
    assert real.stat().st_mode & 0o777 == 0o664
    assert raid.with_name("raid.es.yaml").is_symlink()
    assert real.read_bytes().count(b"\n") == real.read_bytes().count(b"\r\n") > 60
    assert refresh(raid, "es").changed is False


def test_the_state_names_every_spot_and_writes_nothing(raid: Path) -> None:
    found = state(raid, "pt-BR")
    assert len(found.missing) == found.texts
    assert not found.file.exists()
    lines = SOURCE.splitlines()
    spot = next(spot for spot in found.missing if spot.path == "scenes.raid.title")
    assert "Masked men at the door" in lines[spot.line - 1]
    assert spot.file == str(raid)


# -- The command --------------------------------------------------------------------------------------------------


def test_the_command_makes_checks_and_counts(raid: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    made = backfire(home, "translate", str(raid), "ES_es.UTF-8")
    assert made.returncode == 0
    assert "food-bank-raid in es-ES: " in made.stdout and "Written: " in made.stdout
    checked = backfire(home, "translate", str(raid), "es-es", "--check")
    assert checked.returncode == 1
    assert f"{raid.with_name('raid.es-ES.yaml')}:" in checked.stdout
    listed = json.loads(backfire(home, "translate", str(raid), "es-ES", "--check", "--json").stdout)
    assert len(listed["missing"]) == listed["texts"] > 50
    assert (listed["complete"], listed["written"], listed["stale"]) == (False, False, [])
    told = backfire(home, "check", str(raid))
    assert f"{listed['texts']} of {listed['texts']} texts are not translated yet" in told.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Spanish"], 2, '"Spanish" is no tag'),
        ([""], 2, "is no tag"),
        (["en"], 1, "is written in en itself"),
    ],
)
def test_a_language_that_is_none_is_said(words: list[str], code: int, said: str, raid: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path / "home", "translate", str(raid), *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_check_finds_what_is_wrong_with_the_translations_beside_a_scenario(raid: Path, tmp_path: Path) -> None:
    beside = raid.with_name("raid.es.yaml")
    beside.write_text(f"{HEAD}texts:\n  title:\n    of: 11111111\n    to: Alba\n", encoding="utf-8")
    raid.with_name("raid.old.yaml").write_text(SOURCE, encoding="utf-8")
    for file in (raid, beside):
        done = backfire(tmp_path / "home", "check", str(file))
        assert done.returncode == 1
        assert (
            f"warning[BF203]: The text of `title` has changed since it was translated.\n  --> {beside}:4:3"
            in done.stdout
        )
        assert done.stdout.count("[BF2") == 1
    both = backfire(tmp_path / "home", "check", str(raid), str(beside))
    assert both.stdout.count("[BF2") == 1
    assert "[BF0" not in backfire(tmp_path / "home", "check", str(raid.with_name("raid.old.yaml"))).stdout
