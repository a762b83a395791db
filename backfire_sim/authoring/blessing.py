"""Bless a play: what was played becomes a golden play beside its scenario, written around what stands there.

A play of the log is only blessed if it can be played again with the same result; a golden play is only changed in the
figures that came out otherwise. Either is tried before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from backfire_sim.authoring.fixing import put, with_edits
from backfire_sim.authoring.golden import result
from backfire_sim.authoring.sidecar import as_value
from backfire_sim.authoring.walk import PathError, Way, figures, walk, written
from backfire_sim.engine.events import Ask, End, Prepare, Start, Withdraw
from backfire_sim.engine.position import PREPARING
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.load import Loaded
from backfire_sim.scenario.play_models import MAX_STEPS
from backfire_sim.scenario.plays import GoldenPlay, Plays, read_plays
from backfire_sim.scenario.problems import Fix
from backfire_sim.scenario.spelling import ID
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.shelf import NotPlayableError

_INDENT = 2


class NotBlessedError(StorageError):
    """The play cannot become a golden play; the message says why, and what to do."""


class Blessed(NamedTuple):
    """What was written, and where."""

    file: Path
    play: GoldenPlay
    changed: tuple[str, ...] = ()
    """Figures that are accepted, each as it was and as it is."""


def bless(loaded: Loaded, session: Session, id_: str, about: str = "", *, so_far: bool = False) -> Blessed:
    """Write a play into the golden plays of its scenario's file. NotBlessedError, or StorageError from the disk."""
    scenario, file = _scenario(loaded), sidecar(loaded.name)
    if not ID.fullmatch(id_):
        raise NotBlessedError(f'"{id_}" cannot be an id: small letters, digits and _, starting with a letter.')
    before, there = _there(file, loaded)
    if any(play.id == id_ for play in there.plays):
        raise NotBlessedError(
            f"{file.name} has a golden play {id_} already. Choose another id, or accept new figures: --update {id_}"
        )
    _whole(session, so_far)
    way = way_of(session)
    came = {name: value for name, value in figures(session).items() if value is not None}
    # Where nothing is drawn, the seed would be a number without a meaning.
    seed = way.seed if any(name.startswith("chance(") for name in scenario.reads) else 0
    play = GoldenPlay(id_, " ".join(about.split()), way.steps, came, way.prepare, way.consent, seed)
    _proved(scenario, play)
    after = _appended(before or b"", there.document, play)
    _sound(after, file, loaded, [*there.plays, play])
    put(file, before, after)
    return Blessed(file, play)


def update(loaded: Loaded, id_: str) -> Blessed:
    """Accept what a golden play leads to now, in its file. NotBlessedError, or StorageError from the disk."""
    scenario, file = _scenario(loaded), sidecar(loaded.name)
    before, there = _there(file, loaded)
    play = next((play for play in there.plays if play.id == id_), None)
    document = there.document
    if play is None or document is None or before is None:
        known = ", ".join(play.id for play in there.plays)
        raise NotBlessedError(f"{file.name} has no golden play {id_}." + (f" There are: {known}." if known else ""))
    try:
        came = figures(walk(scenario, Way(play.path, play.prepare, play.consent, play.seed), mark=""))
    except PathError as error:
        raise NotBlessedError(f"{id_} cannot be walked any more: {error} Play it again and bless that.") from error
    new = {name: came[name] for name, wanted in play.expect.items() if came[name] != wanted}
    if None in new.values():
        raise NotBlessedError(f"{id_} comes to no end any more. Play it to an end and bless that.")
    fixes = [_figure(document, id_, name, play.expect[name], value) for name, value in new.items()]
    after, _ = with_edits(before, fixes) if fixes else (before, [])
    accepted = GoldenPlay(id_, play.about, play.path, {**play.expect, **new}, play.prepare, play.consent, play.seed)
    _proved(scenario, accepted)
    _sound(after, file, loaded, [accepted if other.id == id_ else other for other in there.plays])
    if fixes:
        put(file, before, after)
    return Blessed(file, accepted, tuple(f"{name} {play.expect[name]} -> {value}" for name, value in new.items()))


def way_of(session: Session) -> Way:
    """The path of a play, taken-back decisions left out. NotBlessedError where a path cannot say what happened."""
    prepare: tuple[str, ...] = ()
    consent: list[str] = []
    steps: list[str] = []
    for event in session.line:
        match event:
            case Start() | End():
                continue
            case Prepare(options):
                prepare = options
            case Ask(person, use) if not steps:
                consent.append(f"{person}.{use}")
            case Withdraw(person, use):
                raise NotBlessedError(
                    f"In this play {person} takes back a yes ({person}.{use}), which no step of a golden play says."
                )
            case _:
                steps.append(written(event))
    if not steps:
        steps, consent = [f"ask:{asked}" for asked in consent], []
    if not steps:
        raise NotBlessedError("Nothing has been played yet: there is nothing to bless.")
    if len(steps) > MAX_STEPS:
        raise NotBlessedError(f"This play has {len(steps)} steps; a golden play has at most {MAX_STEPS}.")
    return Way(tuple(steps), prepare, tuple(consent), session.position.seed)


def _scenario(loaded: Loaded) -> Scenario:
    if loaded.scenario is None:
        raise NotPlayableError(Path(loaded.name), loaded.problems)
    return loaded.scenario


def _there(file: Path, loaded: Loaded) -> tuple[bytes | None, Plays]:
    """The golden plays as they are; None and no plays where there is no file."""
    try:
        before = file.read_bytes()
    except FileNotFoundError:
        return None, Plays(file.name)
    except OSError as error:
        raise StorageError(f"{file} cannot be read: {because(error)}.") from error
    there = read_plays(before, str(file), loaded)
    if not there.ok and not _holds_none(there.document):
        raise NotPlayableError(file, there.problems)
    return before, there


def _holds_none(document: Document | None) -> bool:
    """Whether a file holds comments at most, and perhaps the key that golden plays stand under."""
    return document is not None and document.whole and document.root in (None, {"plays": None})


def _whole(session: Session, so_far: bool) -> None:
    if session.position.phase == PREPARING:
        raise NotBlessedError("This play has not begun: nothing is prepared yet.")
    if session.position.ending or so_far:
        return
    if session.over:
        raise NotBlessedError("The group stopped this play before an end. --so-far blesses it as far as it went.")
    where = session.position.scene
    raise NotBlessedError(f"This play is not over: it stands in {where}. --so-far blesses it as far as it goes.")


def _proved(scenario: Scenario, play: GoldenPlay) -> None:
    found = result(scenario, play)
    if not found.passed:
        raise NotBlessedError("Walked again, this play leads elsewhere: " + " ".join(found.differs))


def _sound(data: bytes, file: Path, loaded: Loaded, wanted: Sequence[GoldenPlay]) -> None:
    """See that the file to be written reads as it is meant."""
    read = read_plays(data, str(file), loaded)
    if not read.ok or [_but_line(play) for play in read.plays] != [_but_line(play) for play in wanted]:
        raise NotBlessedError(
            f"{file} is written so that nothing can be added or changed by itself. Write each golden play on lines of "
            "its own below `plays:`, then bless again."
        )


def _but_line(play: GoldenPlay) -> tuple[Any, ...]:
    return play.id, play.about, play.path, dict(play.expect), play.prepare, play.consent, play.seed


# -- Writing ------------------------------------------------------------------------------------------------------


def _appended(before: bytes, document: Document | None, play: GoldenPlay) -> bytes:
    """The file with one more play at its end, in its own indentation and with its own line breaks."""
    end = "\r\n" if b"\r\n" in before else "\n"
    root = document.root if document is not None else None
    lines = [] if isinstance(root, dict) and "plays" in root else ["plays:"]
    indent = _INDENT
    if document is not None and isinstance(root, dict) and root.get("plays"):
        indent = document.place(("plays", next(iter(root["plays"]))), key=True).column - 1
    lines += _written(play, indent)
    kept = re.sub(rb"(?:[ \t]*\r?\n)*[ \t]*\Z", b"", before)
    text = "".join(line + end for line in lines).encode("utf-8")
    return (kept + end.encode() if kept.strip(b"\xef\xbb\xbf") else kept) + text


def _written(play: GoldenPlay, indent: int) -> Iterator[str]:
    space, inner = " " * indent, " " * (indent + _INDENT)
    yield f"{space}{play.id}:"
    if play.about:
        first, *more = as_value(play.about, indent + 2 * _INDENT)
        yield f"{inner}about: {first}"
        yield from more
    for name, listed in (("prepare", play.prepare), ("consent", play.consent)):
        if listed:
            yield f"{inner}{name}: [{', '.join(listed)}]"
    if play.seed:
        yield f"{inner}seed: {play.seed}"
    yield f"{inner}path:"
    yield from (f"{inner}  - {step}" for step in play.path)
    yield f"{inner}expect:"
    yield from (f"{inner}  {name}: {value}" for name, value in play.expect.items())


def _figure(document: Document, id_: str, name: str, was: int | str, now: int | str) -> Fix:
    fix = document.swap(document.place(("plays", id_, "expect", name)), str(was), str(now))
    if fix is None:
        line = document.place(("plays", id_, "expect", name)).line
        raise NotBlessedError(f"{document.name}, line {line}: write {name}: {now} there yourself, in one word.")
    return fix
