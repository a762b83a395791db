"""Before and after: how confident people are, how well they see, and what may be shown of it.

Answers are counted as they come in and never stand together again: a `Tally` holds how many people gave each answer,
not who, and not which answers came from one person. With a group, nothing is shown that fewer than five people stand
behind; that rule lives here, in `results`, so that no screen, page or file can forget it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backfire_sim.speech import _, later
from backfire_sim.training.cases import FORMS, KINDS, OPTIONS, cases, kind_name

MOMENTS = ("before", "after", "back", "later")
"""Before the training, after it, looking back from there to before, and some four weeks later."""

FEWEST = 5
"""With a group, nothing is shown that fewer people stand behind."""

MOST_PEOPLE = 1000
"""More are a mistake."""

STEPS = tuple(range(0, 101, 10))
"""How confident: 0 not at all, 100 completely."""

ITEMS = (
    later("How confident are you, now, that you can name the method that is being used, while it is being used?"),
    later("How confident are you, now, that you can choose an answer that fits that method?"),
    later("How confident are you, now, that you can ask for consent before somebody's story, face or name is used?"),
    later("How confident are you, now, that you can prepare your group before an incident?"),
    later("How confident are you, now, that you can keep people acting when threats or offers come?"),
)
"""What is asked now."""

_ITEMS_BACK = (
    later("Before the training, how confident were you really that you could name the method that is being used?"),
    later("Before the training, how confident were you really that you could choose an answer that fits that method?"),
    later(
        "Before the training, how confident were you really that you could ask for consent before somebody's story, "
        "face or name is used?"
    ),
    later("Before the training, how confident were you really that you could prepare your group before an incident?"),
    later(
        "Before the training, how confident were you really that you could keep people acting when threats or offers "
        "come?"
    ),
)
"""What is asked looking back."""

_SHORT = (
    later("name the method"),
    later("choose a fitting answer"),
    later("ask for consent"),
    later("prepare the group"),
    later("keep people acting"),
)

_MOMENTS = {
    "before": later("before"),
    "after": later("after"),
    "back": later("looking back"),
    "later": later("weeks later"),
}


class Sheet(NamedTuple):
    """What one person answered; held only until it is counted."""

    confidence: tuple[int | None, ...]
    """One of STEPS for each of ITEMS, None where somebody would rather not."""
    form: str = ""
    """`A` or `B`; empty where there are no cases."""
    picks: tuple[int | None, ...] = ()
    """The option taken in each case, from 0."""


class Tally(NamedTuple):
    """What came in at one moment, counted."""

    people: int = 0
    confidence: tuple[tuple[int, ...], ...] = ((0,) * len(STEPS),) * len(ITEMS)
    """For each item, how many people are at each step."""
    right: tuple[int, ...] = (0,) * (len(KINDS) + 1)
    """How many people saw 0 to 5 cases as we do; only those who answered all five are in it."""
    kinds: tuple[tuple[int, int], ...] = ((0, 0),) * len(KINDS)
    """For each kind of case, how many saw it as we do, and how many answered."""


class Measured(NamedTuple):
    """Everything that came in, by moment."""

    alone: bool
    """Whether it is one person's own; nobody else's answers are ever in it."""
    tallies: Mapping[str, Tally]
    """By moment, only those at which anybody answered."""


def nothing(*, alone: bool) -> Measured:
    """Nothing yet."""
    return Measured(alone, {})


def has_cases(moment: str) -> bool:
    """Whether there are cases at this moment; looking back has none."""
    return moment != "back"


def form_for(moment: str, seat: int) -> str:
    """The form of a seat (from 1) at a moment: odd seats begin with A, even ones with B; after, the other one."""
    if not has_cases(moment):
        return ""
    return FORMS[(seat - 1 + (moment == "after")) % 2]


def count(measured: Measured, moment: str, sheet: Sheet) -> Measured:
    """One sheet more. ValueError if it is none, or if one person's own would hold a second one."""
    before = measured.tallies.get(moment, Tally())
    if moment not in MOMENTS or not _possible(moment, sheet) or before.people >= MOST_PEOPLE:
        raise ValueError("this sheet cannot be counted")
    if measured.alone:
        # A person who answers again means it otherwise; two of their own would hide both behind a middle.
        before = Tally()
    return Measured(measured.alone, {**measured.tallies, moment: _counted(before, sheet)})


def is_empty(sheet: Sheet) -> bool:
    """Whether nothing was answered."""
    return all(each is None for each in (*sheet.confidence, *sheet.picks))


def _possible(moment: str, sheet: Sheet) -> bool:
    cased = (
        sheet.form in FORMS
        and len(sheet.picks) == len(KINDS)
        and all(pick is None or 0 <= pick < most for pick, most in zip(sheet.picks, OPTIONS, strict=True))
        if has_cases(moment)
        else not sheet.form and not sheet.picks
    )
    steps = all(step is None or step in STEPS for step in sheet.confidence)
    return cased and steps and len(sheet.confidence) == len(ITEMS)


def _counted(tally: Tally, sheet: Sheet) -> Tally:
    confidence = tuple(
        counts if step is None else _more(counts, STEPS.index(step))
        for counts, step in zip(tally.confidence, sheet.confidence, strict=True)
    )
    kinds, right = tally.kinds, tally.right
    if sheet.picks:
        hits = [None if pick is None else pick == key for pick, key in zip(sheet.picks, _keys(sheet.form), strict=True)]
        kinds = tuple(
            (saw + (hit is True), answered + (hit is not None))
            for (saw, answered), hit in zip(kinds, hits, strict=True)
        )
        if None not in hits:
            right = _more(right, sum(hit is True for hit in hits))
    return Tally(tally.people + 1, confidence, right, kinds)


def _more(counts: tuple[int, ...], at: int) -> tuple[int, ...]:
    return tuple(each + (n == at) for n, each in enumerate(counts))


def _keys(form: str) -> tuple[int, ...]:
    return tuple(case.key for case in cases(form))


# -- What people read --------------------------------------------------------------------------------------------------


def moment_name(moment: str) -> str:
    """What a person reads for a moment."""
    return _(_MOMENTS[moment])


def asked(moment: str, item: int) -> str:
    """The question for an item (from 0) at a moment."""
    return _(_ITEMS_BACK[item] if moment == "back" else ITEMS[item])


def item_name(item: int) -> str:
    """An item in a few words, for tables."""
    return _(_SHORT[item])


# -- What may be shown -------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """A line of a table: a name, and a value for each column, None where nothing may be or can be shown."""

    name: str
    values: tuple[float | None, ...]


class KindRow(NamedTuple):
    """How many saw a kind of case as we do."""

    name: str
    cells: tuple[tuple[int, int] | None, ...]
    """(saw it, answered), for each column."""


class Results(NamedTuple):
    """All that may be shown."""

    alone: bool
    people: tuple[tuple[str, int], ...]
    """(moment, how many answered), for every moment there is; this alone is always shown."""
    columns: tuple[str, ...]
    """The moments of the tables: looking back, before, after, weeks later, as far as enough people answered."""
    confidence: tuple[Row, ...]
    right: tuple[float | None, ...]
    """The middle of how many of five cases were seen as we do, for each column."""
    kinds: tuple[KindRow, ...]
    """Empty where it would show fewer than five people, and for one person alone, who sees each case itself."""
    withheld: tuple[str, ...]
    """What is not shown, and why, as sentences."""


_COLUMNS = ("back", "before", "after", "later")


def results(measured: Measured) -> Results:
    """What may be shown: everything to one person of their own; of a group only what five or more stand behind."""
    fewest = 1 if measured.alone else FEWEST
    there = [(moment, measured.tallies[moment]) for moment in MOMENTS if moment in measured.tallies]
    columns = tuple(moment for moment in _COLUMNS if _people(measured, moment) >= fewest)
    shown = [measured.tallies[moment] for moment in columns]
    rows = tuple(
        Row(item_name(at), tuple(_middle(STEPS, tally.confidence[at], fewest) for tally in shown))
        for at in range(len(ITEMS))
    )
    right = tuple(_middle(range(len(KINDS) + 1), tally.right, fewest) for tally in shown)
    kinds = () if measured.alone else _kinds(columns, shown)
    return Results(
        measured.alone,
        tuple((moment, tally.people) for moment, tally in there),
        columns,
        rows,
        right,
        kinds,
        () if measured.alone else _withheld(there, columns, shown, kinds),
    )


def _people(measured: Measured, moment: str) -> int:
    return measured.tallies[moment].people if moment in measured.tallies else 0


def _middle(values: Iterable[int], counts: tuple[int, ...], fewest: int) -> float | None:
    """The median of counted values; None where too few are behind it."""
    held = [value for value, many in zip(values, counts, strict=True) for _each in range(many)]
    if len(held) < max(1, fewest):
        return None
    half = len(held) // 2
    return float(held[half]) if len(held) % 2 else (held[half - 1] + held[half]) / 2


def _kinds(columns: tuple[str, ...], shown: list[Tally]) -> tuple[KindRow, ...]:
    """All kinds, or none: one line left out would say that few stood behind it."""
    told = [tally if has_cases(moment) else None for moment, tally in zip(columns, shown, strict=True)]
    pairs = [pair for tally in told if tally is not None for pair in tally.kinds]
    if not pairs or not all(_enough(pair) for pair in pairs):
        return ()
    return tuple(
        KindRow(kind_name(kind), tuple(None if tally is None else tally.kinds[at] for tally in told))
        for at, kind in enumerate(KINDS)
    )


def _enough(pair: tuple[int, int]) -> bool:
    """Whether five or more saw it as we do, and five or more did not: what is left over can be reckoned."""
    saw, answered = pair
    return saw >= FEWEST and answered - saw >= FEWEST


def _withheld(
    there: list[tuple[str, Tally]], columns: tuple[str, ...], shown: list[Tally], kinds: tuple[KindRow, ...]
) -> tuple[str, ...]:
    said = []
    few = [moment_name(moment) for moment, tally in there if tally.people < FEWEST]
    if few:
        text = _(
            "Fewer than five people answered ({moments}). Only how many is shown: in so small a group anybody could "
            "work out who answered what.",
            moments=", ".join(few),
        )
        said.append(text)
    if any(_has_gap(moment, tally) for moment, tally in zip(columns, shown, strict=True)):
        said.append(_("A dash stands where fewer than five people answered."))
    if shown and not kinds and any(sum(saw + answered for saw, answered in tally.kinds) for tally in shown):
        text = _(
            "Single kinds of cases are shown only where at least five people saw each as we do and at least five did "
            "not."
        )
        said.append(text)
    return tuple(said)


def _has_gap(moment: str, tally: Tally) -> bool:
    counted = [*tally.confidence, *([tally.right] if has_cases(moment) else [])]
    return any(sum(counts) < FEWEST for counts in counted)
