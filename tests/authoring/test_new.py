"""A new scenario: the templates are sound and play as they should, and whatever is typed makes a file or a refusal."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring import golden, new
from backfire_sim.authoring.checking import problems_of
from backfire_sim.scenario.load import load, read_text
from backfire_sim.scenario.schema import schema
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import one_line
from tests.program import START, backfire, surroundings

TEMPLATES = tuple(new.TEMPLATES)


def file_of(template: str) -> Path:
    return new.FOLDER / f"{template}.yaml"


def raw(template: str) -> Any:
    return yaml.safe_load(file_of(template).read_text(encoding="utf-8"))


# -- The templates ---------------------------------------------------------------------------------------------


def test_every_file_among_the_templates_is_offered() -> None:
    assert {path.name for path in new.FOLDER.iterdir()} == {
        name for template in TEMPLATES for name in (f"{template}.yaml", f"{template}.plays.yaml")
    }


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_passes_the_check_without_a_finding_and_its_golden_plays_hold(template: str) -> None:
    assert problems_of([str(file_of(template))]) == []
    results = golden.run(file_of(template))
    assert [result for result in results if not result.passed] == []
    assert {"good", "nothing"} <= {result.id for result in results}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_a_small_story_in_which_everything_explains_itself(template: str) -> None:
    scenario = raw(template)
    assert 3 <= len(scenario["scenes"]) <= 5
    for name, scene in scenario["scenes"].items():
        assert len(scene["moves"]) >= 4, name
        assert 40 <= len(scene["text"].split()) <= 120, name
        assert scene["veil"] and scene["notes"] and scene["methods"], name
        assert scene["wait"]["because"], name
    for option in scenario.get("prepare", {"options": {}})["options"].values():
        assert option["because"]
    about = scenario["about"]
    assert about["content_notes"] and about["crosses_the_line"] and about["goals"]
    assert scenario["debrief"] and scenario["facilitator"]["checklist"]


def test_two_sides_that_are_treated_alike_come_out_alike() -> None:
    two = raw("two-targets")
    keepers, riverside = two["audiences"].values()
    assert {**keepers, "label": ""} == {**riverside, "label": ""}
    for scene in two["scenes"].values():
        reached = [tuple(method.get("reaches", ())) for method in scene["methods"].values()]
        assert reached.count(("keepers",)) == reached.count(("riverside",))
    walt, ines = (play["expect"] for name, play in _plays("two-targets").items() if name.startswith("own_side"))
    assert walt == ines


def _plays(template: str) -> Any:
    return yaml.safe_load((new.FOLDER / f"{template}.plays.yaml").read_text(encoding="utf-8"))["plays"]


def test_whoever_is_not_asked_turns_the_good_play_of_consent_into_a_pyrrhic_one() -> None:
    plays = _plays("consent")
    asked = [step for step in plays["good"]["path"] if step != "ask:sefa.film"]
    assert plays["at_her_cost"]["path"] == asked
    assert plays["at_her_cost"]["expect"]["outcome"] == "pyrrhic"


# -- What a person may decide ----------------------------------------------------------------------------------

WORDS = st.text(max_size=80) | st.text(st.sampled_from("ab:#\"'[]{}&*!|>%@`,?- \n\té漢😀\u200b"), max_size=40)


@given(st.sampled_from(TEMPLATES), WORDS, WORDS)
def test_any_words_make_a_sound_file_that_says_them_or_a_refusal_that_says_why(
    template: str, title: str, place: str
) -> None:
    try:
        wanted = {"title": new.worded("title", title), "place": new.worded("place", place)}
        made = new.make(template, new.id_of(new.file_of("", title), title), wanted)
    except new.NotPossibleError as error:
        assert str(error).endswith(".")
        assert not title.strip().isalnum() or not place.strip().isalnum()
        return
    loaded = read_text(made.scenario)
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert (loaded.scenario.title, loaded.scenario.about.place) == (one_line(title), one_line(place))


@pytest.mark.parametrize(
    "title",
    ['He said: "no"', "Who's there? # 1", "No", "true", "12:30", "- a list", "[x]", "Zoë's\ntown", "a: b, 'c' \\d"],
)
def test_a_title_that_yaml_would_take_for_something_else_is_kept(title: str) -> None:
    loaded = read_text(new.make("minimal", "x", {"title": new.worded("title", title)}).scenario)
    assert loaded.problems == ()
    assert loaded.scenario is not None and loaded.scenario.title == one_line(title)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("key", new.KEYS)
def test_what_a_template_has_can_be_asked_for_again(template: str, key: str) -> None:
    before = file_of(template).read_text(encoding="utf-8")
    id_ = raw(template)["id"]
    assert new.make(template, id_, {key: new.worded(key, new.default(template, key))}).scenario == before


@pytest.mark.parametrize(
    ("key", "words", "written"),
    [
        ("for", "concerned, High risk", "[concerned, high_risk]"),
        ("for", "concerned,concerned", "[concerned]"),
        ("players", "3 – 8", "3-8"),
        ("players", "6", "6"),
        ("minutes", " 40 ", "40"),
        ("language", "pt-BR", "pt-BR"),
        ("language", "no", "no"),
    ],
)
def test_what_is_meant_is_understood(key: str, words: str, written: str) -> None:
    assert new.worded(key, words) == written
    assert new.make("minimal", "x", {key: written}).scenario


@pytest.mark.parametrize(
    ("key", "words", "said"),
    [
        ("title", " \n\u200b", "nothing in it"),
        ("title", "x" * 400, "at most 300"),
        ("for", "concernd", "Did you mean concerned?"),
        ("for", ",", "one or more"),
        ("players", "many", "such as 6 or 3-8"),
        ("players", "8-3", "such as 6 or 3-8"),
        ("minutes", "0", "from 1 to 600"),
        ("minutes", "forty", "such as 40"),
        ("language", "English, please", "two letters"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(key: str, words: str, said: str) -> None:
    with pytest.raises(new.NotPossibleError) as refused:
        new.worded(key, words)
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"{key}: ")


@pytest.mark.parametrize(
    ("words", "title", "file", "id_"),
    [
        ("", "Dawn at the Food Bank", "dawn-at-the-food-bank.yaml", "dawn-at-the-food-bank"),
        ("", "Zoë's Übung #1", "zoes-ubung-1.yaml", "zoes-ubung-1"),
        ("", "7 Nights", "the-7-nights.yaml", "the-7-nights"),
        ("", "夜明け", "my-scenario.yaml", "my-scenario"),
        ("Our Town", "Dawn", "Our Town.yaml", "our-town"),
        ("夜明け.yml", "Dawn", "夜明け.yml", "dawn"),
        ("", "x" * 200, f"{'x' * 60}.yaml", "x" * 60),
        ("", "True", "true.yaml", "true"),
    ],
)
def test_file_and_id_follow_from_the_name_or_the_title(words: str, title: str, file: str, id_: str) -> None:
    path = new.file_of(words, title)
    assert str(path) == file
    assert new.id_of(path, title) == id_
    assert new.make("minimal", id_, {}).scenario


# -- The command -----------------------------------------------------------------------------------------------


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def run_new(folder: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*START, "new", *words],
        input=typed,
        capture_output=True,
        text=True,
        cwd=folder,
        env=surroundings(folder.parent / "home"),
        timeout=60,
        check=False,
    )


def test_without_a_terminal_it_writes_a_scenario_that_checks_plays_and_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    done = run_new(folder, "town", "--template", "consent", "--title", 'Who "saw" it: #1?', "--for", "high_risk")
    assert (done.returncode, done.stderr) == (0, "")
    assert names_in(folder) == {"town.yaml", "town.plays.yaml", new.SCHEMA}
    for command in ("check", "preview", "playtest"):
        assert f"backfire {command} town.yaml" in done.stdout
    file = str(folder / "town.yaml")
    assert (folder / "town.yaml").read_text().startswith(f"# yaml-language-server: $schema=./{new.SCHEMA}\n")
    assert backfire(tmp_path / "home", "check", file).stdout.startswith("No problem found.\n")
    assert backfire(tmp_path / "home", "plays", file).returncode == 0
    played = backfire(tmp_path / "home", "play", file, "--plain", typed="1\nnone\n")
    assert played.stdout.startswith('Who "saw" it: #1?')


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "town.plays.yaml").write_text("mine")
    (folder / new.SCHEMA).write_text("mine too")
    done = run_new(folder, "town.yaml", "--minutes", "30")
    assert done.returncode == 1
    assert "town.plays.yaml is there already" in done.stderr
    assert names_in(folder) == {"town.plays.yaml", new.SCHEMA}
    assert (folder / "town.plays.yaml").read_text() == "mine"
    done = run_new(folder, "town.yaml", "--minutes", "30", "--force")
    assert done.returncode == 0
    assert "minutes: 30" in (folder / "town.yaml").read_text()
    assert (folder / "town.plays.yaml").read_text() != "mine"
    assert (folder / new.SCHEMA).read_text() == "mine too"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["no/such/folder.yaml"], 1, "There is no folder no/such"),
        (["."], 2, "is a folder"),
        (["town.plays.yaml"], 2, "town-plays.yaml"),
        (["--template", "consnt"], 2, "Did you mean consent?"),
        (["--title", ""], 2, "title: there is nothing in it"),
        (["--minutes", "soon"], 2, "minutes: write a number"),
        (["to\x1bwn"], 2, "holds a character that cannot be seen"),
        (["one", "two"], 2, "does not belong here"),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line_and_nothing_is_written(
    words: list[str], code: int, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    done = run_new(folder, *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert names_in(folder) == set()


def test_where_the_disk_refuses_one_file_none_is_left(tmp_path: Path) -> None:
    made = new.make("minimal", "x", {})
    # The scenario's name just fits; that of its golden plays is too long for the disk.
    with pytest.raises(StorageError):
        new.write(made, tmp_path / ("x" * 250 + ".yaml"))
    assert names_in(tmp_path) == set()


def test_the_schema_beside_it_is_the_one_that_schema_prints(tmp_path: Path) -> None:
    import json

    new.write(new.make("minimal", "x", {}), tmp_path / "x.yaml")
    assert json.loads((tmp_path / new.SCHEMA).read_text(encoding="utf-8")) == schema()


def in_terminal(folder: Path, *words: str, typed: str) -> tuple[int, str]:
    """Run the command in a terminal, one typed answer to each question; its exit code and what stood on the screen."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(sys.executable, [*START, "new", *words], surroundings(folder.parent / "home"))
    shown = b""
    for answer in typed.splitlines(keepends=True):
        while not shown.endswith(b"]: "):
            shown += os.read(terminal, 10_000)
        shown = shown[:-1]
        os.write(terminal, answer.encode())
    # The other end of a terminal that is closed is an error on some systems, and nothing to read on others.
    with suppress(OSError):
        while more := os.read(terminal, 10_000):
            shown += more
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_in_a_terminal_it_asks_and_enter_takes_what_stands_in_brackets(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    code, shown = in_terminal(folder, typed="9\n3\nOur: street\n\n\n4-6\nsoon\n50\n\n\n")
    assert code == 0, shown
    assert "There is no template '9'" in shown
    assert "minutes: write a number" in shown
    assert names_in(folder) == {"our-street.yaml", "our-street.plays.yaml", new.SCHEMA}
    scenario = load(folder / "our-street.yaml").scenario
    assert scenario is not None
    assert (scenario.title, scenario.about.players, scenario.about.minutes) == ("Our: street", "4-6", 50)
    assert scenario.about.place == new.default("consent", "place")


@pytest.mark.parametrize("keys", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_leaving_in_the_middle_of_the_questions_leaves_nothing_behind(keys: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    code, shown = in_terminal(folder, "town.yaml", typed=f"1\nMine\n{keys}")
    assert code == 130
    assert "Nothing was written." in shown
    assert names_in(folder) == set()
