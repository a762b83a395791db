"""Small readers of what the map is written in, strict enough to notice a label that breaks out."""

import re
from typing import NamedTuple


class Read(NamedTuple):
    """What a reader found: the labels of the scenes by id, and the ways as (from, to, label)."""

    scenes: dict[str, str]
    ways: list[tuple[str, str, str]]


_LABEL = r'"((?:[^"#]|#\d+;)*)"'
_MERMAID = [
    (re.compile(rf"\s*s_(\w+)\[{_LABEL}\]"), "scene"),
    (re.compile(rf"\s*(s_END)\(\[{_LABEL}\]\)"), "end"),
    (re.compile(rf"\s*before\[{_LABEL}\]"), ""),
    (re.compile(r"\s*before --> s_\w+"), ""),
    (re.compile(rf"\s*s_(\w+) (?:-->|-\.->)\|{_LABEL}\| s_(\w+)"), "way"),
    (re.compile(rf"\s*subgraph nobody\[{_LABEL}\]|\s*end"), ""),
    (
        re.compile(
            r"\s*classDef lost [\w:#,. -]+|\s*class [\w,]+ lost|\s*style s_\w+ fill:#[0-9a-f]{6},color:#[0-9a-f]{6}"
        ),
        "",
    ),
]


def read_mermaid(text: str) -> Read:
    """Every line has to be one of the few that a map is made of."""
    first, *lines = text.rstrip("\n").split("\n")
    assert first == "flowchart TD"
    read = Read({}, [])
    for line in lines:
        # Mermaid takes these out before it reads, wherever they stand.
        assert "%%" not in line
        assert re.search(r"(style|classDef).*:\S*#.*;", line.partition('"')[2]) is None
        kind, found = next((kind, m) for pattern, kind in _MERMAID if (m := pattern.fullmatch(line)))
        if kind == "scene":
            assert found[1] not in read.scenes
            read.scenes[found[1]] = _from_mermaid(found[2])
        if kind == "way":
            read.ways.append((found[1], found[3], _from_mermaid(found[2])))
    return read


def _from_mermaid(label: str) -> str:
    lines = (re.sub(r"#(\d+);", lambda m: chr(int(m[1])), line) for line in label.split("<br/>"))
    return "\n".join(lines).replace("\u200b", "")


_TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|([\w#.]+)|(->|[\[\]{}=]))', re.DOTALL)


def read_dot(text: str) -> Read:
    """Token by token: nodes and ways with their labels."""
    tokens, place = [], 0
    while text[place:].strip():
        found = _TOKEN.match(text, place)
        assert found, text[place : place + 40]
        tokens.append(found[1] or found[2] or found[3])
        place = found.end()
    assert (tokens[0], tokens[2], tokens[-1]) == ("digraph", "{", "}")
    assert tokens.count("{") == tokens.count("}")
    read = Read({}, [])
    for n, token in enumerate(tokens):
        if not token.startswith('"') or tokens[n - 1] in ("=", "->"):
            continue
        name, end = _from_dot(token), n + 1
        target = _from_dot(tokens[n + 2]) if tokens[n + 1] == "->" else ""
        end = n + 3 if target else n + 1
        label = _dot_label(tokens[end + 1 : tokens.index("]", end)]) if tokens[end] == "[" else ""
        if target and label:
            read.ways.append((name, target, label))
        elif label and name not in ("END", "before:"):
            assert name not in read.scenes
            read.scenes[name] = label
    return read


def _dot_label(looks: list[str]) -> str:
    assert len(looks) % 3 == 0 and all(sign == "=" for sign in looks[1::3])
    return _from_dot(dict(zip(looks[::3], looks[2::3], strict=True))["label"])


def _from_dot(token: str) -> str:
    label = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "ln" else m[1], token[1:-1])
    # Lines that are set in go on with the line before.
    return label.replace("&amp;", "&").rstrip("\n").replace("\n    ", " ")
