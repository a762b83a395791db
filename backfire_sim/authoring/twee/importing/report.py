"""What the author of a Twine story is told about its import: what was made, what to look at, what was left behind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from backfire_sim.authoring.twee.importing.story_in import Imported
from backfire_sim.authoring.twee.story import Remark
from backfire_sim.authoring.twee.within.macros import Dialect
from backfire_sim.authoring.twee.wording import MOST_LINES, hung, lines_of, many
from backfire_sim.text import one_line

MOST_REMARKS = 200
MOST_PLACES = 40
"""Line numbers that are listed where people look at each."""

_NAMES: dict[Dialect, str] = {
    "sugarcube": "SugarCube",
    "harlowe": "Harlowe",
    "chapbook": "Chapbook",
    "snowman": "Snowman",
    "": "",
}


def report(imported: Imported) -> list[str]:
    """The report, as lines."""
    lines = [*hung(_found(imported)), *hung(_made(imported)), *hung(_to_do(imported))]
    if imported.remarks:
        lines += ["", "Look at these places of the Twee file:"]
        for remark in imported.remarks[:MOST_REMARKS]:
            lines += hung(f"{_where(remark)}{remark.text}", "  ")
        if len(imported.remarks) > MOST_REMARKS:
            lines.append(f"  and {len(imported.remarks) - MOST_REMARKS} more.")
    behind = list(_left_behind(imported))
    if behind:
        lines += ["", "Kept as notes, or left out:"]
        for text in behind:
            lines += hung(text, "  ")
    return lines


def _found(imported: Imported) -> str:
    story, taken = imported.story, imported.taken
    links = sum(len(taken.readings[name].links) + taken.readings[name].more_links for name in taken.passages)
    if story.format:
        format_ = f", written for {' '.join((story.format, story.format_version)).strip()}"
    elif taken.dialect:
        format_ = f", by its macros written for {_NAMES[taken.dialect]}"
    else:
        format_ = ""
    title = one_line(story.title, 100)
    return f"Read “{title}”{format_}: {many(len(taken.passages), 'passage')} and {many(links, 'link')}."


def _made(imported: Imported) -> str:
    made = imported.draft
    moves = sum(len(scene.moves) for scene in made.scenes)
    counts = f"{many(len(made.scenes), 'scene')}, {many(moves, 'move')} and {many(len(made.endings), 'ending')}"
    endings = " Passages without links are endings." if imported.taken.endings else ""
    return f"Made {counts}.{endings}"


def _to_do(imported: Imported) -> str:
    scenes = imported.draft.scenes
    moves = sum(len(scene.moves) for scene in scenes)
    gotos = chain((move.goto for scene in scenes for move in scene.moves), (scene.wait for scene in scenes))
    lost = sum(bool(goto.to_do) for goto in gotos)
    cut_off = sum(bool(scene.to_do) for scene in scenes)
    text = f"To do: choose the R and the tactic of {many(moves, 'move')}, and write why"
    also = [f"mend {many(lost, 'broken link')}"] if lost else []
    also += [f"find a way to {many(cut_off, 'scene')}"] if cut_off else []
    return f"{'; '.join([text, *also])}. Each place is marked TO DO, and backfire check lists them."


def _left_behind(imported: Imported) -> Iterator[str]:
    taken = imported.taken
    readings = taken.readings.values()
    codes = [code for reading in readings for code in reading.macros if not code.part]
    beyond = sum(reading.more_macros for reading in readings)
    if codes:
        number = len(codes) + beyond
        where = lines_of((code.line for code in codes), MOST_PLACES)
        yield f"{many(number, 'macro')} not translated: {where}. Facts, counters, when and needs may do what they did."
    values = [line for reading in readings for line in reading.values]
    if values:
        yield f"{many(len(values), 'value')} of variables in the text, left there as written: {lines_of(values)}."
    comments = [code.line for reading in readings for code in reading.comments]
    if comments:
        yield f"{many(len(comments), 'comment')} of the author, at the scenes: {lines_of(comments)}."
    pictures = sum(reading.pictures for reading in readings)
    if pictures:
        yield f"{many(pictures, 'picture')}."
    if taken.web:
        yield f"{many(len(taken.web), 'link')} to the web, left in the text as words: {lines_of(taken.web)}."
    if taken.special:
        named = ", ".join(f"{name} (line {passage.line})" for name, passage in list(taken.special.items())[:MOST_LINES])
        more = f" and {len(taken.special) - MOST_LINES} more" if len(taken.special) > MOST_LINES else ""
        yield f"{many(len(taken.special), 'passage')} beside the story itself: {named}{more}."
    parked, kept = imported.draft.all_parked, len(imported.draft.parked)
    if parked:
        which = "" if parked == kept else f", the first {kept} of them"
        yield f"{many(parked, 'passage')} without a place, kept as comments at the end of the file{which}."


def _where(remark: Remark) -> str:
    return f"{lines_of((remark.line, *remark.also), MOST_PLACES)}: " if remark.line else ""
