"""The layout knows only numbers: order, distance, no two things in one place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.map.layers import Layout, Link, layout

GAP = 10.0


@st.composite
def layered(draw: st.DrawFn) -> tuple[list[int], list[float], list[Link]]:
    layers = draw(st.lists(st.integers(0, 5), min_size=1, max_size=14))
    widths = draw(st.lists(st.floats(1, 300), min_size=len(layers), max_size=len(layers)))
    pairs = [(a, b) for a in range(len(layers)) for b in range(len(layers)) if layers[a] < layers[b]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=20, unique=True)) if pairs else []
    return layers, widths, [Link(a, b) for a, b in chosen]


def crossings(found: Layout) -> int:
    """Counted anew, by looking at every two pieces between the same two layers."""
    place = {n: (level, k) for level, layer in enumerate(found.layers) for k, n in enumerate(layer)}
    pieces = {pair for chain in found.chains for pair in pairwise(chain)}
    return sum(
        place[a][0] == place[c][0] and place[a][1] < place[c][1] and place[b][1] > place[d][1]
        for a, b in pieces
        for c, d in pieces
    )


@given(layered())
def test_nothing_stands_on_anything_else(given_: tuple[list[int], list[float], list[Link]]) -> None:
    layers, widths, links = given_
    found = layout(layers, widths, links, GAP)
    assert sorted(n for layer in found.layers for n in layer) == list(range(len(found.middles)))
    for layer in found.layers:
        for left, right in pairwise(layer):
            sizes = [widths[n] if n < len(widths) else 0.0 for n in (left, right)]
            assert found.middles[right] - found.middles[left] >= sum(sizes) / 2 + GAP - 1e-6
    for n, size in enumerate(widths):
        assert found.middles[n] - size / 2 >= -1e-6
        assert found.middles[n] + size / 2 <= found.width + 1e-6


@given(layered())
def test_every_link_goes_through_each_layer_between(given_: tuple[list[int], list[float], list[Link]]) -> None:
    layers, widths, links = given_
    found = layout(layers, widths, links, GAP)
    level = {n: at for at, layer in enumerate(found.layers) for n in layer}
    for link, chain in zip(links, found.chains, strict=True):
        assert (chain[0], chain[-1]) == (link.start, link.end)
        assert [level[n] for n in chain] == list(range(layers[link.start], layers[link.end] + 1))
    assert found == layout(layers, widths, links, GAP)


def test_lines_that_need_not_cross_do_not() -> None:
    # Two parents, each with children written in the other's order.
    found = layout([0, 0, 1, 1, 1, 1], [10.0] * 6, [Link(0, 4), Link(0, 5), Link(1, 2), Link(1, 3)], GAP)
    assert crossings(found) == 0


def test_a_parent_stands_over_the_middle_of_its_children() -> None:
    found = layout([0, 1, 1, 1], [20.0, 20.0, 20.0, 20.0], [Link(0, 1), Link(0, 2), Link(0, 3)], GAP)
    assert abs(found.middles[0] - found.middles[2]) < 0.5
    assert found.width == 80


def test_a_long_line_runs_straight() -> None:
    chain = [Link(n, n + 1) for n in range(6)]
    found = layout([0, 1, 2, 3, 4, 5, 6], [40.0] * 7, [*chain, Link(0, 6)], GAP)
    joints = [found.middles[n] for n in found.chains[-1][1:-1]]
    assert max(joints) - min(joints) < 5
