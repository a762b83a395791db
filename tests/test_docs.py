"""What the pages say about the format is what the format is."""

import re
import subprocess
import sys
from pathlib import Path

from backfire_sim.authoring.map import drawn
from backfire_sim.authoring.proofs import prove
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.models import Frame, Method, Move, Option, Outcome, Part, Scene
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.translation import read_translation
from backfire_sim.scoring.vocabulary import METHODS, TACTICS, TECHNIQUES

DOCS = Path(__file__).parent.parent / "docs"
AUTHOR = (DOCS / "author.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", AUTHOR, re.DOTALL)


def test_the_reference_is_what_the_program_knows() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference.py"], capture_output=True, text=True, cwd=DOCS.parent, check=True
    )
    assert done.stdout == (DOCS / "reference.md").read_text(encoding="utf-8"), "run tools/reference.py --write"


def test_the_whole_example_for_authors_passes_the_check_with_its_golden_plays() -> None:
    scenario, plays = EXAMPLES
    loaded = read_text(scenario, "food-bank-raid.yaml")
    assert loaded.problems == ()
    assert prove(loaded).problems == ()
    assert read_plays(plays, "food-bank-raid.plays.yaml", loaded).problems == ()


def test_the_example_for_translators_fits_the_example_for_authors() -> None:
    (translations,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "translate.md").read_text(encoding="utf-8"), re.DOTALL)
    found = read_translation(translations, "food-bank-raid.es.yaml", read_text(EXAMPLES[0]))
    assert found.problems == ()
    assert found.match is not None and len(found.match.translated()) == 2


def test_every_key_an_author_may_write_is_on_the_page_for_authors() -> None:
    parts: list[type[Part]] = [Frame, Scene, Method, Move, Outcome, Option]
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


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md"]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"
