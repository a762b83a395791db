"""The parts of a scenario around its scenes: audiences, bearers, people, preparation, endings, sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario.checks import drills
from backfire_sim.scenario.checks.changes import change, tactic
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.names import RESERVED, parse_range
from backfire_sim.scenario.problems import Fix
from backfire_sim.scoring.vocabulary import COSTS

if TYPE_CHECKING:
    from backfire_sim.scenario import models

_SCENARIO_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


def check(frame: models.Frame, findings: Findings) -> None:
    """Everything but the scenes and the ways between them."""
    _identity(frame, findings)
    _audiences(frame, findings)
    _bearers(frame, findings)
    _people(frame, findings)
    _own_names(frame, findings)
    _prepare(frame, findings)
    _injects(frame, findings)
    _endings(frame, findings)
    _debrief(frame, findings)
    _sources(frame, findings)


def _identity(frame: models.Frame, findings: Findings) -> None:
    if not _SCENARIO_ID.fullmatch(frame.id) or len(frame.id) > 60:
        fixed = re.sub(r"[^a-z0-9]+", "-", frame.id.lower()).strip("-") or "my-scenario"
        findings.add(
            "BF010",
            f"`{frame.id}` cannot be the id of a scenario.",
            ("id",),
            help=f"use small letters, digits and dashes: `{fixed}`",
            fix=findings.document.swap(findings.document.place(("id",)), frame.id, fixed)
            if re.fullmatch(r"[\w -]{1,60}", frame.id, re.ASCII) and _SCENARIO_ID.fullmatch(fixed)
            else None,
        )
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", frame.language):
        findings.add(
            "BF043",
            f"`{frame.language}` is no language code.",
            ("language",),
            help="write two letters such as en or es",
        )


def _audiences(frame: models.Frame, findings: Findings) -> None:
    for voice_id, voice in frame.voices.items():
        path = ("voices", voice_id)
        findings.refer_all(voice.trusted_by, findings.names.audiences, "audience", (*path, "trusted_by"))
        findings.refer_all(voice.distrusted_by, findings.names.audiences, "audience", (*path, "distrusted_by"))
        for place, audience in enumerate(voice.distrusted_by):
            if audience in voice.trusted_by:
                findings.add(
                    "BF014",
                    f"`{audience}` both trusts and distrusts the voice `{voice_id}`.",
                    (*path, "distrusted_by", place),
                    help="leave it in one of the two lists",
                )


def _bearers(frame: models.Frame, findings: Findings) -> None:
    if not frame.bearers:
        return
    for cost in COSTS:
        total = sum(bearer.holds.get(cost, 0) for bearer in frame.bearers.values())  # type: ignore[call-overload]
        if total != 100:
            holders = [name for name, bearer in frame.bearers.items() if cost in bearer.holds]
            path = ("bearers", holders[-1], "holds", cost) if holders else ("bearers",)
            difference = f"{100 - total} is missing" if total < 100 else f"{total - 100} is too much"
            findings.add(
                "BF080",
                f"The shares of the cost `{cost}` add up to {total}, not to 100.",
                path,
                key=not holders,
                help=f"{difference}: change the share of one of " + ", ".join(holders or frame.bearers),
            )


def _people(frame: models.Frame, findings: Findings) -> None:
    for person_id, person in frame.people.items():
        path = ("people", person_id)
        for place, use in enumerate(person.uses):
            if not re.fullmatch(r"[a-z][a-z0-9_]*", use):
                findings.add(
                    "BF010",
                    f"`{use}` cannot be an id.",
                    (*path, "uses", place),
                    help="ids are small letters, digits and _, starting with a letter",
                )
            elif use in person.uses[:place]:
                findings.add("BF014", f"The use `{use}` is listed twice.", (*path, "uses", place), help="leave one out")
        for key, entries in (("agrees", person.agrees), ("says", person.says), ("refuses", person.refuses)):
            for use in entries:
                findings.refer(use, person.uses, f"use of `{person_id}` called", (*path, key, use))
        for use, lines in person.agrees.items():
            findings.condition(lines, (*path, "agrees", use))


def _own_names(frame: models.Frame, findings: Findings) -> None:
    for section, names in (("facts", list(frame.facts)), ("counters", list(frame.counters))):
        for name in names:
            if name in RESERVED:
                findings.add(
                    "BF014",
                    f"`{name}` already means something in conditions and effects.",
                    (section, name),
                    key=True,
                    help=f"give it another id, such as `our_{name}`",
                )
            elif section == "counters" and name in frame.facts:
                findings.add(
                    "BF014",
                    f"`{name}` is a fact and a counter.",
                    (section, name),
                    key=True,
                    help="give one of the two another id",
                )
    for name, counter in frame.counters.items():
        ends = parse_range(counter.range)
        if ends is None or ends[0] >= ends[1]:
            findings.add(
                "BF082",
                f"`{counter.range}` is no range.",
                ("counters", name, "range"),
                help=_range_help(counter.range),
                fix=_range_fix(counter.range, findings, ("counters", name, "range")),
            )
        elif not ends[0] <= counter.start <= ends[1]:
            findings.add(
                "BF082",
                f"The counter `{name}` starts at {counter.start}, outside its range {ends[0]} to {ends[1]}.",
                ("counters", name, "start"),
                help="change the start or the range",
            )


def _range_help(given: str) -> str:
    if re.match(r"\s*[-−]\s*\d", given):
        return "a counter starts at 0 or above; write the lowest and the highest value: 0-40"
    if re.fullmatch(r"\s*\d+\s*[-–]\s*\d{7,}\s*", given):
        return "the highest value has at most six digits, as in 0-999999"
    return "write the lowest and the highest value: 0-40"


def _range_fix(given: str, findings: Findings, path: Path) -> Fix | None:
    ends = re.fullmatch(r"(\d{1,6})\s*(?:\.\.\.?|to|—|−|…)\s*(\d{1,6})", given)
    if ends is None or int(ends[1]) >= int(ends[2]):
        return None
    return findings.document.swap(findings.document.place(path), given, f"{ends[1]}-{ends[2]}")


def _prepare(frame: models.Frame, findings: Findings) -> None:
    if frame.prepare is None:
        return
    path = ("prepare", "options")
    options = frame.prepare.options
    drills.check(frame.prepare.drill, options, "", findings, ("prepare", "drill"))
    if frame.prepare.choose > len(options) == len(findings.names.options):
        findings.add(
            "BF081",
            f"A group may choose {frame.prepare.choose}, but there are only {len(options)} options.",
            ("prepare", "choose"),
            help="lower the number, or write more options",
        )
    for option_id, option in options.items():
        change(option, findings, (*path, option_id), option.r)
        tactic(option.r, option.tactic, findings, (*path, option_id))


def _injects(frame: models.Frame, findings: Findings) -> None:
    for inject_id, inject in frame.injects.items():
        path = ("injects", inject_id)
        change(inject, findings, path)
        findings.condition(inject.when, (*path, "when"))
        findings.refer_all(inject.reaches, findings.names.audiences, "audience", (*path, "reaches"))
        findings.refer_all(inject.names, findings.names.bearers, "bearer", (*path, "names"))
        findings.uses(inject.revokes, (*path, "revokes"))


def _endings(frame: models.Frame, findings: Findings) -> None:
    unread = 0
    first = next((ending_id for ending_id, ending in frame.endings.items() if not ending.when), "")
    for place, (ending_id, ending) in enumerate(frame.endings.items(), 1):
        findings.condition(ending.when, ("endings", ending_id, "when"))
        unread = unread + 1 if unread or ending_id == first else 0
        if place == len(frame.endings) and ending.when and not first:
            findings.add(
                "BF077",
                f"The last ending, `{ending_id}`, has a `when`, so a play can end without words.",
                ("endings", ending_id, "when"),
                key=True,
                help="leave its `when` out, or add one more ending without `when`",
            )
    if unread > 1:
        after = "the ending after it is" if unread == 2 else f"the {unread - 1} endings after it are"
        findings.add(
            "BF078",
            f"The ending `{first}` always holds, so {after} never reached.",
            ("endings", first),
            key=True,
            help=f"move `{first}` to the end, or give it a `when`",
        )


def _debrief(frame: models.Frame, findings: Findings) -> None:
    for place, question in enumerate(frame.debrief):
        findings.condition(question.when, ("debrief", place, "when"))


def _sources(frame: models.Frame, findings: Findings) -> None:
    if frame.case_file is None:
        return
    for key, listed in (("certain", frame.case_file.certain), ("contested", frame.case_file.contested)):
        for place, finding in enumerate(listed):
            path = ("case_file", key, place)
            findings.refer_all(finding.sources, frame.sources, "source", (*path, "sources"))
            if key == "certain" and not finding.sources:
                findings.add(
                    "BF084",
                    "This is said to be certain, and rests on no source.",
                    (*path, "text"),
                    help="add `sources: [...]` with ids from `sources`, or list it under `contested`",
                )
