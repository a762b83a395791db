"""Drills: single decisions of a scenario that a person practices alone."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backfire_sim.scenario.keys import TACTIC, Lines, Part, Prose, ids_of, key

Asks = Literal["name_method", "choose_response", "better_of_two", "what_is_missing", "predict_next", "write"]
Answers = Annotated[list[str], Field(max_length=5)]


class Drill(Part):
    """One decision to practice alone. Its answers are drawn from the scene, or the preparation, in which it stands."""

    asks: Asks = key(
        "What is asked: to name their method, to choose among moves of different R's, to choose the better of two "
        "moves of one R, to see what a move is missing, to predict their next method, or to write a sentence.",
        "choose_response",
    )
    cue: Prose = key(
        "Who the learner is and what has happened, in 25 to 80 words that need nothing from the rest of the story.",
        "You help at a food bank. Masked men took two volunteers; by noon the mayor's office says nothing happened. "
        "One of you has it on film.",
    )
    best: str = key(
        "The best answer: a method, the id of a move of this scene (of an option of the preparation), or what is "
        "missing: consent, evidence, messenger or care. Not where a sentence is written.",
        "publish",
        "cover_up",
        default="",
    )
    workable: Answers = ids_of("Answers with something to be said for them.", ["witnesses"])
    worse: Answers = ids_of("Moves to be offered that are not good answers.", ["angry_post"])
    because: Prose = key(
        "Why the best answer is the best, in one to three sentences; of a sentence to write, what makes it good.",
        "The denial was made before they knew of the film.",
    )
    says: dict[str, Prose] = key(
        "What is said of another answer when somebody gives it; for a move its own `because`, where this is left out.",
        {"angry_post": "It names somebody before anything is proved."},
        factory=dict,
    )
    method: str = key(
        "Whose workings are shown: a method of this scene, or scene.method, of the kind that `best` names.",
        "denial",
        "smear.record",
        default="",
    )
    move: str = key("The move that is missing something.", "ana_speaks", default="")
    tactic: str = key("The tactic that the sentence is for.", "name_the_wrong", default="", json_schema_extra=TACTIC)
    checklist: Lines = key(
        "What a good sentence has, to be checked by whoever wrote it: three to five lines.",
        ["It says what was done, and to whom"],
        factory=list,
    )
    example: Prose = key(
        "One sentence that has it all, shown afterward.",
        "On Monday men without badges took Ana and Luis from a food line. No law allows that.",
        default="",
    )
