"""Effects: signed whole steps on names that exist."""

from __future__ import annotations

import re
from typing import Any

from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.problems import Fix, Place

MINUS = "−"
"""The minus sign of typographers, which is as good as a hyphen before a step."""
_TIGHT = re.compile(r"(?P<name>[a-z_][\w.]*)\s*:\s*(?P<step>[+=−-]?[0-9]+)")
_TURNED = re.compile(r"(?P<step>[+=−-][0-9]+)\s+(?P<name>[a-z_][\w.]*)")
_STEPS = re.compile(r"[+=-][0-9]{1,6}")
_OTHER_SIGNS = re.compile(r"(?P<sign>[+＋=−–—-])\s*(?P<number>[0-9]{1,6})")
_AS_TYPED = {"＋": "+", "−": "-", "–": "-", "—": "-"}


def check(effects: dict[str, Any], findings: Findings, path: Path, widens: str = "") -> None:
    """Signed whole steps on names that exist. `widens` is the gate that the R behind them widens, if there is an R."""
    ranges = findings.names.effect_ranges
    if None in effects.values():
        effects = _with_colons(effects, findings, path)
    for name, amount in effects.items():
        if isinstance(amount, str):
            amount = amount.replace(MINUS, "-")
        if name not in ranges and not findings.names.may_be_there(name, "counters"):
            _name(name, findings, path)
        if type(amount) is int and amount < 0:
            amount = str(amount)
        if not (isinstance(amount, str) and _STEPS.fullmatch(amount)):
            _amount(name, amount, findings, path, widens)
        elif amount in ("+0", "-0"):
            findings.add("BF062", f"`{amount}` changes nothing.", (*path, name), help="leave it out")
        elif name in ranges:
            _range(name, amount, findings, path)


def _with_colons(effects: dict[str, Any], findings: Findings, path: Path) -> dict[str, Any]:
    """The effects that are written as such; for those that lack a colon or its space, one problem."""
    meant: dict[str, Any] = {}
    slips = 0
    for name, amount in effects.items():
        tight = _TIGHT.fullmatch(name) if amount is None else None
        turned = _TURNED.fullmatch(name) if amount is None and tight is None else None
        if tight or turned:
            slips += 1
            found = tight or turned
            assert found is not None
            meant[found["name"]] = found["step"]
        else:
            meant[name] = amount
    if not slips:
        return effects
    first = next(name for name, amount in effects.items() if amount is None)
    findings.add(
        "BF028",
        "A change is written as a name, a colon, a space and a step.",
        (*path, first),
        key=True,
        help="write {" + ", ".join(f"{name}: {step}" for name, step in meant.items()) + "}",
        fix=_colons_put(findings.document, (*path, first), None not in meant.values()),
    )
    return {name: amount for name, amount in effects.items() if amount is not None}


def _colons_put(document: Document, path: Path, told_whole: bool) -> Fix | None:
    """What puts colons and spaces into the braces around a path; None where they hold anything but steps."""
    place = document.place(path, key=True)
    line = document.line(place.line)
    start = line.rfind("{", 0, place.column)
    end = line.find("}", place.column)
    if start < 0 or end < 0 or not told_whole:
        return None
    written = line[start + 1 : end]
    steps = [_TIGHT.fullmatch(part.strip()) or _TURNED.fullmatch(part.strip()) for part in written.split(",")]
    if not all(steps):
        return None
    put = ", ".join(f"{step['name']}: {step['step']}" for step in steps if step)
    return document.swap(Place(place.line, start + 2), written, put)


def _name(name: str, findings: Findings, path: Path) -> None:
    fix = None
    if name in findings.names.facts:
        help_ = f"`{name}` is a fact: write `sets: [{name}]` or `clears: [{name}]`"
    elif name in ("power", "mobilization", "round", "outcome"):
        help_ = "this follows from the rest; change the gates, momentum or courage"
    elif "." in name and name.partition(".")[0] in findings.names.audiences:
        help_ = f"write `{name.partition('.')[2]}`, and name the audience under `reaches`"
    else:
        near = findings.names.nearest(name, findings.names.effects)
        help_ = f"did you mean `{near}`?" if near else "effects change " + ", ".join(findings.names.effects[:30])
        if near is not None and findings.names.certain(name, near, findings.names.effects):
            fix = findings.document.swap(findings.document.place((*path, name), key=True), name, near)
    findings.add("BF061", f"Effects cannot change `{name}`.", (*path, name), key=True, help=help_, fix=fix)


def _amount(name: str, amount: object, findings: Findings, path: Path, widens: str) -> None:
    document = findings.document
    if type(amount) is int and amount >= 0:
        help_ = f"write +{amount} (add) or ={amount} (set)" if amount else "write =0 (set), or leave it out"
        # A step of this size on the gate that its R widens adds; of anything else only its author knows.
        sure = name == widens and 1 <= amount <= 4
        fix = document.swap(document.place((*path, name)), str(amount), f"+{amount}") if sure else None
        message = f"`{name}: {amount}` does not say whether it adds or sets."
        findings.add("BF060", message, (*path, name), help=help_, fix=fix)
        return
    if isinstance(amount, str) and re.fullmatch(r"[+=-]?[0-9]{7,}", amount):
        findings.add("BF062", f"`{name}` cannot change by so much: the number is too large.", (*path, name))
        return
    typed = _OTHER_SIGNS.fullmatch(amount) if isinstance(amount, str) else None
    fix = None
    if typed and isinstance(amount, str):
        step = _AS_TYPED.get(typed["sign"], typed["sign"]) + typed["number"]
        fix = document.swap(document.place((*path, name)), document.get((*path, name)), step)
    shown = "nothing" if amount is None else f"`{amount}`" if isinstance(amount, str | int) else "this"
    findings.add(
        "BF062",
        f"`{name}` is changed by {shown}, which is no whole step.",
        (*path, name),
        key=not isinstance(amount, str | int),
        help="write +2 to add, -1 to take away, =3 to set",
        fix=fix,
    )


def _range(name: str, amount: str, findings: Findings, path: Path) -> None:
    low, high = findings.names.effect_ranges[name]
    number = int(amount[1:])
    if low is None or high is None:
        return
    if amount[0] == "=" and not low <= number <= high:
        findings.add("BF062", f"`{name}` goes from {low} to {high}; it cannot be set to {number}.", (*path, name))
    elif amount[0] != "=" and number > high - low:
        findings.add(
            "BF062", f"`{name}` goes from {low} to {high}; a step of {amount} is larger than that.", (*path, name)
        )
