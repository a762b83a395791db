"""The keys that a file of golden plays may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backfire_sim.scenario.keys import MAX_ITEMS, Ids, Part, Percent, Prose, Step10

MAX_STEPS = 400


class Expect(Part):
    """What a play must lead to: any of these."""

    ending: str | None = Field(None, description="Id of the ending.", examples=["backfired"])
    outcome: Literal["escalated", "chilled", "backfire", "pyrrhic", "slow_burn", "smothered"] | None = Field(
        None, description="The class of the outcome.", examples=["backfire"]
    )
    rounds: Annotated[int, Field(ge=0)] | None = Field(None, description="How many rounds it takes.")
    support: Percent | None = Field(None, description="Of 100 people, how many side with the movement.")
    power: Percent | None = Field(None, description="Leverage of those who act.")
    mobilization: Percent | None = Field(None, description="Of 100 people, how many act.")
    political: Percent | None = Field(None, description="The political cost.")
    standing: Percent | None = Field(None, description="The cost in standing.")
    economic: Percent | None = Field(None, description="The economic cost.")
    legal: Percent | None = Field(None, description="The legal cost.")
    care: Step10 | None = Field(None, description="Care at the end.")
    courage: Step10 | None = Field(None, description="Courage at the end.")
    momentum: Step10 | None = Field(None, description="Momentum at the end.")
    evidence: Annotated[int, Field(ge=0, le=5)] | None = Field(None, description="Evidence at the end.")


class Play(Part):
    """A path through the scenario."""

    about: Prose = Field("", description="What this play shows.")
    prepare: Ids = Field(default_factory=list, description="Ids of what is prepared.", examples=[["cameras", "code"]])
    consent: Ids = Field(
        default_factory=list, description="What is asked first, as person.use.", examples=[["ana.story"]]
    )
    seed: Annotated[int, Field(ge=0)] = Field(0, description="Decides chance where the scenario has any.")
    path: list[str] = Field(
        description="Steps: scene.move, scene.wait, ask:person.use, inject:id.",
        examples=[["raid.publish", "smear.portraits"]],
        min_length=1,
        max_length=MAX_STEPS,
    )
    expect: Expect = Field(description="What it must lead to.")


class PlaysFile(Part):
    """A file of golden plays."""

    plays: dict[str, Play] = Field(description="Plays by id.", min_length=1, max_length=10 * MAX_ITEMS)
