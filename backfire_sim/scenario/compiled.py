"""A compiled scenario as bytes that load without YAML and without pydantic, for opening large files at once.

The first line says what made them and from which source; a hash covers the rest. Every scene is a line of JSON of its
own and is only decoded when a play opens it. Bytes that are damaged, foreign or of another version give None: they
are a copy kept to save time, never the only one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from backfire_sim import __version__
from backfire_sim.engine.scenario import Scenario, Scene
from backfire_sim.scenario import coding
from backfire_sim.scenario.lazy import LazyScenes

SHAPE = 1
"""Raised whenever the bytes are written in another way."""


class DamagedError(ValueError):
    """A scene of a compiled scenario cannot be decoded; make the copy again from its source."""


def dumps(scenario: Scenario, source: bytes) -> bytes:
    """The scenario as bytes, tied to the bytes of the file that it was compiled from."""
    frame = json.dumps(coding.encode_frame(scenario), ensure_ascii=False, separators=(",", ":"))
    ids = json.dumps(list(scenario.scenes), ensure_ascii=False, separators=(",", ":"))
    scenes = [
        json.dumps(coding.encode_scene(scene), ensure_ascii=False, separators=(",", ":"))
        for scene in scenario.scenes.values()
    ]
    body = "\n".join([frame, ids, *scenes]).encode("utf-8", "surrogatepass")
    return _head(source, body) + b"\n" + body


def loads(data: bytes, source: bytes) -> Scenario | None:
    """The scenario in `data`, or None unless this program wrote it from exactly these source bytes.

    A scene is decoded when it is first asked for; DamagedError if that fails, which only wilful damage can cause.
    """
    head, newline, body = data.partition(b"\n")
    if not newline or head != _head(source, body):
        return None
    try:
        frame, ids, *scenes = body.decode("utf-8").split("\n")
        names = json.loads(ids)
        if not (isinstance(names, list) and names and all(isinstance(name, str) for name in names)):
            return None
        if len(names) != len(scenes) or len(set(names)) != len(names):
            return None
        texts = dict(zip(names, scenes, strict=True))
        lazy: Mapping[str, Scene] = LazyScenes(names, lambda scene_id: _scene(scene_id, texts.pop(scene_id)))
        scenario = coding.decode_frame(json.loads(frame), lazy)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    return scenario if scenario.first in texts else None


def key(source: bytes) -> str:
    """A name under which to keep the compiled bytes of a source file; another version of the program has another."""
    made_by = f"{SHAPE} {__version__} {coding.FINGERPRINT}".encode()
    return f"scenario-{blake2b(source, key=blake2b(made_by).digest(), digest_size=16).hexdigest()}"


def _scene(scene_id: str, text: str) -> Scene:
    try:
        scene = coding.decode_scene(json.loads(text))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise DamagedError(f"the compiled scene {scene_id!r} is damaged") from error
    if scene.id != scene_id:
        raise DamagedError(f"the compiled scene {scene_id!r} holds another")
    return scene


def _head(source: bytes, body: bytes) -> bytes:
    parts = ("backfire", key(source), blake2b(body, digest_size=16).hexdigest())
    return " ".join(parts).encode()
