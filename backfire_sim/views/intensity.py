"""How much of what is heavy is told: whole, softened, or veiled.

Softened lies between the other two. What happens is told as it was written, without the sentences that hold the
heaviest words; what the perpetrators said or did is told in one calm line, by its name, and never quoted.
"""

import re
from functools import cache

from backfire_sim.scoring.vocabulary import gloss
from backfire_sim.speech import _, later, sense
from backfire_sim.views.consequence import Consequence
from backfire_sim.views.ending import EndingView, Link
from backfire_sim.views.level import VEILED, WHOLE
from backfire_sim.views.play import MethodView, PlayView

LEFT_OUT = "…"
"""Stands for the sentences of a softened text that are not told."""

_HEAVY = later(
    "ammunition beaten beating bled bleed bleeding blood bloody bodies bomb bombs bullet bullets burned coffin corpse "
    "corpses dead death died dies gun guns gunshot hanged kill killed killing kills knife knives lynch lynched murder "
    "murdered noose pistol pistols rape raped revolver rifle rifles shooting shotgun slur slurs stabbed strangled "
    "suicide torture tortured wounded wounds",
    "heavy words",
)
"""Words; a softened text leaves out every sentence that holds one. No list knows them all: a veil is the surer way."""

_SENTENCE = re.compile(r"[^.!?…\n]*[.!?…]+[\"'”’»)\]]*[ ]*|[^.!?…\n]+|\n+")


@cache
def _heavy(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words.split()))})\b", re.IGNORECASE)


def calmed(text: str) -> str:
    """The text without the sentences that hold a heavy word; one `…` stands for those that follow each other."""
    heavy = _heavy(sense("heavy words", _HEAVY))
    told: list[str] = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if not heavy.search(sentence):
            told.append(sentence)
        elif not (told and told[-1].strip() == LEFT_OUT):
            told.append(f"{LEFT_OUT} ")
    return "".join(told).strip()


def method_at(method: MethodView, level: str) -> MethodView:
    """A method as it is told at this level: in its own words, by its name in one calm line, or only named."""
    if level == WHOLE:
        return method
    if level == VEILED:
        return method._replace(text="")
    return method._replace(text=_("{technique}: {method}.", technique=method.technique, method=gloss(method.uses)))


def play_at(view: PlayView, level: str) -> PlayView:
    """What is told of a play at this level."""
    if level == WHOLE:
        return view
    text = view.veil if level == VEILED else calmed(view.text)
    return view._replace(
        text=view.veil if text == LEFT_OUT else text,
        methods=tuple(method_at(method, level) for method in view.methods),
        level=level,
    )


def consequence_at(told: Consequence, level: str) -> Consequence:
    """What is told of a consequence at this level."""
    if level == WHOLE:
        return told
    veiled = level == VEILED
    return told._replace(
        text="" if veiled else calmed(told.text),
        because=told.because if veiled else calmed(told.because),
        methods=tuple(method_at(method, level) for method in told.methods),
        withheld=veiled and bool(told.text),
    )


def chain_at(links: tuple[Link, ...], level: str) -> tuple[Link, ...]:
    """What is told of the decisions of a play at this level."""
    if level == WHOLE:
        return links
    veiled = level == VEILED
    return tuple(
        link._replace(text="" if veiled else calmed(link.text), because="" if veiled else calmed(link.because))
        for link in links
    )


def ending_at(told: EndingView, level: str) -> EndingView:
    """What is told of the end of a play at this level."""
    if level == WHOLE:
        return told
    return told._replace(
        text="" if level == VEILED else calmed(told.text),
        chain=chain_at(told.chain, level),
        withheld=level == VEILED and bool(told.text),
    )
