"""The library as lines: every scenario that matches, and files of one's own that cannot be played."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from backfire_sim.plain.shape import blocks, item, prose
from backfire_sim.speech import _
from backfire_sim.views.library import (
    Broken,
    Filters,
    LibraryView,
    Offer,
    Played,
    flaw_words,
    in_short,
    library_view,
    offers,
    played,
)


def looked_through(filters: Filters, language: str = "") -> LibraryView:
    """Every scenario there is, built in or one's own, through these filters."""
    from backfire_sim.storage.shelf import library

    good, broken = offers(library(language), _played())
    return library_view(good, filters, broken)


def path_of(offer: Offer) -> Path:
    """The file of a scenario."""
    from backfire_sim.storage.shelf import built_ins

    return Path(offer.name) if offer.mine else built_ins()[offer.name]


def library_lines(view: LibraryView, filters: Filters) -> list[str]:
    """The list, numbered; before it what is looked for, after it what is broken."""
    shown = [line for number, offer in enumerate(view.shown, 1) for line in _offered(number, offer)]
    if not view.total:
        shown = [_("There are no scenarios.")]
    return blocks(
        prose(f"{view.said}.") if filters.set else [],
        prose(view.loosen),
        shown,
        _flawed(view.broken) if view.broken else [],
    )


def own_lines() -> Iterator[str]:
    """Sentences about folders of one's own that cannot be shown whole."""
    from backfire_sim.storage.own import listings

    for listing in listings():
        yield from prose(listing.said)


def _played() -> dict[str, Played]:
    from backfire_sim.storage.errors import StorageError
    from backfire_sim.storage.plays import found

    try:
        return played(found())
    except StorageError:
        # The list is of scenarios: that plays cannot be read is said where somebody asks for those.
        return {}


def _offered(number: int, offer: Offer) -> list[str]:
    """A scenario; of one's own with its path, which is never broken, so that it can be copied."""
    mark = f"{number}. "
    path = [" " * len(mark) + _("Yours: {path}", path=offer.name)] if offer.mine else []
    return [*item(_listed(offer), mark), *path]


def _listed(offer: Offer) -> str:
    card = offer.card
    about = _(
        "About {minutes} minutes, difficulty {difficulty} of 5.", minutes=card.minutes, difficulty=card.difficulty
    )
    said = [f"{card.title} ({card.id}).", card.summary, about]
    if card.case_file:
        said.append(_("Case file: {place_and_year}.", place_and_year=card.case_file))
    told = "; ".join(in_short(offer.played))
    if told:
        said.append(_("Plays here: {plays}.", plays=told))
    return " ".join(said)


def _flawed(broken: Sequence[Broken]) -> list[str]:
    lines = prose(_("Files of yours that cannot be played yet, and what says everything that is wrong:"))
    for each in broken:
        lines += [*item(f"{flaw_words(each)}: {each.flaw.said}"), f"  backfire check {quoted(each.name)}"]
    return lines


def quoted(path: str) -> str:
    """A path as a command line takes it."""
    from shlex import quote

    return quote(path)


def as_records(view: LibraryView) -> list[dict[str, object]]:
    """The same as plain values: first what matches, then the broken files, which have `flaw` and no card."""
    records: list[dict[str, object]] = []
    for offer in view.shown:
        fields = {name.rstrip("_"): value for name, value in offer.card._asdict().items()}
        plays = {"unfinished": offer.played.unfinished, "over": offer.played.over}
        records.append({**fields, "name": offer.name, "mine": offer.mine, "languages": offer.languages, "plays": plays})
    return [*records, *({"name": each.name, "mine": True, "flaw": each.flaw._asdict()} for each in view.broken)]
