"""Whatever a file holds, the answer is a list of problems: no exception, no hang, nothing unsafe in the words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.report import as_github, as_json, as_text
from backfire_sim.text import is_plain

from .conftest import FIXTURES

EXAMPLE = (FIXTURES / "food-bank-raid.yaml").read_bytes()
LINES = EXAMPLE.splitlines(keepends=True)
PIECES = [
    *(line.strip() + b"\n" for line in LINES),
    b"{", b"}", b"[", b"]", b": ", b"- ", b"? ", b"| ", b"> ", b"& ", b"*a ", b"!t ", b"'", b'"', b"#", b"\t", b"\n",
    b"%", b"---\n", b"...\n", b"<<: ", b"\x00", b"\xff", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"9" * 30, b"null", b"true",
    b"-1", b"+99999", b"\\", b"\r", "日本".encode(), b"END", b"wait", b"care >= 3 and (", b"\x1b[2J",
]  # fmt: skip


def look(data: bytes) -> None:
    """Read it as an author's program would, and look at everything that is shown."""
    loaded = read_text(data, "fuzzed.yaml")
    for problem in loaded.problems:
        assert problem.message
        assert is_plain(problem.message), problem
        assert is_plain(problem.help), problem
        assert is_plain(problem.source), problem
        assert 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 2
    as_text(loaded.problems)
    as_json(loaded.problems)
    as_github(loaded.problems)
    if loaded.ok:
        assert loaded.scenario is not None
        assert loaded.scenario.rules.opening()
        assert all(loaded.scenario.rules.scene(scene_id) for scene_id in loaded.scenario.scenes)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(EXAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes(flips):
    data = bytearray(EXAMPLE)
    for place, byte in flips:
        data[place] = byte
    look(bytes(data))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(EXAMPLE)), st.integers(0, len(EXAMPLE)))
def test_deleted_pieces(start, end):
    look(EXAMPLE[:start] + EXAMPLE[end:])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1)), min_size=1, max_size=5))
def test_swapped_lines(swaps):
    lines = list(LINES)
    for left, right in swaps:
        lines[left], lines[right] = lines[right], lines[left]
    look(b"".join(lines))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(EXAMPLE)), st.sampled_from(PIECES)), min_size=1, max_size=6))
def test_pieces_put_in_anywhere(inserts):
    data = EXAMPLE
    for place, piece in inserts:
        data = data[:place] + piece + data[place:]
    look(data)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_heaps_of_pieces(pieces):
    look(b"".join(pieces))
    read_plays(b"plays:\n  a:\n" + b"".join(pieces))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    look(data)
    read_plays(data)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.sampled_from(["", "raid", "END", "care >= 3", "+2"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["moves", "when", "effects", "outcomes", "goto", "text", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
KEYS = [
    "format", "about", "audiences", "voices", "bearers", "people", "start", "facts", "counters", "prepare", "scenes",
    "injects", "endings", "debrief", "facilitator", "case_file", "sources",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=3))
def test_any_value_in_place_of_a_section(sections):
    import json

    kept = [
        block for block in (b"\n" + EXAMPLE).split(b"\n\n") if block.strip().split(b":")[0].decode() not in sections
    ]
    look(
        b"\n".join(kept) + b"\n" + "\n".join(f"{key}: {json.dumps(value)}" for key, value in sections.items()).encode()
    )


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: &a\n  b: *a\n",
        "[" * 200_000,
        "{" * 200_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " * 50_000,
        "'" * 100_001,
        "a:\n" + "".join(" " * n + f"k{n}:\n" for n in range(1, 900)),
        "a: [" + "{" * 50 + "}" * 50 + "]",
        "x: " + "9" * 15_000,
        "".join(f"k{n}: v\n" for n in range(100_000)),
        "k: v\n" * 50_000,
        "a: |\n" + "  line\n" * 100_000,
        "a: [" + "b,\n" * 100_000 + "]",
        "scenes:\n" + "".join(f"  s{n}: {{moves: {{}}}}\n" for n in range(5000)),
        "scenes:\n" + "".join(f"  s{n}: x\n" for n in range(30_000)),
        "\x00" * 100_000,
        "\u202e" * 10_000,
        "e" + "\u0301" * 19_000,
    ],
    ids=range(20),
)
def test_bombs_are_problems(text):
    loaded = read_text(text)
    assert loaded.problems
    as_text(loaded.problems)
