"""What a start loads, and which way the imports point."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import RAID, backfire, surroundings

HEAVY = ("textual", "rich", "numpy", "pydantic", "yaml", "jinja2", "fsrs", "genanki")


def _loaded_after(code: str, home: Path, typed: str = "") -> set[str]:
    """Top-level modules that are loaded once the code has run."""
    told = f"import sys\n{code}\nprint('LOADED', *sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", told], input=typed, capture_output=True, text=True, env=surroundings(home), check=True
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize(
    "module",
    [
        "backfire_sim",
        "backfire_sim.engine.session",
        "backfire_sim.views.ending",
        "backfire_sim.storage.keeper",
        "backfire_sim.storage.reviews",
        "backfire_sim.practice.progress",
        "backfire_sim.plain.player",
    ],
)
def test_rules_views_storage_and_plain_mode_load_nothing_heavy(module: str, tmp_path: Path) -> None:
    assert not _loaded_after(f"import {module}", tmp_path) & set(HEAVY)


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["play", "the-count", "--plain"],
        ["play", RAID, "--plain"],
        ["play", "the-count", "--plain", "--language", "es"],
        ["learn", "redeem", "--plain"],
    ],
)
def test_a_warm_start_reads_neither_yaml_nor_models(words: list[str], tmp_path: Path) -> None:
    assert backfire(tmp_path, *words, typed="1\nnone\n1\n").returncode == 0
    loaded = _loaded_after(f"from backfire_sim.cli import main; main({words!r})", tmp_path, "1\nnone\n1\nend\n")
    assert not loaded & set(HEAVY)


def test_a_table_with_its_door_open_reads_neither_yaml_nor_models(tmp_path: Path) -> None:
    words, typed = ["table", "the-count", "--plain"], "1\n\nnone\n\n\n"
    assert "Seat 1 of 8" in backfire(tmp_path, *words, typed=typed).stdout
    assert not _loaded_after(f"from backfire_sim.cli import main; main({words!r})", tmp_path, typed) & set(HEAVY)


def test_help_loads_no_other_part_of_the_program(tmp_path: Path) -> None:
    code = (
        "from backfire_sim.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print('PARTS', *(name for name in sys.modules if name.startswith('backfire_sim.')), 'END')"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}"],
        capture_output=True,
        text=True,
        env=surroundings(tmp_path),
        check=True,
    )
    assert done.stdout.rpartition("PARTS ")[2].split() == ["backfire_sim.cli", "END"]


def test_imports_point_down_the_tree() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(lint), "--no-cache"], capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False
    )
    assert done.returncode == 0, done.stdout
