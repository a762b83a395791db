"""What the pages say about the format is what the format is."""

import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import backfire_sim.tui.screens
import backfire_sim.tui.widgets
from backfire_sim.authoring.map import drawn
from backfire_sim.authoring.proofs import prove
from backfire_sim.cli import COMMANDS, _parser_of
from backfire_sim.scenario.drill_models import Drill
from backfire_sim.scenario.keys import Part
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.models import Frame, Method, Move, Option, Outcome, Scene
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.translation import read_translation
from backfire_sim.scoring.vocabulary import METHODS, TACTICS, TECHNIQUES
from backfire_sim.storage import privacy
from backfire_sim.storage.paths import Places
from backfire_sim.tui.app import WAKE_KEY, BackfireApp
from backfire_sim.tui.rooms import ROOMS

DOCS = Path(__file__).parent.parent / "docs"
AUTHOR = (DOCS / "author.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", AUTHOR, re.DOTALL)


def test_the_reference_is_what_the_program_knows() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference.py"], capture_output=True, text=True, cwd=DOCS.parent, check=True
    )
    assert done.stdout == (DOCS / "reference.md").read_text(encoding="utf-8"), "run tools/reference.py --write"


def test_the_whole_example_for_authors_passes_the_check_with_its_golden_plays() -> None:
    scenario, drills, plays = EXAMPLES
    loaded = read_text(scenario, "food-bank-raid.yaml")
    assert loaded.problems == ()
    assert prove(loaded).problems == ()
    assert read_plays(plays, "food-bank-raid.plays.yaml", loaded).problems == ()
    with_drills = scenario.replace("\n  smear:\n", f"\n{drills}  smear:\n", 1)
    assert "drill:" in with_drills and read_text(with_drills).problems == ()


def test_the_example_for_translators_fits_the_example_for_authors() -> None:
    (translations,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "translate.md").read_text(encoding="utf-8"), re.DOTALL)
    found = read_translation(translations, "food-bank-raid.es.yaml", read_text(EXAMPLES[0]))
    assert found.problems == ()
    assert found.match is not None and len(found.match.translated()) == 2


def test_every_key_an_author_may_write_is_on_the_page_for_authors() -> None:
    parts: list[type[Part]] = [Frame, Scene, Method, Move, Outcome, Option, Drill]
    for part in parts:
        for name, field in part.model_fields.items():
            assert (
                f"`{field.alias or name}`" in AUTHOR
                or f"`{field.alias or name}:" in AUTHOR
                or (f"**{field.alias or name}**" in AUTHOR)
            ), f"{part.__name__}.{name}"


def test_every_tactic_method_and_technique_is_on_the_page_for_authors() -> None:
    listed = [*TACTICS.values(), *TECHNIQUES.values(), METHODS]
    for word in [word for words in listed for word in words]:
        assert f"`{word}`" in AUTHOR, word


def test_the_example_of_a_map_is_what_is_drawn_of_the_example() -> None:
    (example,) = re.findall(r"```text\n(.*?)```", AUTHOR.partition("backfire map")[2], re.DOTALL)[:1]
    scenario = read_text(EXAMPLES[0]).scenario
    assert scenario is not None
    assert f"\n\n{example}\n" in drawn(scenario, "text")


PAGES = [DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
LINES = [
    (page.name, line)
    for page in PAGES
    for line in re.findall(r"\./backfire\b([^`\n]*)", page.read_text(encoding="utf-8"))
]
"""What the pages tell people to type."""


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"(?m)^#+ (.*)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target, part in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")):
                there = page.parent / target if target else page
                assert there.exists(), f"{page.name}: {target}"
                assert not part or part in anchors(there), f"{page.name}: {target}#{part}"


def test_every_picture_is_shown_somewhere_and_says_what_it_shows() -> None:
    shown = [
        each for page in PAGES for each in re.findall(r"!\[([^]]*)\]\(([^)]*)\)", page.read_text(encoding="utf-8"))
    ]
    assert all(len(words) > 20 for words, _path in shown)
    assert {Path(path).name for _words, path in shown} == {path.name for path in (DOCS / "pictures").iterdir()}


def test_pictures_tell_nothing_of_the_machine_they_were_taken_on() -> None:
    for path in (DOCS / "pictures").iterdir():
        picture = path.read_text(encoding="utf-8").replace("&#160;", " ")
        for told in (str(Path.home()), str(DOCS.parent), "/tmp/", "url(http", "@import"):
            assert told not in picture, f"{path.name}: {told}"


@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}:{line}" for page, line in LINES])
def test_what_a_page_says_can_be_typed(page: str, line: str) -> None:
    words = re.split(r"\s+#\s|\s[|&;<>]", line)[0].replace("...", " ").split()
    optional = [word.strip("[]") for word in words if word != "..."]
    if not optional or optional[0].startswith("-"):
        return
    command, rest = optional[0].rstrip(".,;:)"), [word.rstrip(".,;)") for word in optional[1:]]
    assert command in COMMANDS, f"{page}: {line}"
    options = {name for action in _parser_of(command)._actions for name in action.option_strings}
    for word in rest:
        assert not word.startswith("-") or word == "-" or word.partition("=")[0] in options, f"{page}: {line}"


def test_the_first_page_names_every_command() -> None:
    page = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert re.search(rf"\./backfire {command}\b|`{command}`", page), command


def test_the_page_for_players_names_every_part_of_the_app() -> None:
    page = (DOCS / "play.md").read_text(encoding="utf-8")
    for room in ROOMS.values():
        assert room.name in page, room.name


def test_every_key_that_a_page_names_is_bound_somewhere() -> None:
    bound = {WAKE_KEY}
    for each in (BackfireApp, *screens()):
        for binding in each.__dict__.get("BINDINGS", ()):
            bound |= set(binding.key.split(","))
    names = {"colon": ":", "question_mark": "?", "slash": "/", "plus": "+", "minus": "-", "space": " ",
             "up": "↑", "down": "↓", "left": "←", "right": "→"}  # fmt: skip
    known = {names.get(key, key) for key in bound}
    for name in ("play.md", "facilitate.md", "author.md"):
        for key in re.findall(r"`([a-z0-9:?/+↑↓←→]|ctrl\+\w)`", (DOCS / name).read_text(encoding="utf-8")):
            assert key in known, f"{name}: {key}"


def screens() -> Iterator[type]:
    """Every class of the app's screens and widgets."""
    for folder in (backfire_sim.tui.screens, backfire_sim.tui.widgets):
        for found in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
            for each in vars(importlib.import_module(found.name)).values():
                if isinstance(each, type):
                    yield each


def test_every_kind_of_file_that_is_kept_is_on_the_page_about_privacy() -> None:
    page = (DOCS / "privacy.md").read_text(encoding="utf-8")
    patterns = [
        pattern
        for kinds in (
            privacy._PLAY_FILES,
            privacy._CACHE_FILES,
            privacy._PAPER_FILES,
            privacy._PRACTICE_FILES,
            privacy._MEETING_FILES,
            privacy._SETTINGS_FILES,
        )
        for pattern, _what in kinds
    ]
    for pattern in patterns:
        ending = re.findall(r"\\\.(\w+)", pattern)[0]
        assert f".{ending}`" in page or f".{ending}." in page or f".{ending}-" in page, pattern
    for place in Places._fields:
        assert place.replace("_", "-") in page, place
