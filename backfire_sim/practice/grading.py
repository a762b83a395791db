"""What an answer is worth to the scheduler: read off the answer and how sure somebody was, never asked."""

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.practice.reviews import CERTAIN, GUESSING

AGAIN, HARD, GOOD = "again", "hard", "good"
"""The scheduler's grades. Its fourth, easy, is never given: nobody here says that something was easy."""


def grade(fit: str, confidence: str) -> str:
    """The grade of an answer: AGAIN, HARD or GOOD. A good answer that was a guess was hard to come by."""
    if fit == BACKFIRES:
        return AGAIN
    return HARD if fit == WORKABLE or confidence == GUESSING else GOOD


def confident_error(fit: str, confidence: str) -> bool:
    """Whether somebody was certain of an answer that backfires: what is worth coming back to first."""
    return fit == BACKFIRES and confidence == CERTAIN


def fit_of_ticks(ticked: int, lines: int) -> str:
    """How well a sentence fits, by the lines of its checklist that were ticked. It never backfires: nothing that
    somebody wrote is graded wrong."""
    return STRONG if lines and ticked >= lines else WORKABLE
