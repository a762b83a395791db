"""A scenario drawn: scenes in rounds, the ways between them, what has to hold on each."""

from __future__ import annotations

from backfire_sim.authoring.map.graph import graph
from backfire_sim.authoring.map.wording import Heat
from backfire_sim.engine.scenario import Scenario

FORMATS = ("text", "mermaid", "dot", "svg")
ENDINGS = {".txt": "text", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot", ".svg": "svg"}
"""The endings of files, and what is written into each."""

FULL_TO = 40
"""Scenes up to which a map tells every move in full; a larger one is folded to the ids of the moves."""


def drawn(
    scenario: Scenario, format_: str, heat: Heat | None = None, *, cells: int = 80, full: bool | None = None
) -> str:
    """The map of a scenario in one of `FORMATS`. `cells` is the width of text; `full` is by size if it is not given.

    A picture is always full.
    """
    found = graph(scenario)
    if full is None:
        full = len(found.stops) <= FULL_TO
    match format_:
        case "mermaid":
            from backfire_sim.authoring.map.mermaid import mermaid

            return mermaid(found, heat, full=full)
        case "dot":
            from backfire_sim.authoring.map.dot import dot

            return dot(found, heat, full=full)
        case "svg":
            from backfire_sim.authoring.map.svg import svg

            return svg(found, heat)
        case _:
            from backfire_sim.authoring.map.outline import outline

            return "".join(f"{line}\n" for line in outline(found, heat, cells, full=full))
