"""A scenario file as plain values, with the line and column of every key and value.

One pass over the events of PyYAML's C parser builds dictionaries, lists, text, whole numbers, yes/no and nothing
else; the place of each key and value is kept as one offset into the text, and becomes a line and column only when
a problem asks for it. YAML's conveniences that surprise people (anchors, tags, merge keys, `no` as a truth value,
`12:30` as a number) are left out or refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from backfire_sim.scenario import comments, quotes, refusals, source
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.problems import Problem
from backfire_sim.text import is_plain, one_line, plain

MAX_DEPTH = 12
MAX_EVENTS = 4_000_000

_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS: dict[str, Any] = {"": None, "null": None, "true": True, "false": False}


def read(data: bytes | str, name: str) -> Document:
    """The document in `data`. Never raises for what the file holds: `problems` says what is wrong."""
    text, problems, saved = source.clean(data, name)
    document = Document(name, text, saved)
    document.problems.extend(problems)
    if any(problem.code != "BF004" for problem in problems):
        document.whole = False
        return document
    with collector_off():
        _read_all(document)
    return document


def _read_all(document: Document) -> None:
    """Read the text; after an accident that one line explains, mend the line in memory and read again."""
    before = len(document.problems)
    stops: list[Problem] = []
    written: dict[int, str] = {}
    told = {problem.line for problem in document.problems}
    while (stop := _stopped(document)) is not None:
        if stop.line in written:
            # What was mended was not all that is wrong with this line: it is named already.
            document.give_up()
            break
        if stop.line not in told:
            stops.append(stop)
        from backfire_sim.scenario import mending

        line = mending.mended(document, stop) if stop.line else None
        again = len(document.text) * (len(written) + 1)
        if line is None or len(written) >= mending.MOST_MENDED or again > mending.MOST_READ_AGAIN:
            document.give_up()
            break
        written[stop.line] = document.line(stop.line)
        document.mend(stop.line, line)
        del document.problems[before:]
        document.start_again()
    document.mended.update(written)
    own = written.keys() | {stop.line for stop in stops}
    document.problems[before:] = [*stops, *(p for p in document.problems[before:] if p.line not in own)]


def _stopped(document: Document) -> Problem | None:
    """Read the text once; what kept it from being read to the end."""
    try:
        _build(document, _parser(document.text))
    except yaml.YAMLError as error:
        from backfire_sim.scenario import accidents

        return accidents.diagnose(document, error)
    except _StopReading as stop:
        return stop.problem
    except RecursionError:
        return document.problem("BF003", "This file is nested too deeply to be read.")
    return None


class _StopReading(Exception):  # noqa: N818 - a signal inside this module, no error of ours
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _parser(text: str) -> Callable[[], Any]:
    if yaml.__with_libyaml__:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]

        return CParser(text).get_event
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PurePython(Reader, Scanner, Parser):
        def __init__(self) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PurePython().get_event


def _build(document: Document, next_event: Callable[[], Any]) -> None:
    """Turn events into values and marks. One loop without calls per scalar: this is most of the time of a check."""
    scalar_event, end_of_map, end_of_list = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
    start_of_map, start_of_list, alias_event = yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent
    constants, whole_number = _CONSTANTS, _WHOLE_NUMBER.fullmatch
    marks, first_mark, doubles = document.marks, document.first_mark, document.doubles
    has_tabs = "\t" in document.text
    may_be_labeled = _may_be_labeled(document.text)
    may_take_words = comments.may_take_words(document.text)
    names: dict[str, str] = {}
    same_name = names.setdefault
    stack: list[tuple[Any, list[int], bool]] = []
    holder: Any = None
    here: list[int] = []
    key: str | None = None
    in_map = False
    documents = 0

    for _ in range(MAX_EVENTS):
        event = next_event()
        kind = event.__class__
        if kind is scalar_event:
            value: Any = event.value
            mark = event.start_mark.index
            style = event.style
            if may_be_labeled and (event.anchor is not None or event.tag is not None):
                refusals.label(document, event, mark)
            if in_map and key is None:
                if style == '"' or has_tabs:
                    value = one_line(value)
                key = same_name(value, value)
                if key in holder:
                    refusals.double_key(document, holder, here, key, mark)
                elif key == "<<" and not style:
                    refusals.merge_key(document, mark)
                here.append(mark)
                continue
            if not style:
                if may_take_words:
                    comments.words_taken(document, event, key, stack)
                if len(value) < 20:
                    if value in constants:
                        value = constants[value]
                    elif value[0] in "-0123456789" and whole_number(value):
                        value = int(value)
                    else:
                        value = same_name(value, value)
            elif style in ('"', "'"):
                if event.end_mark.line > event.start_mark.line and quotes.swallows_keys(
                    document, mark, event.end_mark.index
                ):
                    raise _StopReading(quotes.never_closed_at(document, mark))
                if style == '"' and not is_plain(value):
                    refusals.escape(document, value, mark)
                    value = plain(value)
            if has_tabs and value.__class__ is str:
                value = value.replace("\t", " ")
        elif kind is end_of_map or kind is end_of_list:
            first_mark[id(holder)] = len(marks)
            if doubles and in_map:
                here = refusals.without_doubles(here, doubles)
            marks.extend(here)
            if len(stack) == 1:
                document.root = holder
            holder, here, in_map = stack.pop()
            key = None
            continue
        elif kind is start_of_map or kind is start_of_list:
            mark = event.start_mark.index
            if event.anchor is not None or event.tag is not None:
                refusals.label(document, event, mark)
            value = {} if kind is start_of_map else []
            if in_map and key is None:
                raise _StopReading(refusals.complex_key(document, mark))
            if len(stack) >= MAX_DEPTH:
                raise _StopReading(refusals.too_deep(document, mark, MAX_DEPTH))
            if in_map:
                here.append(mark)
                # The first of two equal keys stays, as it was reported.
                holder.setdefault(key, value)
            elif holder is not None:
                here += (mark, mark)
                holder.append(value)
            stack.append((holder, here, in_map))
            holder, here, key, in_map = value, [], None, kind is start_of_map
            continue
        elif kind is alias_event:
            mark = event.start_mark.index
            refusals.alias(document, event, mark)
            if in_map and key is None:
                key = ""
                here.append(mark)
                continue
            value = None
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _StopReading(refusals.several_documents(document, event.start_mark.index))
            continue
        elif event is None or kind is yaml.StreamEndEvent:
            return
        else:
            continue

        if in_map:
            here.append(mark)
            if key not in holder:
                holder[key] = value
            key = None
        elif holder is None:
            document.root = value
            marks.append(mark)
        else:
            here += (mark, mark)
            holder.append(value)
    raise _StopReading(document.problem("BF003", "This file holds too many keys and values to be a scenario."))


def _may_be_labeled(text: str) -> bool:
    """Whether an anchor or a tag can stand anywhere: `&` or `!` where a value may begin."""
    return text[:1] in ("&", "!") or any(before + sign in text for before in " \n\t[{,:" for sign in "&!")
