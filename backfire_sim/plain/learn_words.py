"""The words that a person can type while learning, and what plain mode says of pages and gates."""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.handbook.book import CHAPTERS, Found, Leaf, chapter_about, chapter_title, leaves
from backfire_sim.plain.commands import LONGEST, typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import capital, sentence
from backfire_sim.scoring.vocabulary import GATES, METHODS, RESPONSES, gloss, label
from backfire_sim.speech import _, later, plural
from backfire_sim.text import bare, one_line
from backfire_sim.views.gates import HOW_FAR, SITUATIONS, Gates, people, why
from backfire_sim.views.learn import kind, pieces, see_also, sources
from backfire_sim.views.played_where import Place, to_tell

WORDS = (
    later("contents", "typed"),
    later("search", "typed"),
    later("back", "typed"),
    later("model", "typed"),
    later("guess", "typed"),
    later("situations", "typed"),
    later("again", "typed"),
    later("help", "typed"),
    later("quit", "typed"),
)
"""What can be typed besides numbers; in another language that one's words too."""

_SAME = {"?": "help", later("q", "typed"): "quit", later("exit", "typed"): "quit", "/": "search"}


class Typed(NamedTuple):
    """A line that was typed."""

    text: str
    word: str
    """One of WORDS, or empty."""
    rest: str
    """What follows the word."""


def read(line: str) -> Typed:
    """What a typed line means; whatever it is, it is a word, or a text to look up."""
    text = one_line(line[:LONGEST])
    first, _space, rest = text.partition(" ")
    english = {**{word: word for word in WORDS}, **_SAME}
    known = english | {bare(typed(word)): meant for word, meant in english.items()}
    word = known.get(bare(first), "")
    return Typed(text, word, rest.strip()) if word and (not rest or word == "search") else Typed(text, "", "")


# -- Pages -------------------------------------------------------------------------------------------------------------


def contents() -> list[str]:
    """The chapters, numbered."""
    lines = [_("What there is to learn from:")]
    for number, chapter in enumerate(CHAPTERS, 1):
        pages = plural("{count} page", "{count} pages", len(leaves(chapter)))
        lines += item(f"{chapter_title(chapter)}, {pages}. {chapter_about(chapter)}", f"{number}. ")
    return lines


def chapter(id: str) -> list[str]:
    """A chapter's pages, numbered."""
    return blocks([f"{chapter_title(id)}."], prose(chapter_about(id)), _pages(leaves(id)))


def found(query: str, pages: Sequence[Found]) -> list[str]:
    """The pages in which words stand, numbered."""
    if not pages:
        return prose(
            _("No page has “{words}”. A shorter word, or the beginning of one, finds more.", words=one_line(query, 60))
        )
    lines = [plural("{count} page:", "{count} pages:", len(pages))]
    for number, each in enumerate(pages, 1):
        lines += item(f"{each.title}. {each.excerpt}", f"{number}. ")
    return lines


def page(told: Leaf, played: Sequence[Place]) -> list[str]:
    """A page with the numbers of the pages it leads to, where it is played, and where it rests."""
    about = kind(told)
    parts = [
        [f"{told.title}. {chapter_title(told.chapter)}."],
        prose(sentence(capital(about))) if about else [],
        prose(told.summary),
    ]
    for section in told.sections:
        lines = [f"{section.heading}:"] if section.heading else []
        for n, piece in enumerate(pieces(section.text)):
            lines += item(piece.text) if piece.item else [*([""] if n and lines else []), *prose(piece.text)]
        parts.append(lines)
    see = see_also(told)
    parts.append([_("See also:"), *(line for n, each in enumerate(see, 1) for line in _link(n, each))] if see else [])
    if played:
        note = _("Where it is played (titles and labels only, nothing of how a scene turns out):")
        parts.append([*prose(note), *items(_place(each, to_tell(len(played))) for each in played)])
    rests = sources(told)
    parts.append([_("Sources:"), *items(rests)] if rests else [])
    return blocks(*parts)


def _pages(pages: Sequence[Leaf]) -> list[str]:
    return [
        line for n, each in enumerate(pages, 1) for line in item(f"{sentence(each.title)} {each.summary}", f"{n}. ")
    ]


def _link(number: int, to: Leaf) -> list[str]:
    return item(f"{sentence(to.title)} {to.summary}", f"{number}. ")


def _place(place: Place, most: int) -> str:
    moments = [f"{moment.scene or _('Before it begins')}: {moment.label}" for moment in place.moments[:most]]
    more = len(place.moments) - most
    if more > 0:
        moments.append(plural("and {count} more", "and {count} more", more))
    how = _("To play it: backfire play {name}.", name=place.source)
    return f"{sentence(place.title)} {sentence('; '.join(moments))} {how}"


def question(numbers: int) -> list[str]:
    """The line after which an answer is expected. `numbers`: how many there are to choose from."""
    words = {word: typed(word) for word in ("back", "contents", "search", "model", "quit")}
    if numbers:
        said = _("A number, words to look for, {back}, {contents}, {model}, or {quit}?", last=numbers, **words)
    else:
        said = _("Words to look for, {back}, {contents}, {model}, or {quit}?", **words)
    return prose(said)


def help_with_pages() -> list[str]:
    """What can be typed while reading."""
    words = {word: typed(word) for word in WORDS}
    return prose(
        _(
            "A number opens what stands beside it. Any other words are looked for in all pages, also after {search}. "
            "{back}: the page before. {contents}: the chapters. {again}: this page once more. {model}: the five "
            "gates, to move them yourself. {quit}: leave.",
            **words,
        )
    )


# -- The gates ---------------------------------------------------------------------------------------------------------


def opening() -> list[str]:
    """What the five gates are, each in a line, and what can be done with them."""
    named = [
        _(
            "{gate}: {question} {response} widens it, {method} narrows it.",
            gate=label(gate),
            question=capital(gloss(gate)),
            response=label(response),
            method=label(method).lower(),
        )
        for gate, response, method in zip(GATES, RESPONSES, METHODS, strict=True)
    ]
    return blocks(
        prose(_("Five gates stand between an incident and people who act. Each is open from 0, closed, to 10.")),
        items(named),
        prose(_(HOW_FAR)),
    )


def situations() -> list[str]:
    """The prepared stands of the gates, numbered."""
    told = [item(f"{_(each.name)}. {_(each.about)}", f"{n}. ") for n, each in enumerate(SITUATIONS, 1)]
    return [_("Situations:"), *(line for lines in told for line in lines)]


def stand(gates: Gates) -> list[str]:
    """The gates as they are, what they let through, and which holds the others back."""
    named = ", ".join(f"{label(gate).lower()} {value}" for gate, value in zip(GATES, gates, strict=True))
    through = ", ".join(f"{count} {does}" for count, does in people(gates))
    return [
        *prose(_("The gates, of 10: {gates}.", gates=named)),
        *prose(_("Of 100 people: {people}.", people=through)),
        *prose(why(gates)),
    ]


def gate_question(*, asking: bool) -> list[str]:
    """The line after which an answer is expected at the gates."""
    words = {word: typed(word) for word in ("guess", "situations", "back", "quit")}
    if asking:
        said = _(
            "One gate may be opened by one step, and only one. At which does that bring the most people to act? Type "
            "its name."
        )
    else:
        said = _(
            "A gate and a number, such as {gate} 6; {guess}; {situations}, or the number of one; {back}; {quit}?",
            gate=label(GATES[0]).lower(),
            **words,
        )
    return prose(said)


def gate_meant(words: str) -> int | None:
    """The number of a gate, from 0, by its own name, its R's or its method's; None if it is none of them."""
    wanted = bare(words).replace("-", " ").replace("_", " ").strip()
    for names in (GATES, RESPONSES, METHODS):
        for at, name in enumerate(names):
            if wanted in (name.replace("_", " "), bare(label(name)).replace("-", " ")):
                return at
    return None
