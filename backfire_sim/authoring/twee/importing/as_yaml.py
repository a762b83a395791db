"""A draft as a scenario file: what an author reads, with every to-do on a line that says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from backfire_sim.authoring.twee.importing.draft import TO_DO, Draft, DraftEnding, DraftMove, DraftScene, Goto
from backfire_sim.authoring.twee.within.visible import visible
from backfire_sim.text import one_line

WIDTH = 100
GOES_AHEAD = "You go ahead."
"""What happens when a link is followed: in Twine nothing stands between one passage and the next."""

_PLAIN = re.compile(r"[^\W\d_](?:[^:#]|:(?=\S)|(?<! )#)*")
_TAKEN = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))

_HEAD = """\
Made from the Twine story {story}, {file}. It is not a scenario yet.

What is left to do is marked TO DO. Every link of the story is a move: say which R it is, which tactic of that R, and
why it helps or what it overlooks. `backfire check` lists what is still to do, and says what can be written there;
docs/twee.md says what has become of the story, docs/author.md what a scenario is made of.

Once that is done the file can be played. It becomes a scenario when scenes have methods, moves have effects, and
waiting has a text of its own."""


def as_yaml(draft: Draft) -> str:
    """The whole file."""
    return "".join(f"{line}\n" for line in _file(draft))


def _file(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=./scenario.schema.json"
    head = _HEAD.format(story=f"“{one_line(draft.title, 100)}”", file=one_line(draft.source, 100))
    for line in head.split("\n"):
        yield f"# {_clean(line)}".rstrip()
    yield "format: 1"
    yield f"id: {draft.id}"
    yield f"title: {scalar(draft.title)}"
    yield "language: en"
    yield "about:"
    yield "  # What happens, in one to three sentences: people read it before they choose."
    yield f"  summary: {scalar(f'Made from the Twine story “{one_line(draft.title, 200)}”.')}"
    if draft.notes:
        yield ""
        yield from _notes(draft.notes, "")
    if draft.facts:
        yield ""
        yield "facts:"
        yield from (f"  {fact}: {scalar(text)}" for fact, text in draft.facts.items())
    yield ""
    yield "scenes:"
    for scene in draft.scenes:
        yield from _scene(scene)
    yield ""
    yield "endings:"
    for ending in draft.endings:
        yield from _ending(ending)
    for heading, text in draft.parked:
        yield ""
        yield from _notes([heading], "")
        yield from _notes(text.split("\n"), "", mark="#   ")


def _scene(scene: DraftScene) -> Iterator[str]:
    if scene.to_do:
        yield from _notes([f"TO DO: {scene.to_do}"], "  ")
    yield f"  {scene.id}:"
    yield from _notes(scene.notes, "    ")
    yield f"    title: {scalar(scene.title)}"
    yield from _block("text", scene.paragraphs, "    ")
    yield "    moves:"
    for move in scene.moves:
        yield from _move(move)
    yield "    wait:"
    yield f"      text: {scalar(scene.wait_text)}"
    yield from _goto(scene.wait, "      ")


def _move(move: DraftMove) -> Iterator[str]:
    inset = " " * 8
    yield f"      {move.id}:"
    yield from _notes(move.notes, inset)
    yield f"{inset}# TO DO: choose the R and its tactic, and write because."
    yield f"{inset}r: {TO_DO}"
    yield f"{inset}tactic: {TO_DO}"
    yield f"{inset}label: {scalar(move.label)}"
    yield f"{inset}text: {scalar(GOES_AHEAD)}"
    yield f"{inset}# because: why it helps here, or what it overlooks"
    yield from _goto(move.goto, inset)


def _goto(goto: Goto, inset: str) -> Iterator[str]:
    if goto.sets:
        yield f"{inset}sets: [{goto.sets}]"
    if goto.to_do:
        yield from _notes([f"TO DO: {goto.to_do}"], inset)
    yield f"{inset}goto: {scalar(goto.target)}"


def _ending(ending: DraftEnding) -> Iterator[str]:
    yield f"  {ending.id}:"
    yield from _notes(ending.notes, "    ")
    if ending.fact:
        yield f"    when: {ending.fact}"
    yield f"    title: {scalar(ending.title)}"
    yield from _block("text", ending.paragraphs, "    ")


def _block(key: str, paragraphs: Iterable[str], inset: str) -> Iterator[str]:
    """Prose below a `|`: an empty line between paragraphs, line breaks inside one only for those who read the file."""
    yield f"{inset}{key}: |"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        yield from _filled(_clean(paragraph), f"{inset}  ")


def _notes(notes: Iterable[str], inset: str, mark: str = "# ") -> Iterator[str]:
    for note in notes:
        lines = list(_filled(_clean(note), f"{inset}{mark}")) or [f"{inset}{mark}".rstrip()]
        yield lines[0]
        yield from (line.replace(mark, f"{mark}  ", 1) for line in lines[1:])


def _filled(text: str, start: str) -> Iterator[str]:
    """Text as lines; a word that is wider than a line stays whole, because people would read it in two."""
    line, room = "", WIDTH - len(start)
    for word in text.split():
        if line and len(line) + len(word) >= room:
            yield start + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield start + line


def scalar(text: str) -> str:
    """One line of text, in quotation marks where YAML would take it for something else."""
    text = _clean(text)
    if _PLAIN.fullmatch(text) and text.casefold() not in _TAKEN:
        return text
    return json.dumps(text, ensure_ascii=False)


def _clean(text: str) -> str:
    return one_line(visible(text))
