"""From the checked models of a file to the frozen scenario that the engine plays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from backfire_sim.engine import scenario as engine
from backfire_sim.engine.events import WAIT
from backfire_sim.scenario.meaning import Meaning
from backfire_sim.scenario.names import GROUP_NUMBERS, parse_range
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, GENERAL_PUBLIC, Audience, Bearer
from backfire_sim.scoring.vocabulary import COSTS, LEVERAGE
from backfire_sim.speech import later

if TYPE_CHECKING:
    from backfire_sim.scenario import models
    from backfire_sim.scenario.drill_models import Drill

WAIT_LABEL = later("Wait, and do nothing for now")
"""What a person reads for the move that every scene has; views say it in the language that is spoken."""


def scenario(
    frame: models.Frame,
    scenes: Mapping[str, engine.Scene],
    meaning: Meaning,
    reads: set[str],
    renamed: Mapping[str, str],
) -> engine.Scenario:
    """The whole scenario. `scenes` may still make its scenes lazily."""
    return engine.Scenario(
        id=frame.id,
        title=line(frame.title),
        about=_about(frame.about),
        audiences=tuple(_audience(key, value) for key, value in frame.audiences.items()) or (GENERAL_PUBLIC,),
        bearers=tuple(_bearer(key, value) for key, value in frame.bearers.items()) or (EVERYONE_RESPONSIBLE,),
        scenes=scenes,
        first=next(iter(scenes)),
        endings=tuple(
            engine.Ending(key, line(value.title), prose(value.text), meaning.all_of(value.when))
            for key, value in frame.endings.items()
        ),
        start={name: getattr(frame.start, name) for name in GROUP_NUMBERS},
        reads=tuple(sorted(reads)),
        language=frame.language,
        voices=tuple(
            engine.Voice(key, line(value.label), tuple(value.trusted_by), tuple(value.distrusted_by))
            for key, value in frame.voices.items()
        ),
        people=tuple(_person(key, value, meaning) for key, value in frame.people.items()),
        facts={key: line(value) for key, value in frame.facts.items()},
        counters=tuple(_counter(key, value) for key, value in frame.counters.items()),
        preparation=_preparation(frame.prepare) if frame.prepare else None,
        injects=tuple(_inject(key, value, meaning) for key, value in frame.injects.items()),
        debrief=tuple(engine.Question(prose(q.ask), meaning.all_of(q.when), q.about) for q in frame.debrief),
        sheet=engine.Sheet(
            aims=_lines(frame.facilitator.aims),
            listen_for=_lines(frame.facilitator.listen_for),
            if_stuck=_lines(frame.facilitator.if_stuck),
            checklist=_lines(frame.facilitator.checklist),
        ),
        case_file=_case_file(frame.case_file) if frame.case_file else None,
        sources={key: prose(value) for key, value in frame.sources.items()},
        renamed=renamed,
    )


def scene(scene_id: str, value: models.Scene, meaning: Meaning) -> engine.Scene:
    """One scene."""
    wait = value.wait
    return engine.Scene(
        id=scene_id,
        title=line(value.title),
        text=prose(value.text),
        moves=tuple(_move(key, move, meaning) for key, move in value.moves.items()),
        wait=engine.Move(
            id=WAIT,
            label=WAIT_LABEL,
            outcomes=_outcomes(wait, wait.outcomes, meaning),
            change=_change(wait),
        ),
        methods=tuple(_method(key, method, meaning) for key, method in value.methods.items()),
        time=line(value.time),
        veil=line(value.veil),
        notes=prose(value.notes),
        formerly=tuple(value.formerly),
        drills=_drills(value.drill, scene_id),
    )


def line(text: str) -> str:
    """Text that stands in one line."""
    return " ".join(text.split())


def prose(text: str) -> str:
    """Text with its line breaks, without what surrounds it; at most one empty line between paragraphs."""
    text = text.strip()
    return re.sub(r"\n[ ]*\n\s*", "\n\n", text) if "\n" in text else text


def _lines(texts: list[str]) -> tuple[str, ...]:
    return tuple(line(text) for text in texts)


def _about(about: models.About) -> engine.About:
    return engine.About(
        summary=prose(about.summary),
        place=line(about.place),
        for_=tuple(about.for_),
        players=line(about.players),
        minutes=about.minutes,
        difficulty=about.difficulty,
        teaches=tuple(about.teaches),
        serves=tuple(about.serves),
        goals=_lines(about.goals),
        content_notes=_lines(about.content_notes),
        crosses_the_line=prose(about.crosses_the_line),
        setting=about.setting or "",
        target=line(about.target),
        begins=about.begins,
    )


def _audience(key: str, value: models.Audience) -> Audience:
    start, leverage = value.start, {str(cost): LEVERAGE[strength] for cost, strength in value.leverage.items()}
    political, standing, economic, legal = (leverage.get(cost, 0) for cost in COSTS)
    return Audience(
        id=key,
        label=line(value.label),
        size=value.size,
        start=(start.visibility, start.dignity, start.meaning, start.support),
        leverage=(political, standing, economic, legal),
    )


def _bearer(key: str, value: models.Bearer) -> Bearer:
    shares = {str(cost): share for cost, share in value.holds.items()}
    political, standing, economic, legal = (shares.get(cost, 0) for cost in COSTS)
    return Bearer(key, line(value.label), value.named, (political, standing, economic, legal))


def _person(key: str, value: models.Person, meaning: Meaning) -> engine.Person:
    agrees = {use: meaning.all_of(lines) for use, lines in value.agrees.items()}
    return engine.Person(
        id=key,
        label=line(value.label),
        uses=tuple(value.uses),
        agrees={use: condition for use, condition in agrees.items() if condition is not None},
        says={use: prose(text) for use, text in value.says.items()},
        refuses={use: prose(text) for use, text in value.refuses.items()},
    )


def _counter(key: str, value: models.Counter) -> engine.Counter:
    low, high = parse_range(value.range) or (0, 0)
    return engine.Counter(key, line(value.label), value.start, low, high)


def _preparation(value: models.Prepare) -> engine.Preparation:
    options = tuple(
        engine.Option(
            id=key,
            label=line(option.label),
            response=option.r,
            tactic=option.tactic,
            text=prose(option.text),
            because=prose(option.because),
            answers=tuple(option.answers),
            change=_change(option),
        )
        for key, option in value.options.items()
    )
    return engine.Preparation(prose(value.text), value.choose, options, _drills(value.drill, ""))


def _drills(drills: Mapping[str, Drill], scene_id: str) -> tuple[engine.Drill, ...]:
    return tuple(
        engine.Drill(
            id=key,
            asks=value.asks,
            cue=prose(value.cue),
            because=prose(value.because),
            best=value.best,
            workable=tuple(value.workable),
            worse=tuple(value.worse),
            says={answer: prose(text) for answer, text in value.says.items()},
            method=_method_of(value.method, scene_id),
            move=value.move,
            tactic=value.tactic,
            checklist=_lines(value.checklist),
            example=prose(value.example),
        )
        for key, value in drills.items()
    )


def _method_of(reference: str, scene_id: str) -> tuple[str, str]:
    """The scene and the method of a reference, which may leave out its own scene."""
    scene, dot, method = reference.rpartition(".")
    return (scene if dot else scene_id if method else "", method)


def _inject(key: str, value: models.Inject, meaning: Meaning) -> engine.Inject:
    return engine.Inject(
        id=key,
        title=line(value.title),
        text=prose(value.text),
        when=meaning.all_of(value.when),
        reaches=tuple(value.reaches),
        change=_change(value),
    )


def _case_file(value: models.CaseFile) -> engine.CaseFile:
    def findings(listed: list[models.Finding]) -> tuple[engine.Finding, ...]:
        return tuple(engine.Finding(prose(finding.text), tuple(finding.sources)) for finding in listed)

    return engine.CaseFile(line(value.year), line(value.place), findings(value.certain), findings(value.contested))


def _method(key: str, value: models.Method, meaning: Meaning) -> engine.Method:
    return engine.Method(
        id=key,
        uses=value.uses,
        technique=value.technique,
        strength=value.strength,
        text=prose(value.text),
        when=meaning.all_of(value.when),
        reaches=tuple(value.reaches),
        until_answered=value.until_answered,
        change=_change(value),
    )


def _move(key: str, value: models.Move, meaning: Meaning) -> engine.Move:
    return engine.Move(
        id=key,
        label=line(value.label),
        outcomes=_outcomes(value, value.outcomes, meaning),
        response=value.r,
        tactic=value.tactic,
        when=meaning.all_of(value.when),
        needs=meaning.all_of(value.needs),
        why_not=line(value.why_not),
        voice=value.voice,
        reaches=tuple(value.reaches),
        uses_consent=_uses(value.uses_consent),
        risk=line(value.risk),
        change=_change(value),
    )


def _outcomes(
    part: models.Move | models.Wait, outcomes: list[models.Outcome], meaning: Meaning
) -> tuple[engine.Outcome, ...]:
    """A move without outcomes turns out one way; what an outcome leaves out stands on the move."""
    if not outcomes:
        return (engine.Outcome(prose(part.text), prose(part.because), part.goto),)
    return tuple(
        engine.Outcome(
            text=prose(outcome.text or part.text),
            because=prose(outcome.because or part.because),
            goto=outcome.goto or part.goto,
            when=meaning.all_of(outcome.when),
            odds=outcome.odds,
            change=_change(outcome),
        )
        for outcome in outcomes
    )


_NOTHING = engine.Change()


def _change(value: models.Change) -> engine.Change:
    change = engine.Change(
        effects=tuple(_effect(name, str(amount)) for name, amount in value.effects.items()),
        sets=tuple(value.sets),
        clears=tuple(value.clears),
        names=tuple(getattr(value, "names", ())),
        revokes=_uses(getattr(value, "revokes", ())),
        breach=getattr(value, "breach", False),
    )
    return _NOTHING if change == _NOTHING else change


def _effect(name: str, amount: str) -> tuple[str, str, int]:
    amount = amount.replace("−", "-")
    return (name, "=", int(amount[1:])) if amount[0] == "=" else (name, "+", int(amount))


def _uses(references: list[str] | tuple[()]) -> tuple[tuple[str, str], ...]:
    pairs = (reference.partition(".") for reference in references)
    return tuple((person, use) for person, _, use in pairs)
