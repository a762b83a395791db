"""The pictures of a debrief, each with the same in words."""

from __future__ import annotations

from backfire_sim.documents import svg
from backfire_sim.documents.pieces import Drawing
from backfire_sim.scoring.vocabulary import GATES, label
from backfire_sim.speech import _
from backfire_sim.views.beside import BesideView
from backfire_sim.views.debrief import DebriefView
from backfire_sim.views.elsewhere import CELL, Elsewhere
from backfire_sim.views.ending import EndingView
from backfire_sim.views.plane import REGIONS, in_words, points_told
from backfire_sim.views.words import AFTER_GATE


def plane(told: DebriefView) -> Drawing:
    """Cost against support, with the way of the play."""
    ending = told.ending
    words = [*points_told(ending.path), in_words(ending.path, ending.needed_support, ending.needed_cost)]
    picture = svg.plane(
        [svg.Way(_("your play"), _way(ending))],
        (ending.needed_support, ending.needed_cost),
        _regions(),
        id="plane",
        title=_("The plane: cost to the perpetrators upward, support for the movement to the right"),
        told=" ".join(words),
    )
    return Drawing("plane", picture, words)


def funnel(told: DebriefView) -> Drawing:
    """Of 100 people, how many were still there after each gate, over the rounds."""
    series = [svg.Series(_(AFTER_GATE[gate]), [at.left[n] for at in told.funnel]) for n, gate in enumerate(GATES)]
    first, last = told.funnel[0], told.funnel[-1]
    words = [
        _(
            "Of 100 people, {before} {what} at the opening and {after} at the end.",
            before=b,
            what=_(AFTER_GATE[gate]),
            after=a,
        )
        for gate, b, a in zip(GATES, first.left, last.left, strict=True)
    ]
    words += [_("At the end {gate} loses most.", gate=label(last.bottleneck).lower())]
    picture = svg.over_time(
        series,
        id="funnel",
        title=_("The funnel over time: of 100 people, how many are still there after each gate"),
        told=" ".join(words),
        round_words=_("after round (0 is the opening)"),
        of_100=_("people of 100"),
    )
    return Drawing("funnel", picture, words)


def costs(told: DebriefView) -> Drawing:
    """What it cost them and what was won."""
    ending = told.ending
    rows = [svg.Bar(row.label, row.value, row.value - row.changed, row.ceiling, theirs=True) for row in ending.costs]
    rows += [svg.Bar(row.label, row.value, row.value - row.changed) for row in ending.gains]
    words = [
        _(
            "{name}: {value} of 100, at the opening {before}.",
            name=row.label,
            value=row.value,
            before=row.value - row.changed,
        )
        for row in (*ending.costs, *ending.gains)
    ]
    words += [
        _("{name} could rise to {ceiling} with those named so far.", name=row.label, ceiling=row.ceiling)
        for row in ending.costs
        if row.ceiling is not None and row.ceiling < 100
    ]
    note = _(
        "Striped: costs to the perpetrators. Plain: what was won. "
        "The line is the opening, the broken line how far a cost can rise."
    )
    picture = svg.bars(rows, id="costs", title=_("Costs and gains, of 100. {how}", how=note), told=" ".join(words))
    return Drawing("costs", picture, [*words, note])


def elsewhere(told: DebriefView, found: Elsewhere) -> Drawing:
    """Where plays that choose at random end, and where this one did."""
    ending, manner = told.ending, found.manner("random")
    half = CELL / 2
    cloud = [
        svg.Dot(min(100, cell.support + half), min(100, cell.cost + half), cell.share)
        for cell in manner.cloud
        if cell.share >= 0.0005
    ]
    words = [
        _(
            "Plays that choose at random end at a mean cost of {cost} on average, with {support} of 100 people more.",
            cost=round(manner.cost),
            support=round(manner.support),
        ),
        _(
            "Yours ended at a cost of {cost} and a support of {support}.",
            cost=ending.path[-1].cost,
            support=ending.path[-1].support,
        ),
        _("Larger spots: more plays end there."),
    ]
    picture = svg.plane(
        [svg.Way(_("your play"), _way(ending))],
        (ending.needed_support, ending.needed_cost),
        _regions(),
        id="elsewhere",
        title=_("Where plays that choose at random end on the plane, and the way of yours"),
        told=" ".join(words),
        cloud=cloud,
    )
    return Drawing("elsewhere", picture, words)


def beside(both: BesideView) -> Drawing:
    """Two ways on one plane."""
    first, second = both.first.ending, both.second.ending
    words = [_("The first play: a line with round marks. The second: a broken line with square ones."), *both.told]
    picture = svg.plane(
        [svg.Way(both.first.name, _way(first)), svg.Way(both.second.name, _way(second))],
        (first.needed_support, first.needed_cost),
        _regions(),
        id="beside",
        title=_("Two plays on one plane"),
        told=" ".join(words),
    )
    return Drawing("beside", picture, words)


def _way(ending: EndingView) -> list[tuple[int, int]]:
    return [(point.support, point.cost) for point in ending.path]


def _regions() -> svg.Regions:
    (above_left, above_right), (below_left, below_right) = REGIONS
    return svg.Regions(
        _(above_left),
        _(above_right),
        _(below_left),
        _(below_right),
        _("support for the movement, people of 100"),
        _("cost to the perpetrators, of 100"),
    )
