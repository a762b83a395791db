"""What the page of rules needs of the model, every figure taken from its constants."""

from typing import NamedTuple

from backfire_sim.scoring import constants as c
from backfire_sim.scoring.vocabulary import ANSWER_TO, COSTS, GATE_OF_METHOD, METHODS, OUTCOME_CLASSES, gloss, label


class GateRow(NamedTuple):
    """A gate, what narrows it and what widens it."""

    gate: str
    question: str
    method: str
    response: str


class OutcomeRow(NamedTuple):
    """An outcome class and what it takes."""

    label: str
    needs: str
    gloss: str


def gate_rows() -> list[GateRow]:
    """The five gates with their methods and R's."""
    return [
        GateRow(label(gate), gloss(gate), label(method), label(ANSWER_TO[method]))
        for method in METHODS
        for gate in (GATE_OF_METHOD[method],)
    ]


def outcome_rows() -> list[OutcomeRow]:
    """The outcome classes in the order in which they are tried; the first that holds is the one."""
    costs = c.MEAN_COST_OF_BACKFIRE * len(COSTS)
    paid = (
        f"the {len(COSTS)} costs together {costs} or more, and support gained {c.SUPPORT_GAINED_FOR_BACKFIRE} or more"
    )
    needs = {
        "escalated": f"{c.BREACHES_TO_ESCALATE} breaches or more",
        "chilled": f"courage {c.COURAGE_OF_THE_CHILLED} or less",
        "backfire": f"{paid}; care {c.CARE_FLOOR} or more and no consent broken",
        "pyrrhic": f"{paid}",
        "slow_burn": f"evidence {c.EVIDENCE_OF_SLOW_BURN} or more and momentum {c.MOMENTUM_OF_SLOW_BURN} or more",
        "smothered": "anything else",
    }
    return [OutcomeRow(label(name), needs[name], gloss(name)) for name in OUTCOME_CLASSES]


def rate() -> tuple[int, int]:
    """By what the missing part times the pressure is multiplied, and how many last digits are then dropped."""
    factor, digits = c.RATE, 4
    while factor % 10 == 0 and digits:
        factor, digits = factor // 10, digits - 1
    return factor, digits
