"""Tags of languages, and which files beside a scenario hold its translations."""

from __future__ import annotations

import os
import re
from pathlib import Path

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?")
_BESIDE = re.compile(r"\.(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,2})\.yaml")
_TELLING = re.compile(rb"^(scenes|translates|texts)\s*:", re.MULTILINE)
_MOST_BYTES = 32 * 1024 * 1024


def tag(text: str) -> str:
    """A language as it is written in files, `es` or `pt-BR`; empty where the text names none.

    Forgives case, `_` for `-`, and what systems write behind it: `es_MX.UTF-8` is `es-MX`.
    """
    found = _TAG.fullmatch(text.strip().partition(".")[0].partition("@")[0].lower())
    if not found:
        return ""
    language, script, region = found.group("language", "script", "region")
    return "-".join(filter(None, (language, script and script.capitalize(), region and region.upper())))


def wider(language: str) -> list[str]:
    """A tag and those it is part of: `pt-BR`, `pt`."""
    parts = language.split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1) if parts[0]]


def translation_file(scenario: str | os.PathLike[str], language: str) -> Path:
    """Where the translations of a scenario file into a language stand: beside it, `NAME.es.yaml`."""
    path = Path(scenario)
    return path.with_name(f"{path.name.removesuffix(path.suffix)}.{language}.yaml")


def language_of(file: str | os.PathLike[str]) -> str:
    """The language that the name of a file of translations gives; empty where it gives none."""
    return tag(Path(Path(file).stem).suffix[1:])


def scenario_of(file: Path) -> Path:
    """The scenario file that a file of translations stands beside, whether or not it is there."""
    stem = Path(file.stem).stem
    other = file.with_name(f"{stem}.yml")
    return other if other.is_file() else file.with_name(f"{stem}.yaml")


def translation_files(scenario: Path) -> dict[str, Path]:
    """The files of translations beside a scenario file, by language."""
    stem = scenario.name.removesuffix(scenario.suffix)
    found: dict[str, Path] = {}
    try:
        beside = sorted(scenario.parent.glob(f"{_literal(stem)}.*.yaml"))
    except (OSError, ValueError):
        return {}
    for path in beside:
        ending = _BESIDE.fullmatch(path.name[len(stem) :])
        if ending and tag(ending["tag"]) and holds_translations(path):
            found.setdefault(tag(ending["tag"]), path)
    return found


def holds_translations(file: Path) -> bool:
    """Whether a file with the name of one holds translations, as far as its keys and its place tell."""
    from backfire_sim.scenario.opening import read_ordinary

    try:
        keys = {found[1] for found in _TELLING.finditer(read_ordinary(file, _MOST_BYTES))}
    except (OSError, ValueError):
        return False
    return bool(keys & {b"translates", b"texts"}) or (b"scenes" not in keys and scenario_of(file).is_file())


def _literal(name: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", name)
