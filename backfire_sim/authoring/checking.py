"""Check files as the command line is given them: scenarios, and the golden plays and translations beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backfire_sim.scenario.beside import PLAYS, is_beside, sidecar
from backfire_sim.scenario.language import scenario_of, translation_files
from backfire_sim.scenario.load import Loaded, load
from backfire_sim.scenario.plays import load_plays
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.translation import load_translation

UNREACHABLE = "BF001"
"""The code of a file that cannot be read at all."""


class Looked(NamedTuple):
    """What came of looking at files."""

    problems: list[Problem]
    notes: list[str]
    """For each scenario: how far its states were looked at."""


def problems_of(files: Sequence[str], *, proved: bool = True) -> list[Problem]:
    """Everything that is wrong with these files, file by file, root causes first; with what can be proved of them.

    Golden plays and translations beside a scenario are checked with it; those that are among the files themselves, in
    their own place.
    """
    return look(files, proved=proved).problems


def look(files: Sequence[str], *, proved: bool = True) -> Looked:
    """The same, with how far was looked."""
    given = {_same(Path(file)) for file in files}
    notes: list[str] = []
    problems = [problem for file in files for problem in _problems(Path(file), given, notes, proved)]
    return Looked(problems, notes)


def _problems(file: Path, given: set[Path], notes: list[str], proved: bool) -> Iterator[Problem]:
    if is_beside(file):
        scenario = scenario_beside(file)
        told = _plays_problems if Path(file.stem).suffix == PLAYS else _translation_problems
        yield from told(file, load(scenario) if scenario.is_file() else None)
        return
    loaded = load(file)
    yield from loaded.problems
    if proved and loaded.ok:
        from backfire_sim.authoring.proofs import prove

        proof = prove(loaded)
        notes.append(f"{loaded.name}: {proof.note}")
        yield from proof.problems
    beside = sidecar(file)
    if _there(beside) and _same(beside) not in given:
        yield from _plays_problems(beside, loaded)
    for beside in translation_files(file).values():
        if _same(beside) not in given:
            yield from _translation_problems(beside, loaded)


def files_of(files: Sequence[str]) -> list[Path]:
    """Every file that `problems_of` looks at, in its order; golden plays even where there are none yet."""
    given = {_same(Path(file)) for file in files}
    found: list[Path] = []
    for file in map(Path, files):
        found.append(file)
        if not is_beside(file):
            beside = (sidecar(file), *translation_files(file).values())
            found += [other for other in beside if _same(other) not in given]
    return list(dict.fromkeys(found))


def scenario_beside(file: Path) -> Path:
    """The scenario file that golden plays or translations stand beside, whether or not it is there."""
    return file.with_name(Path(file.stem).stem + file.suffix) if Path(file.stem).suffix == PLAYS else scenario_of(file)


def untranslated(files: Sequence[str]) -> Iterator[str]:
    """A sentence for each file of translations that lacks some: they fall back to the scenario, and are no problem."""
    beside = (translation_files(Path(file)).items() for file in files)
    for language, file in sorted({pair for pairs in beside for pair in pairs}, key=str):
        match = load_translation(file, load(scenario_of(file))).match
        if match is not None and (missing := len(match.missing())):
            name = scenario_of(file).name
            said = f"{missing} of {len(match.texts)} texts are not translated yet"
            yield f"{file}: {said}; backfire translate {name} {language} lists them."


def _translation_problems(file: Path, scenario: Loaded | None) -> tuple[Problem, ...]:
    """What is wrong with translations. Without a sound scenario beside them only their shape can be checked."""
    return load_translation(file, scenario if scenario is not None and scenario.ok else None).problems


def _plays_problems(file: Path, scenario: Loaded | None) -> tuple[Problem, ...]:
    """What is wrong with golden plays. Without a sound scenario beside them only their shape can be checked.

    What they name may be missing only because of what is wrong in the scenario, and is not held against them.
    """
    return load_plays(file, scenario if scenario is not None and scenario.ok else None).problems


def _there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        return False


def _same(file: Path) -> Path:
    """The file itself, whichever way it was written."""
    try:
        return file.resolve()
    except (OSError, ValueError, RuntimeError):
        return file
