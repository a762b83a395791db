"""The map as a Mermaid flowchart, for pages that draw such (GitHub and GitLab among them)."""

from __future__ import annotations

import re

from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Edge, Graph
from backfire_sim.engine.scenario import END
from backfire_sim.text import one_line

# Mermaid looks for its own signs inside of quotation marks too, so that only what cannot be one stays as it is.
_SIGN = re.compile(r":(?! )|[^\w .,()'?!=/+:-]", re.ASCII)
# These would make a list of a label that begins with them.
_LIST = re.compile(r"^(?:[-+]|\d+(?=[.)]))")
# These mean something to it even when they are written as numbers: a line break, a formula, an icon.
_SPELL = re.compile(r"\\(?=n)|\$(?=\$)|:(?=fa-)")
_NO_SPACE = "\u200b"


def mermaid(graph: Graph, heat: w.Heat | None = None, full: bool = True) -> str:
    """The map as the text of a flowchart."""
    lines = ["flowchart TD"]
    if graph.options:
        lines.append(f"  before{_box(w.before_said(graph))}")
    lines += [f"  {_name(stop.id)}{_box(w.scene_said(stop, heat))}" for stop in graph.stops if stop.reached]
    apart = graph.unreached()
    if apart:
        lines.append(f"  subgraph nobody[{_quoted([w.NOBODY])}]")
        lines += [f"    {_name(stop.id)}{_box(w.scene_said(stop, heat))}" for stop in apart]
        lines.append("  end")
    lines.append(f"  {_name(END)}([{_quoted(w.end_said(graph))}])")
    if graph.options:
        lines.append(f"  before --> {_name(graph.first)}")
    lines += [f"  {_edge(edge, heat, full)}" for edge in graph.edges]
    lines += _looks(graph, heat)
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """A text that Mermaid shows as it is, whatever is in it."""
    text = _SPELL.sub(lambda found: found[0] + _NO_SPACE, one_line(text))
    signs = _SIGN.sub(lambda found: found[0] if ord(found[0]) > 127 else _coded(found[0]), text)
    return _LIST.sub(lambda found: _coded(found[0]), signs)


def _coded(text: str) -> str:
    return "".join(f"#{ord(char)};" for char in text)


def _quoted(lines: list[str]) -> str:
    return '"' + "<br/>".join(map(escaped, lines)) + '"'


def _box(lines: list[str]) -> str:
    return f"[{_quoted(lines)}]"


def _name(id_: str) -> str:
    """A name that is none of Mermaid's own words."""
    return f"s_{id_}"


def _edge(edge: Edge, heat: w.Heat | None, full: bool) -> str:
    said = w.ways_said(edge, heat) if full else [", ".join(w.ways_in_brief(edge, heat))]
    arrow = "-.->" if edge.waits else "-->"
    return f"{_name(edge.source)} {arrow}|{_quoted(said)}| {_name(edge.target)}"


def _looks(graph: Graph, heat: w.Heat | None) -> list[str]:
    """The looks of scenes: those that nobody gets to, and how warm the others are."""
    looks = []
    if graph.unreached():
        looks.append("  classDef lost stroke:#b3261e,stroke-dasharray:7 4")
        looks.append(f"  class {','.join(_name(stop.id) for stop in graph.unreached())} lost")
    if heat is not None:
        for stop in graph.stops:
            looks.append(f"  style {_name(stop.id)} fill:{w.shade(heat.get(stop.id, 0.0))},color:#1d2733")
    return looks
