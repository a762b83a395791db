"""The library as a person looks through it: what is on the shelf, what they look for, and how many are left.

view = library_view(offers, Filters(response="reveal", minutes=30))
view.shown        what matches, the easiest and shortest first
view.said         "2 of 14: practices reveal, 30 minutes at most"
view.loosen       where nothing matches: which filter keeps most out
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim.engine.card import Card, Flaw, Shelved
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES, RESPONSES, label
from backfire_sim.speech import _, later, plural
from backfire_sim.text import bare, fit
from backfire_sim.views.note import FOR_WHOM

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound

LENGTHS = (15, 20, 30, 45, 60, 90)
"""Minutes that can be asked for as the most, as far as they tell scenarios apart."""

HISTORY, INVENTED = "history", "invented"

SETTINGS = {
    "rural": later("in the country"),
    "small_town": later("small town"),
    "suburb": later("suburb"),
    "city": later("city"),
    "campus": later("campus"),
}
"""The kinds of place."""


class Played(NamedTuple):
    """What there is on this machine of plays of one scenario."""

    unfinished: int = 0
    over: tuple[str, ...] = ()
    """The outcome class of each play that is over, the last first."""


class Offer(NamedTuple):
    """One scenario that can be played."""

    name: str
    """What opens it."""
    card: Card
    mine: bool = False
    languages: tuple[str, ...] = ()
    played: Played = Played()


class Broken(NamedTuple):
    """A file of one's own that cannot be played as it stands."""

    name: str
    """Its path."""
    flaw: Flaw


class Filters(NamedTuple):
    """What somebody looks for; what is empty or 0 keeps nothing out."""

    who: str = ""
    """One of the three groups."""
    response: str = ""
    """One of the five R's that it teaches."""
    difficulty: int = 0
    """1 to 5, the most."""
    minutes: int = 0
    """The most."""
    place: str = ""
    """Words of the place."""
    language: str = ""
    """A tag: it can be played in this language."""
    kind: str = ""
    """HISTORY or INVENTED."""
    mine: bool = False
    """Only those of one's own."""
    words: str = ""
    """Words to be found in title, summary, place, goals, history, or in who is attacked."""

    @property
    def set(self) -> tuple[str, ...]:
        """The names of those that keep anything out."""
        return tuple(name for name, value in self._asdict().items() if value)

    def having(self, name: str, value: Any) -> Filters:
        """The same with one of them set to a value."""
        return self._replace(**{name: value})

    def without(self, name: str) -> Filters:
        """The same but for one."""
        return self.having(name, Filters._field_defaults[name])


class LibraryView(NamedTuple):
    """The library through the filters."""

    shown: tuple[Offer, ...]
    broken: tuple[Broken, ...]
    """Files that cannot be played: never hidden, whatever is looked for."""
    total: int
    """How many can be played in all."""
    said: str
    """What is looked for, and how many are left."""
    loosen: str
    """Where nothing matches: what to do. Else empty."""


def offers(shelved: Iterable[Shelved], played: dict[str, Played] | None = None) -> tuple[list[Offer], list[Broken]]:
    """What can be played, the easiest and shortest first, and what is broken, by its path."""
    good: list[Offer] = []
    bad: list[Broken] = []
    for each in shelved:
        if each.card is not None:
            there = (played or {}).get(each.name, Played())
            good.append(Offer(each.name, each.card, each.mine, each.languages, there))
        elif each.flaw is not None and each.mine:
            bad.append(Broken(each.name, each.flaw))
    good.sort(key=lambda offer: (offer.card.difficulty, offer.card.minutes, offer.card.title, offer.name))
    return good, sorted(bad)


def library_view(offers: Sequence[Offer], filters: Filters, broken: Sequence[Broken] = ()) -> LibraryView:
    """The library through these filters, in the order in which it came."""
    shown = tuple(offer for offer in offers if matches(offer, filters))
    return LibraryView(
        shown=shown,
        broken=tuple(broken),
        total=len(offers),
        said=_said(len(shown), len(offers), filters),
        loosen="" if shown or not offers else _loosen(offers, filters),
    )


def matches(offer: Offer, filters: Filters) -> bool:
    """Whether nothing that somebody looks for keeps it out."""
    return all(_passes(offer, name, getattr(filters, name)) for name in filters.set)


def _passes(offer: Offer, name: str, wanted: object) -> bool:
    card = offer.card
    match name:
        case "who":
            return wanted in card.for_
        case "response":
            return wanted in card.teaches
        case "difficulty" | "minutes":
            most: int = getattr(card, name)
            return most <= int(str(wanted))
        case "place":
            return _found(str(wanted), (card.place, card.case_file, said_of_setting(card.setting)))
        case "language":
            return any(_speaks(each, str(wanted)) for each in (card.language, *offer.languages))
        case "kind":
            return bool(card.case_file) == (wanted == HISTORY)
        case "mine":
            return offer.mine
        case _:
            where = (card.place, card.case_file, said_of_setting(card.setting))
            return _found(str(wanted), (card.title, card.summary, card.target, card.id, *where, *card.goals))


def said_of_setting(setting: str) -> str:
    """A kind of place in words; empty for none."""
    return _(SETTINGS[setting]) if setting else ""


def _found(wanted: str, texts: Iterable[str]) -> bool:
    """Whether each of the words is found, in any order, case and accents apart."""
    whole = bare(" \n ".join(texts))
    return all(word in whole for word in bare(wanted).split())


def _speaks(language: str, wanted: str) -> bool:
    """Whether a text in this language is one in the language wanted: one in `pt-BR` is Portuguese."""
    language, wanted = language.lower(), wanted.lower()
    return language == wanted or language.startswith(f"{wanted}-")


# -- In words ----------------------------------------------------------------------------------------------------------

_MOST_QUOTED = 30


def in_words(filters: Filters) -> tuple[str, ...]:
    """Each filter that keeps anything out, to be said in a row: `practices Reveal`, `30 minutes at most`."""
    return tuple(one_in_words(filters, name) for name in filters.set)


def one_in_words(filters: Filters, name: str) -> str:
    """One filter that is set, as a few words."""
    match name:
        case "who":
            return _("for {group}", group=_(FOR_WHOM[filters.who]))
        case "response":
            return _("practices {response}", response=label(filters.response))
        case "difficulty":
            return _("difficulty {most} at most", most=filters.difficulty)
        case "minutes":
            return plural("{count} minute at most", "{count} minutes at most", filters.minutes)
        case "place":
            return _("the place has “{words}”", words=fit(filters.place, _MOST_QUOTED))
        case "language":
            return _("can be played in {language}", language=filters.language)
        case "kind":
            return _("a case from history") if filters.kind == HISTORY else _("invented, not from history")
        case "mine":
            return _("from a folder of your own")
        case _:
            return _("says “{words}”", words=fit(filters.words, _MOST_QUOTED))


def _said(shown: int, total: int, filters: Filters) -> str:
    if not filters.set:
        return plural("{count} scenario, nothing is filtered", "{count} scenarios, nothing is filtered", total)
    wanted = ", ".join(in_words(filters))
    return _("{shown} of {total}: {filters}", shown=shown, total=total, filters=wanted)


def _loosen(offers: Sequence[Offer], filters: Filters) -> str:
    """Which one filter to take away so that most are left; where no single one helps, that it takes more."""
    left = {name: sum(matches(offer, filters.without(name)) for offer in offers) for name in filters.set}
    best = max(left, key=left.__getitem__)
    if not left[best]:
        return _("Nothing matches, and no single filter is the reason. Take some of them away.")
    return plural(
        "Nothing matches. There would be {count} without this: {filter}.",
        "Nothing matches. There would be {count} without this: {filter}.",
        left[best],
        filter=one_in_words(filters, best),
    )


# -- Going through the values of a filter ------------------------------------------------------------------------------


def values(offers: Sequence[Offer], name: str) -> tuple[object, ...]:
    """What a filter can be set to, so that it tells these scenarios apart; the empty value first."""
    cards = [offer.card for offer in offers]
    match name:
        case "who":
            there = [group for group in FOR_WHOM if any(group in card.for_ for card in cards)]
            return ("", *there)
        case "response":
            return ("", *(each for each in RESPONSES if any(each in card.teaches for card in cards)))
        case "difficulty":
            levels = sorted({card.difficulty for card in cards})
            return (0, *levels[:-1])
        case "minutes":
            lengths = sorted({card.minutes for card in cards})
            round_ones = [most for most in LENGTHS if lengths and lengths[0] <= most < lengths[-1]]
            return (0, *(round_ones or lengths[:-1]))
        case "language":
            spoken = sorted({each for offer in offers for each in (offer.card.language, *offer.languages)})
            return ("", *spoken) if len(spoken) > 1 else ("",)
        case "kind":
            both = len({bool(card.case_file) for card in cards}) > 1
            return ("", HISTORY, INVENTED) if both else ("",)
        case "mine":
            return (False, True) if len({offer.mine for offer in offers}) > 1 else (False,)
    raise KeyError(name)


def turned(offers: Sequence[Offer], filters: Filters, name: str, by: int = 1) -> Filters:
    """The filters with one of them at its next value."""
    known = values(offers, name)
    now = getattr(filters, name)
    at = known.index(now) if now in known else 0
    return filters.having(name, known[(at + by) % len(known)])


# -- What there is of plays --------------------------------------------------------------------------------------------


def played(plays: Iterable[PlayFound]) -> dict[str, Played]:
    """What there is of plays, by what opens their scenario."""
    unfinished: dict[str, int] = {}
    over: dict[str, tuple[str, ...]] = {}
    for play in plays:
        if play.header is not None and play.over and play.outcome:
            over[play.header.source] = (*over.get(play.header.source, ()), play.outcome)
        elif play.header is not None and play.left and not play.wrong:
            unfinished[play.header.source] = unfinished.get(play.header.source, 0) + 1
    return {name: Played(unfinished.get(name, 0), over.get(name, ())) for name in {*unfinished, *over}}


def in_short(played: Played) -> tuple[str, ...]:
    """What there is of plays of a scenario, a few words each, to be said in a row."""
    said = []
    if played.unfinished:
        said.append(plural("{count} unfinished", "{count} unfinished", played.unfinished))
    if played.over:
        said.append(plural("played {count} time", "played {count} times", len(played.over)))
        reached = [outcome for outcome in OUTCOME_CLASSES if outcome in played.over]
        said += [_("reached: {classes}", classes=", ".join(label(outcome) for outcome in reached))] if reached else []
    return tuple(said)


def flaw_words(broken: Broken) -> str:
    """Where its first finding is and how many there are, in one line."""
    name = broken.name.replace("\\", "/").rpartition("/")[2]
    if not broken.flaw.line:
        return plural("{file}, {count} finding", "{file}, {count} findings", broken.flaw.findings, file=name)
    return plural(
        "{file}, line {line}, {count} finding",
        "{file}, line {line}, {count} findings",
        broken.flaw.findings,
        file=name,
        line=broken.flaw.line,
    )


WHO_SHORT = {
    "experienced": later("have experienced it"),
    "high_risk": later("at high risk"),
    "concerned": later("concerned"),
}
"""The three groups in a word or two, where there is little room."""
