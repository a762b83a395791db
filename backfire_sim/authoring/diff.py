"""What changed in how a scenario behaves, between two versions of its file: not the words, but where plays can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from backfire_sim.authoring.explore.limits import Progress
from backfire_sim.authoring.golden import figures_of
from backfire_sim.authoring.playtest.report import Report
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import GoldenPlay, load_plays
from backfire_sim.storage.shelf import NotPlayableError

NOISE = 4.0
"""Standard errors by which two samples must differ before a difference is told."""


class Shift(NamedTuple):
    """A share of plays that is another one now."""

    what: str
    before: float
    after: float


class PlayShift(NamedTuple):
    """A golden play that leads elsewhere now."""

    id: str
    differs: tuple[str, ...]
    """One sentence for each figure that differs, or why it cannot be walked any more."""


class Difference(NamedTuple):
    """How two versions of a scenario differ in behavior."""

    exact: bool
    """Whether every play of both was looked at; else the shares are estimates."""
    scenes_gone: tuple[str, ...]
    scenes_new: tuple[str, ...]
    no_longer_reached: tuple[str, ...]
    """Scenes and endings that plays came to before, and do not now, though they are still there."""
    now_reached: tuple[str, ...]
    moves_gone: tuple[str, ...]
    moves_new: tuple[str, ...]
    no_longer_open: tuple[str, ...]
    now_open: tuple[str, ...]
    shares: tuple[Shift, ...]
    """Outcome classes by strategy, endings of random plays, and scenes of random plays."""
    golden: tuple[PlayShift, ...]

    @property
    def none(self) -> bool:
        """Whether they behave alike."""
        return not any(self[1:])

    def as_record(self) -> dict[str, Any]:
        """The difference as plain data, for `--json`."""
        record = {key: list(value) if isinstance(value, tuple) else value for key, value in self._asdict().items()}
        record["shares"] = [shift._asdict() for shift in self.shares]
        record["golden"] = [{"id": shift.id, "differs": list(shift.differs)} for shift in self.golden]
        return {**record, "same": self.none}


def compare(old_file: Path, new_file: Path, progress: Progress | None = None) -> Difference:
    """How the new version behaves differently. NotPlayableError where one of them has errors."""
    old, new = _scenario(old_file), _scenario(new_file)
    before, after = playtest(old, progress=progress), playtest(new, progress=progress)
    if before.exact != after.exact:
        before, after = playtest(old, plays=10_000), playtest(new, plays=10_000)
    renamed = dict(new.renamed)
    was, now = _reached(before, renamed), _reached(after, {})
    open_before, open_now = _open(before, renamed), _open(after, {})
    scenes_before, scenes_now = {renamed.get(one, one) for one in old.scenes}, set(new.scenes)
    return Difference(
        exact=before.exact and after.exact,
        scenes_gone=_in_order(scenes_before - scenes_now, was),
        scenes_new=_in_order(scenes_now - scenes_before, now),
        no_longer_reached=tuple(one for one in was if was[one] and one in now and not now[one]),
        now_reached=tuple(one for one in now if now[one] and one in was and not was[one]),
        moves_gone=tuple(one for one in open_before if one not in open_now),
        moves_new=tuple(one for one in open_now if one not in open_before),
        no_longer_open=tuple(one for one, is_open in open_before.items() if is_open and open_now.get(one) is False),
        now_open=tuple(one for one, is_open in open_now.items() if is_open and open_before.get(one) is False),
        shares=tuple(_shifts(before, after)),
        golden=tuple(_golden(old_file, new_file, old, new)),
    )


def told(found: Difference) -> Iterator[str]:
    """The difference as lines."""
    if found.none:
        yield "No difference in behavior: the same scenes, moves, endings and outcomes are reached as before."
        return
    lists = (
        ("Scenes that are gone", found.scenes_gone),
        ("New scenes", found.scenes_new),
        ("No play comes here any more", found.no_longer_reached),
        ("Plays come here now, and did not before", found.now_reached),
        ("Moves that are gone", found.moves_gone),
        ("New moves", found.moves_new),
        ("Never open any more", found.no_longer_open),
        ("Open now, and never before", found.now_open),
    )
    for title, names in lists:
        if names:
            yield f"{title}: {', '.join(names)}"
    if found.shares:
        yield "Shares of plays" + ("" if found.exact else " (two samples; small differences are left out)")
        width = max(len(shift.what) for shift in found.shares)
        for shift in found.shares:
            yield f"  {shift.what:<{width}}  {100 * shift.before:6.1f} % -> {100 * shift.after:5.1f} %"
    if found.golden:
        yield "Golden plays that lead elsewhere now"
        for play in found.golden:
            yield f"  {play.id}"
            yield from (f"    - {line}" for line in play.differs)


def _scenario(file: Path) -> Scenario:
    loaded = load(file)
    if loaded.scenario is None:
        raise NotPlayableError(file, loaded.problems)
    return loaded.scenario


def _reached(report: Report, renamed: Mapping[str, str]) -> dict[str, bool]:
    """Scenes, and endings as `ending X`, with whether any play comes there."""
    reached = {renamed.get(scene.scene, scene.scene): scene.reached > 0 for scene in report.scenes}
    for ending in report.strategies[0].endings:
        reached[f"ending {ending}"] = any(row.endings[ending] > 0 for row in report.strategies)
    return reached


def _open(report: Report, renamed: Mapping[str, str]) -> dict[str, bool]:
    found = {}
    for move in report.moves:
        key = f"{renamed.get(move.scene, move.scene)}.{move.move}"
        found[renamed.get(key, key)] = move.open > 0
    return found


def _in_order(names: set[str], order: Mapping[str, bool]) -> tuple[str, ...]:
    return (*(name for name in order if name in names), *sorted(names - set(order)))


def _shifts(before: Report, after: Report) -> Iterator[Shift]:
    rows = {row.strategy: row for row in after.strategies}
    for old in before.strategies:
        new = rows[old.strategy]
        for kind, share in old.classes.items():
            if _differ(share, new.classes[kind], old.plays, new.plays):
                yield Shift(f"{old.strategy}: {kind}", share, new.classes[kind])
    random_before = next(row for row in before.strategies if row.strategy == "random")
    for ending, share in random_before.endings.items():
        now = rows["random"].endings.get(ending)
        if now is not None and _differ(share, now, random_before.plays, rows["random"].plays):
            yield Shift(f"random: ending {ending}", share, now)
    scenes = {scene.scene: scene.reached for scene in after.scenes}
    for scene in before.scenes:
        now = scenes.get(scene.scene)
        if now is not None and _differ(scene.reached, now, random_before.plays, rows["random"].plays):
            yield Shift(f"random: scene {scene.scene}", scene.reached, now)


def _differ(before: float, after: float, plays_before: int, plays_after: int) -> bool:
    if not plays_before or not plays_after:
        return round(100 * before, 1) != round(100 * after, 1)
    mean = min(1.0, (before + after) / 2)
    error = (max(mean * (1 - mean), 0.0) * (1 / plays_before + 1 / plays_after)) ** 0.5
    return abs(before - after) > NOISE * error and abs(before - after) >= 0.005


def _golden(old_file: Path, new_file: Path, old: Scenario, new: Scenario) -> Iterator[PlayShift]:
    plays: dict[str, GoldenPlay] = {}
    for file in (new_file, old_file):
        beside = sidecar(file)
        if beside.exists():
            loaded = load(file)
            plays.update({play.id: play for play in load_plays(beside, loaded).plays})
    for play in plays.values():
        before, after = figures_of(old, play), figures_of(new, play)
        if isinstance(before, str) and isinstance(after, str):
            continue
        if isinstance(before, str) or isinstance(after, str):
            said = f"It can be walked now: {before}" if isinstance(before, str) else str(after)
            yield PlayShift(play.id, (said,))
        elif before != after:
            differs = (
                f"{name} was {before[name]}, and is {after[name]}." for name in before if before[name] != after[name]
            )
            yield PlayShift(play.id, tuple(differs))
