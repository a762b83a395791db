"""Scenes that are only made when a play opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from backfire_sim.engine.scenario import Scene


class LazyScenes(Mapping[str, Scene]):
    """Scenes by id, each made when it is first asked for and kept from then on."""

    def __init__(self, ids: list[str], make: Callable[[str], Scene]) -> None:
        self._made: dict[str, Scene | None] = dict.fromkeys(ids)
        self._make = make

    def __getitem__(self, scene_id: str) -> Scene:
        scene = self._made[scene_id]
        if scene is None:
            scene = self._made[scene_id] = self._make(scene_id)
        return scene

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, scene_id: object) -> bool:
        return scene_id in self._made
