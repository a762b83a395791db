"""From a story to a draft of a scenario: passages become scenes, links become moves whose R is still to be chosen.

A passage without links is the end of a story, so it gives the words of an ending, and links to it lead to END. Where
several endings are to be told apart, the moves that lead to each set a fact of its own. Nothing in a story says what
comes of doing nothing: a scene with a single way on waits into it, any other ends the play there.
"""

from __future__ import annotations

from backfire_sim.authoring.twee.importing import notes
from backfire_sim.authoring.twee.importing.draft import TO_DO, Draft, DraftEnding, DraftMove, DraftScene, Goto
from backfire_sim.authoring.twee.importing.names import as_id, unused
from backfire_sim.authoring.twee.importing.reach import leading_to, reached, roots
from backfire_sim.authoring.twee.importing.taken import Taken
from backfire_sim.authoring.twee.importing.ways import Way
from backfire_sim.authoring.twee.story import Passage, Remark, Story
from backfire_sim.authoring.twee.within.visible import label as as_label
from backfire_sim.engine.scenario import END
from backfire_sim.scenario.compile import WAIT_LABEL
from backfire_sim.scenario.keys import MAX_ITEMS, MAX_LINE, MAX_PROSE
from backfire_sim.text import one_line

GOES_ON = "You wait, and it goes on."
STOPS = "You do nothing, and the story stops here."
MOST_PARKED = 200
"""Passages without a place that are kept as comments."""
_WAITS = frozenset(("wait", "do nothing", WAIT_LABEL.casefold()))
"""Labels of links that are taken as doing nothing."""


def draft(story: Story, taken: Taken, source: str) -> Draft:
    """The draft; what is to be said about it goes to the remarks of what was taken. `source` names the Twee file."""
    return _Drafting(story, taken).made(source)


class _Drafting:
    def __init__(self, story: Story, taken: Taken) -> None:
        self.story, self.taken = story, taken
        self.ids = self._ids()
        self.used = set(self.ids.values())
        self.shown = {name for reading in taken.readings.values() for name in reading.shows}
        self.waits = self._waits()
        stops = not taken.endings or None in self.waits.values()
        self.facts = self._facts(taken.endings if stops else taken.endings[:-1])
        self.stopped = unused("stopped", {self.ids[name] for name in taken.endings}, {}) if stops else ""

    def made(self, source: str) -> Draft:
        taken, title = self.taken, self.story.title
        scenes = [self._scene(name) for name in taken.scenes]
        endings = [self._ending(name) for name in taken.endings]
        if self.stopped:
            note = "Read where the group did nothing, which the Twine story has no words for"
            endings.append(DraftEnding(self.stopped, "The story stops here", (STOPS,), notes=(note,)))
        parked = [
            (_heading(passage, "its name is used again further down"), passage) for passage in self.story.replaced
        ]
        parked += [
            (_heading(taken.passages[name], self._why_parked(name)), taken.passages[name]) for name in taken.parked
        ]
        return Draft(
            as_id(title, "imported_story").replace("_", "-").strip("-"),
            title,
            source,
            tuple(self._with_what_is_cut_off(scenes)),
            tuple(endings),
            {fact: f"The story ended at “{one_line(name, 200)}”" for name, fact in self.facts.items()},
            tuple(self._notes_of_the_story()),
            tuple((heading, _parked(passage.text)) for heading, passage in parked[:MOST_PARKED]),
            len(parked),
        )

    # -- Ids and facts -------------------------------------------------------------------------------------------

    def _ids(self) -> dict[str, str]:
        """The id of every passage that is a scene or an ending."""
        taken = self.taken
        ids: dict[str, str] = {}
        used: dict[str, str] = {}
        numbers: dict[str, int] = {}
        for count, name in enumerate([*taken.scenes, *taken.endings], 1):
            wanted = as_id(name, f"scene_{count}")
            ids[name] = id_ = unused(wanted, used, numbers)
            used[id_] = name
            if id_ != wanted:
                other = used[wanted]
                text = f"“{_short(name)}” would have the same id as “{_short(other)}”, so it is `{id_}`."
                self._say(taken.passages[name].line, text, taken.passages[other].line)
        return ids

    def _facts(self, endings: list[str]) -> dict[str, str]:
        """A fact for each of these endings, by the name of its passage; the last one of all needs none."""
        facts: dict[str, str] = {}
        used: set[str] = set()
        numbers: dict[str, int] = {}
        for name in endings:
            facts[name] = unused(as_id(f"at {self.ids[name]}", "at_an_ending"), used, numbers)
            used.add(facts[name])
        return facts

    # -- Where it goes on ----------------------------------------------------------------------------------------

    def _waits(self) -> dict[str, Way | None]:
        """For each scene the way that doing nothing takes; None where the play ends with it."""
        taken = self.taken
        waits: dict[str, Way | None] = {}
        for name in taken.scenes:
            ways = taken.ways[name]
            # A link called Wait is waiting, if there is something else to do; a single link is what comes anyway.
            waiting = [way for way in ways if way.target and (len(ways) == 1 or _waits(way))]
            waits[name] = waiting[-1] if waiting else None
        ends = [name for name, way in waits.items() if way is None]
        following = {name: [way.target for way in taken.ways[name]] for name in taken.scenes}
        can_end = leading_to(following, [*ends, *taken.endings])
        return {name: way if name in can_end else None for name, way in waits.items()}

    def _goto(self, way: Way | None) -> Goto:
        if way is None:
            return Goto(END)
        if way.target and way.target not in self.taken.ends:
            return Goto(self.ids[way.target])
        if way.target:
            return Goto(END, self.facts.get(way.target, ""))
        if way.broken:
            to_do = f"there is no passage “{_short(way.link.target)}”{self._meant(way.near)}"
            return Goto(self._broken_id(way), to_do=to_do)
        where = _short(way.link.target or way.link.macro)
        return Goto(TO_DO, to_do=f"in Twine only the running story knows where this leads: {where}")

    def _meant(self, near: str) -> str:
        """What may have been meant, as it would be written in the scenario."""
        if near in self.taken.ends:
            fact = self.facts.get(near)
            return f"; did you mean END, with sets: [{fact}]?" if fact else "; did you mean END?"
        return f"; did you mean {self.ids[near]}?" if near in self.ids else ""

    def _broken_id(self, way: Way) -> str:
        """An id for a passage that is not there; never one that is."""
        id_ = as_id(way.link.target, TO_DO)
        return f"{id_}_missing" if id_ in self.used else id_

    # -- Scenes and endings --------------------------------------------------------------------------------------

    def _scene(self, name: str) -> DraftScene:
        taken = self.taken
        passage, told, reading = taken.passages[name], taken.prose[name], taken.readings[name]
        wait = self.waits[name]
        moves = self._moves(passage, [way for way in taken.ways[name] if len(taken.ways[name]) == 1 or way is not wait])
        return DraftScene(
            self.ids[name],
            as_label(told.title, name, MAX_LINE),
            self._text(passage, told.paragraphs),
            moves,
            STOPS if wait is None else GOES_ON,
            self._goto(wait),
            tuple(notes.of_passage(passage, reading)),
        )

    def _moves(self, passage: Passage, ways: list[Way]) -> tuple[DraftMove, ...]:
        if not ways:
            text = f"“{_short(passage.name)}” has no way out, and a scene needs a move: “Go on” stands there for now."
            self._say(passage.line, text)
            return (DraftMove("go_on", "Go on", Goto(END), ("The passage has no link; a scene needs a move",)),)
        if len(ways) > MAX_ITEMS:
            beyond = ways[MAX_ITEMS:]
            has = f"“{_short(passage.name)}” has {len(ways)} ways out, and a scene at most {MAX_ITEMS} moves."
            self._say(
                passage.line, f"{has} The rest is left out.", *dict.fromkeys(way.link.line for way in beyond[:20])
            )
        used = {"wait"}
        numbers: dict[str, int] = {}
        moves = []
        for count, way in enumerate(ways[:MAX_ITEMS], 1):
            id_ = unused(as_id(way.link.label, f"move_{count}", 40), used, numbers)
            used.add(id_)
            moves.append(DraftMove(id_, way.link.label, self._goto(way), tuple(notes.of_link(way.link))))
        return tuple(moves)

    def _ending(self, name: str) -> DraftEnding:
        taken = self.taken
        passage, told = taken.passages[name], taken.prose[name]
        return DraftEnding(
            self.ids[name],
            as_label(told.title, name, MAX_LINE),
            self._text(passage, told.paragraphs),
            self.facts.get(name, ""),
            tuple(notes.of_passage(passage, taken.readings[name])),
        )

    def _text(self, passage: Passage, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        """The text of a scene or ending: within what the format takes, and never empty."""
        if not paragraphs:
            self._say(passage.line, f"“{_short(passage.name)}” has no text of its own: its name stands there for now.")
            return (as_label(passage.name, "", MAX_LINE),)
        size = sum(map(len, paragraphs)) + 2 * len(paragraphs)
        if size <= MAX_PROSE:
            return paragraphs
        has = f"“{_short(passage.name)}” has {size:,} characters of text, and a scene at most {MAX_PROSE:,}."
        self._say(passage.line, f"{has} The rest is cut off.")
        kept: list[str] = []
        room = MAX_PROSE
        for paragraph in paragraphs:
            if room < 2:
                break
            kept.append(paragraph[: room - 1])
            room -= len(kept[-1]) + 2
        return tuple(kept)

    def _with_what_is_cut_off(self, scenes: list[DraftScene]) -> list[DraftScene]:
        """The scenes, with a word at each one where a part begins that nothing leads to."""
        following = {
            scene.id: [goto.target for goto in (*(m.goto for m in scene.moves), scene.wait)] for scene in scenes
        }
        found = reached(following, [scenes[0].id])
        begins = roots(following, [scene.id for scene in scenes if scene.id not in found])
        names = {id_: name for name, id_ in self.ids.items()}
        from_special = {
            link.target
            for name in self.taken.special
            if name in self.taken.readings
            for link in self.taken.readings[name].links
        }
        meant = {way.near: way.link.line for ways in self.taken.ways.values() for way in ways if way.near}
        for id_, behind in begins.items():
            name = names[id_]
            text = f"Nothing leads to “{_short(name)}”"
            if name in meant:
                text += f", unless the broken link in line {meant[name]} means it"
            elif name in self.shown:
                text = f"No link leads to “{_short(name)}”: macros show it inside other passages"
            elif name in from_special:
                text = f"Only the frame of the story leads to “{_short(name)}”, and no link of the story itself"
            more = f" This cuts off {behind} more." if behind else ""
            self._say(self.taken.passages[name].line, f"{text}.{more}")
        to_do = "nothing leads here: let a move lead here, or leave the scene out"
        return [scene._replace(to_do=to_do) if scene.id in begins else scene for scene in scenes]

    def _why_parked(self, name: str) -> str:
        shown = name in self.shown
        return "no link leads here; macros show it inside other passages" if shown else "no way in and no way out"

    # -- Words ---------------------------------------------------------------------------------------------------

    def _notes_of_the_story(self) -> list[str]:
        told = []
        for name, passage in self.taken.special.items():
            reading = self.taken.readings.get(name)
            told.append(f"{passage.name}, Twee line {passage.line}: not a part of the story, left out")
            told += notes.of_code(reading.macros) if reading else ()
        return told

    def _say(self, line: int, text: str, *also: int) -> None:
        self.taken.remarks.append(Remark(line, text, also))


def _waits(way: Way) -> bool:
    return way.link.label.casefold() in _WAITS


def _heading(passage: Passage, why: str) -> str:
    return f"“{_short(passage.name)}”, Twee line {passage.line}: {why}"


def _parked(text: str) -> str:
    return text if len(text) <= MAX_PROSE else f"{text[:MAX_PROSE]}\n… and {len(text) - MAX_PROSE:,} characters more"


def _short(text: str) -> str:
    return one_line(text, 80)
