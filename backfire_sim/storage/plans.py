"""The group's own plans, where somebody asked to keep one: a small file each, apart from every play.

A file holds the lines as they were typed and nothing else: no play, no group, no time.
"""

from __future__ import annotations

from typing import Any

from backfire_sim.storage.papers import Papers
from backfire_sim.training.own_plan import MOST_LINES, SLOTS, OwnPlan, with_line


def _as_record(plan: OwnPlan) -> dict[str, Any]:
    lines = {slot: [{"what": line.what, "who": line.who} for line in lines] for slot, lines in plan.lines}
    return {"plan": lines}


def _read(record: Any) -> OwnPlan:
    plan = OwnPlan()
    known = {slot.id for slot in SLOTS}
    for slot, lines in record["plan"].items():
        if slot not in known or len(lines) > MOST_LINES:
            raise ValueError
        for line in lines:
            if not isinstance(line["what"], str) or not isinstance(line["who"], str):
                raise TypeError
            plan = with_line(plan, slot, line["what"], line["who"])
    return plan


PLANS = Papers("plan", _as_record, _read)
"""Every plan that was kept."""

keep, load, kept, remove, plan_path = PLANS.keep, PLANS.load, PLANS.kept, PLANS.remove, PLANS.path
