"""Make docs/library.md and docs/sources.md from the scenarios themselves, and playtest every one of them on the way.

python tools/library_pages.py [--write]

Without `--write` nothing is written: it says what a scenario fails in, and whether the pages are as they should be. The
exit code is 1 if anything is amiss.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from backfire_sim.authoring.playtest.report import Ended, Report
from backfire_sim.authoring.playtest.several import Refused, Task, each_of
from backfire_sim.authoring.playtest.told import brief_legend, in_brief
from backfire_sim.engine.contents import tactics_of, techniques_of
from backfire_sim.engine.scenario import CaseFile, Scenario
from backfire_sim.handbook.sources import SOURCES
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import load_plays
from backfire_sim.scoring.vocabulary import METHODS, OUTCOME_CLASSES, RESPONSES, TACTICS, label
from backfire_sim.storage.shelf import built_ins, translations_beside

DOCS = Path(__file__).parent.parent / "docs"
STRATEGIES = ("nothing", *RESPONSES, "random", "answer", "bottleneck", "best", "worst")
GOLDEN = ("good", "tempting", "nothing", "surprising", "historical")
WHOM = {"experienced": "have experienced it", "high_risk": "are at high risk", "concerned": "are concerned"}

LIBRARY = """\
# The library

The built-in scenarios, counted and played. This page is made from the files by `tools/library_pages.py --write`, which
plays every play of every one of them; what stands here is what they do today. [Sources](sources.md) has what the case
files rest on, [Review](review.md) who has read them and who still should.

Minutes are the play alone, worked out from the words that are read aloud and the rounds, and not clocked. With the look
back afterward, plan an hour for any of them, and more for the hard ones.

## What each is

{what}

## For whom, and what it practices

{whom}

## Where its golden plays end

Each scenario comes with plays that must end as they do; `backfire plays NAME` walks them. *Good* is one good way and
not the only one, *tempting* is what sounds best at the moment, *surprising* is a way that few expect to hold,
*historical* is what happened.

{golden}

## Where plays end, by strategy

The class that a strategy's plays end in most often, and how many of 100 do; where that is not backfire and some reach
it, how many do. *nothing* waits; *reveal* to *resist* play that R alone where they can; *random* is any open move;
*answer* answers what has just been played; *bottleneck* widens the lowest gate; *best* and *worst* look ahead at
everything, which no group can. These are shares of plays under this model, no chances in life.
[Balancing](balance.md) says what they are for.

{strategies}

## Tactics

A dot where a scenario has a move or a preparation of that tactic; at the right in how many there is one.

{tactics}

## Methods

A dot where a scenario has methods of that kind.

{methods}

Each method can be played in many ways. These are played here, with the number of scenarios they are played in:

{techniques}
"""

SOURCES_HEAD = """\
# Sources

What the program rests on, in full. This page is made by `tools/library_pages.py --write` from the scenario files and
from the pages under *Learn*.

Most of these were read as stored pages or excerpts, and not as whole books or papers. Where a report is a reprint, or
the work of a body that takes sides, it says so. What is told of history as certain stands on the sources named with it.
What is contested, or could not be confirmed, stands under *contested*, also in the program, and what a play makes up
is named there too. If you find a mistake, or a better source, say so: a case file is easily mended.
"""


def main(write: bool) -> int:
    """Playtest, say what is amiss, and write or compare the pages. The exit code."""
    reports: dict[str, Report] = {}
    refused = False
    print(*brief_legend(), sep="\n")
    for report in each_of([Task(path) for path in built_ins().values()]):
        if isinstance(report, Refused):
            print(report.why)
            refused = True
        else:
            print(*in_brief(report), sep="\n", flush=True)
            reports[report.scenario] = report
    if refused:
        return 1
    passed = all(report.passed for report in reports.values())
    scenarios = sorted(map(_read, built_ins().values()), key=_how_hard)
    for name, text in {"library.md": library(scenarios, reports), "sources.md": sources(scenarios)}.items():
        page = DOCS / name
        if write:
            page.write_text(text, encoding="utf-8")
        elif not page.exists() or page.read_text(encoding="utf-8") != text:
            print(f"docs/{name} is not what the files say: run tools/library_pages.py --write")
            passed = False
    return 0 if passed else 1


def _read(path: Path) -> Scenario:
    scenario = load(path).scenario
    if scenario is None:
        raise SystemExit(f"{path} cannot be read: backfire check says why.")
    return scenario


def _how_hard(scenario: Scenario) -> tuple[int, int, str]:
    return scenario.about.difficulty, scenario.about.minutes, scenario.title


# -- The library -------------------------------------------------------------------------------------------------------


def library(scenarios: Sequence[Scenario], reports: Mapping[str, Report]) -> str:
    """docs/library.md, the scenarios in the order in which they are numbered."""
    numbered = [(str(number), scenario) for number, scenario in enumerate(scenarios, 1)]
    numbers = [number for number, _ in numbered]
    what = ("", "scenario", "where", "who is attacked", "difficulty", "minutes", "languages")
    whom = ("", "scenario", "for people who", "teaches most", "serves to", "scenes", "endings")
    golden = ("", "scenario", "good", "tempting", "doing nothing", "surprising", "historical", "others")
    return LIBRARY.format(
        what=table(what, (_what(*each) for each in numbered)),
        whom=table(whom, (_whom(*each) for each in numbered)),
        golden=table(golden, (_golden(*each) for each in numbered)),
        strategies=table(("", "scenario", *STRATEGIES), (_ends(*each, reports) for each in numbered)),
        tactics=table(("R", "tactic", *numbers, ""), _tactics(scenarios)),
        methods=table(("method", *numbers, ""), _methods(scenarios)),
        techniques=table(("method", "techniques"), _techniques(scenarios)),
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows))


def _what(number: str, scenario: Scenario) -> tuple[str, ...]:
    about = scenario.about
    history = f", {scenario.case_file.year}" if scenario.case_file else ""
    languages = ", ".join((scenario.language, *translations_beside(built_ins()[scenario.id])))
    difficulty = "●" * about.difficulty + "○" * (5 - about.difficulty)
    title = f"**{scenario.title}** `{scenario.id}`"
    return number, title, about.place + history, about.target, difficulty, str(about.minutes), languages


def _whom(number: str, scenario: Scenario) -> tuple[str, ...]:
    about = scenario.about
    whom = ", ".join(WHOM[each] for each in about.for_)
    teaches = ", ".join(map(label, about.teaches))
    size = str(len(scenario.scenes)), str(len(scenario.endings))
    return number, scenario.title, whom, teaches, ", ".join(about.serves), *size


def _golden(number: str, scenario: Scenario) -> tuple[str, ...]:
    plays = load_plays(sidecar(built_ins()[scenario.id])).plays
    ends = {play.id: label(str(play.expect["outcome"])).lower() for play in plays}
    others = (f"{id_.replace('_', ' ')}: {outcome}" for id_, outcome in ends.items() if id_ not in GOLDEN)
    return number, scenario.title, *(ends.get(id_, "") for id_ in GOLDEN), "; ".join(others)


def _ends(number: str, scenario: Scenario, reports: Mapping[str, Report]) -> tuple[str, ...]:
    rows = {row.strategy: row for row in reports[scenario.id].strategies}
    return number, scenario.title, *(_most(rows[strategy]) for strategy in STRATEGIES)


def _most(row: Ended) -> str:
    most = max(OUTCOME_CLASSES, key=lambda each: row.classes[each])
    said = f"{label(most).lower()} {_share(row.classes[most])}"
    reached = row.classes["backfire"]
    return said if most == "backfire" or not reached else f"{said}, backfire {_share(reached)}"


def _share(share: float) -> str:
    if 0 < share < 0.01:
        return "<1"
    return str(round(100 * share) if share > 0.995 or share < 0.985 else 99)


def _tactics(scenarios: Sequence[Scenario]) -> Iterator[tuple[str, ...]]:
    there = [tactics_of(scenario) for scenario in scenarios]
    for response, tactics in TACTICS.items():
        for tactic in tactics:
            yield label(response), label(tactic), *_dots([tactic in each for each in there])


def _methods(scenarios: Sequence[Scenario]) -> Iterator[tuple[str, ...]]:
    there = [{method for method, _ in techniques_of(scenario)} for scenario in scenarios]
    for method in METHODS:
        yield label(method), *_dots([method in each for each in there])


def _dots(there: Sequence[bool]) -> tuple[str, ...]:
    return *("●" if each else "" for each in there), str(sum(there))


def _techniques(scenarios: Sequence[Scenario]) -> Iterator[tuple[str, ...]]:
    played = [each for scenario in scenarios for each in techniques_of(scenario)]
    for method in METHODS:
        counts = {technique: played.count((method, technique)) for uses, technique in played if uses == method}
        often = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        yield label(method), ", ".join(f"{technique.replace('_', ' ')} {count}" for technique, count in often)


# -- The sources -------------------------------------------------------------------------------------------------------


def sources(scenarios: Sequence[Scenario]) -> str:
    """docs/sources.md: each case file, then what the model and the pages rest on."""
    parts = [SOURCES_HEAD.rstrip()]
    parts += ["\n".join(_case(each, each.case_file)) for each in scenarios if each.case_file]
    parts += ["## The model, and the pages under Learn", "\n".join(f"- {text}" for text in SOURCES.values())]
    return "\n\n".join(parts) + "\n"


def _case(scenario: Scenario, file: CaseFile) -> Iterator[str]:
    numbers = {id_: str(number) for number, id_ in enumerate(scenario.sources, 1)}
    yield f"## {scenario.title}: {file.place}, {file.year}"
    for title, findings in (("Certain", file.certain), ("Contested, or made up", file.contested)):
        yield f"\n**{title}**\n"
        for finding in findings:
            marks = ", ".join(numbers[id_] for id_ in finding.sources)
            yield f"- {' '.join(finding.text.split())}" + (f" [{marks}]" if marks else "")
    yield "\n**Sources**\n"
    yield from (f"{numbers[id_]}. {text}" for id_, text in scenario.sources.items())


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv))
