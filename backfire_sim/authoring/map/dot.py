"""The map in the DOT language, for Graphviz and what reads its files."""

from __future__ import annotations

from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Edge, Graph, Stop
from backfire_sim.engine.scenario import END
from backfire_sim.text import one_line, wrap

WIDTH = 48
"""Characters of a line in a label."""

_BEFORE = "before:"
"""No scene can have this id."""


def dot(graph: Graph, heat: w.Heat | None = None, full: bool = True) -> str:
    """The map as a directed graph."""
    lines = [
        f"digraph {_quoted([graph.id])} {{",
        f"  label={_quoted([graph.title, w.counted(graph)])}",
        "  labelloc=t",
        '  node [shape=box style="rounded,filled" fillcolor="#ffffff" fontname="Helvetica"]',
        '  edge [fontname="Helvetica" fontsize=11]',
    ]
    if graph.options:
        lines.append(f"  {_quoted([_BEFORE])} [label={_left(w.before_said(graph))} style=dashed]")
    lines += [f"  {_scene(stop, heat)}" for stop in graph.stops if stop.reached]
    for stops in graph.in_rounds().values():
        if len(stops) > 1:
            lines.append(f"  {{rank=same {' '.join(_quoted([stop.id]) for stop in stops)}}}")
    if graph.unreached():
        lines += ["  subgraph cluster_nobody {", f"    label={_quoted([w.NOBODY])}", "    style=dashed"]
        lines += [f"    {_scene(stop, heat)}" for stop in graph.unreached()]
        lines.append("  }")
    lines.append(f"  {_quoted([END])} [label={_left(w.end_said(graph))} shape=box style=bold]")
    if graph.options:
        lines.append(f"  {_quoted([_BEFORE])} -> {_quoted([graph.first])}")
    lines += [f"  {_edge(edge, heat, full)}" for edge in graph.edges]
    return "\n".join([*lines, "}", ""])


def _escaped(text: str) -> str:
    """A text that Graphviz shows as it is, whatever is in it."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def _quoted(lines: list[str]) -> str:
    return '"' + "\\n".join(_escaped(one_line(line)) for line in lines) + '"'


def _left(lines: list[str]) -> str:
    """Lines set to the left."""
    broken = [part for line in lines for part in _hung(line)]
    return '"' + "".join(f"{_escaped(part)}\\l" for part in broken) + '"'


def _hung(line: str) -> list[str]:
    first, *others = wrap(one_line(line), WIDTH) or [""]
    return [first, *(f"    {other}" for other in others)]


def _scene(stop: Stop, heat: w.Heat | None) -> str:
    looks = [f"label={_left(w.scene_said(stop, heat))}"]
    if heat is not None:
        looks.append(f'fillcolor="{w.shade(heat.get(stop.id, 0.0))}"')
    if not stop.reached:
        looks.append('color="#b3261e" style="rounded,filled,dashed"')
    return f"{_quoted([stop.id])} [{' '.join(looks)}]"


def _edge(edge: Edge, heat: w.Heat | None, full: bool) -> str:
    said = w.ways_said(edge, heat) if full else [", ".join(w.ways_in_brief(edge, heat))]
    looks = [f"label={_left(said)}"]
    if edge.waits:
        looks.append('style=dashed color="#a3aeb9"')
    elif edge.back:
        looks.append('color="#7b3fa0"')
    if edge.back:
        looks.append("constraint=false")
    return f"{_quoted([edge.source])} -> {_quoted([edge.target])} [{' '.join(looks)}]"
