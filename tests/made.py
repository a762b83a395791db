"""Scenarios made up by hypothesis, and plays of them."""

from hypothesis import strategies as st

from backfire_sim.engine.conditions import Condition, Is, Not
from backfire_sim.engine.events import Ask, Event, Play, Prepare, Throw, Undo, Withdraw
from backfire_sim.engine.position import OVER, PREPARING
from backfire_sim.engine.scenario import (
    About,
    Change,
    Counter,
    Ending,
    Inject,
    Method,
    Move,
    Option,
    Outcome,
    Person,
    Preparation,
    Scenario,
    Scene,
    Voice,
)
from backfire_sim.engine.session import Session
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, Audience, Bearer
from backfire_sim.scoring.vocabulary import COSTS, METHODS, RESPONSES, TACTICS

GATES = st.integers(0, 10)
STEPS = st.integers(-4, 4)
HUGE = st.sampled_from([-(10**9), -11, 11, 10**9])
SIZES = st.integers(1, 5000) | st.sampled_from([50_000_000, 10**9])
ADDED = ("visibility", "dignity", "meaning", "momentum", "courage", "care", "evidence", "capacity", "support", *COSTS)


@st.composite
def audiences(draw: st.DrawFn) -> tuple[Audience, ...]:
    return tuple(
        Audience(
            f"audience{n}",
            f"Audience {n}",
            draw(SIZES),
            (draw(GATES), draw(GATES), draw(GATES), draw(st.integers(0, 100))),
            tuple(draw(st.lists(st.integers(0, 3), min_size=4, max_size=4))),  # type: ignore[arg-type]
        )
        for n in range(draw(st.integers(1, 3)))
    )


@st.composite
def changes(draw: st.DrawFn, rich: bool = True, steps: st.SearchStrategy[int] = STEPS) -> Change:
    names = draw(st.lists(st.sampled_from(ADDED if rich else ADDED[:8]), max_size=3, unique=True))
    effects = tuple((name, "+", draw(steps)) for name in names)
    if not rich:
        return Change(effects=effects)
    if draw(st.booleans()):
        effects += (("tally", draw(st.sampled_from("+=")), draw(st.integers(-9, 9))),)
    return Change(
        effects=effects,
        sets=("seen",) if draw(st.booleans()) else (),
        names=("enabler",) if draw(st.booleans()) else (),
        revokes=(("ana", "story"),) if draw(st.integers(0, 9)) == 0 else (),
        breach=draw(st.integers(0, 7)) == 0,
    )


@st.composite
def conditions(draw: st.DrawFn) -> Condition | None:
    return draw(
        st.sampled_from(
            [
                None,
                None,
                None,
                Is("care", ">=", 4),
                Is("seen", ">=", 1),
                Not(Is("seen", ">=", 1)),
                Is("visited(s1)", ">=", 1),
                Is("answered(cover_up)", ">=", 1),
                Is("played(reveal)", "<", 2),
                Is("tally", ">", 3),
                Is("visibility", ">=", 5),
            ]
        )
    )


@st.composite
def scenarios(draw: st.DrawFn, rich: bool = True, steps: st.SearchStrategy[int] = STEPS, scenes: int = 4) -> Scenario:
    """A scenario that can be played to an end; a plain one (`rich=False`) has no conditions, voices or breaches."""
    people = draw(audiences())
    ids = [f"s{n}" for n in range(scenes)]
    built = {}
    for n, scene_id in enumerate(ids):
        following = ids[n + 1] if n + 1 < scenes else "END"
        moves = []
        for k, response in enumerate(RESPONSES):
            outcome = Outcome("It happened.", "Because.", following, change=draw(changes(rich, steps)))
            outcomes = (outcome,)
            if rich and draw(st.integers(0, 3)) == 0:
                odds = draw(st.integers(0, 3))
                other = Outcome("Otherwise.", "Because.", following, draw(conditions()), odds, draw(changes()))
                outcomes = (other, Outcome("It happened.", "Because.", following, None, odds))
            moves.append(
                Move(
                    f"m{k}",
                    f"Move {k}",
                    outcomes,
                    response,
                    TACTICS[response][0],
                    when=draw(conditions()) if rich else None,
                    needs=draw(conditions()) if rich else None,
                    voice=draw(st.sampled_from(["", "priest"])) if rich else "",
                    reaches=(people[0].id,) if rich and draw(st.booleans()) else (),
                    uses_consent=(("ana", "story"),) if rich and draw(st.integers(0, 4)) == 0 else (),
                    change=draw(changes(rich, steps)),
                )
            )
        methods = tuple(
            Method(
                f"d{j}",
                draw(st.sampled_from(METHODS)),
                draw(st.sampled_from(["deny", "label"])),
                draw(st.integers(1, 3)),
                "They act.",
                when=draw(conditions()) if rich else None,
                reaches=(people[-1].id,) if draw(st.booleans()) else (),
                until_answered=draw(st.booleans()),
                change=draw(changes()) if rich and draw(st.booleans()) else Change(),
            )
            for j in range(draw(st.integers(0, 2)))
        )
        wait = Move("wait", "Wait", (Outcome("Nothing.", "", following),))
        built[scene_id] = Scene(scene_id, f"Scene {n}", "Text.", tuple(moves), wait, methods)
    options = tuple(
        Option(
            f"o{n}",
            f"Option {n}",
            response,
            TACTICS[response][0],
            answers=(METHODS[n],),
            change=Change(effects=tuple((name, "+", draw(st.integers(0, 2))) for name in ("evidence", "courage"))),
        )
        for n, response in enumerate(RESPONSES)
    )
    enabler = draw(st.integers(0, 100))
    return Scenario(
        id="made-up",
        title="Made up",
        about=About("Made up."),
        audiences=people,
        bearers=(
            Bearer("doer", "The doer", True, (100 - enabler,) * 4),
            Bearer("enabler", "The enabler", False, (enabler,) * 4),
        )
        if rich
        else (EVERYONE_RESPONSIBLE,),
        scenes=built,
        first="s0",
        endings=(
            Ending("good", "Good", "Good.", Is("support", ">=", 30)),
            Ending("other", "Other", "Other."),
        ),
        start={name: draw(GATES) for name in ("momentum", "courage", "care")}
        | {"evidence": draw(st.integers(0, 5)), "capacity": draw(GATES)},
        reads=(
            "visited(s1)",
            "answered(cover_up)",
            "played(reveal)",
            *tuple(f"chance({s}.{m.id})" for s, scene in built.items() for m in scene.moves),
        ),
        voices=(Voice("priest", "The priest", (people[0].id,), (people[-1].id,) if len(people) > 1 else ()),),
        people=(Person("ana", "Ana", ("story", "face"), {"face": Is("care", ">=", 5)}),),
        facts={"seen": "It was seen"},
        counters=(Counter("tally", "Tally", 3, 0, 8),),
        preparation=Preparation("Before.", 2, options),
        injects=(Inject("leak", "A leak", "Someone talks.", change=Change(effects=(("evidence", "+", 1),))),),
    )


def random_event(draw: st.DrawFn, session: Session) -> Event:
    """An event that can happen now."""
    position = session.position
    if position.phase == PREPARING:
        options = draw(st.lists(st.sampled_from(list(session.rules.options)), max_size=2, unique=True))
        return Prepare(tuple(options))
    choices: list[Event] = [Play(position.scene, move) for move in session.legal_moves()] * 3
    values, places = position.values, session.rules.places
    for use in ("story", "face"):
        given = values[places[f"consents(ana, {use})"]]
        choices.append(Withdraw("ana", use) if given else Ask("ana", use))
    if not values[places["thrown(leak)"]]:
        choices.append(Throw("leak"))
    if session.can_undo:
        choices.append(Undo())
    return draw(st.sampled_from(choices))


@st.composite
def played(draw: st.DrawFn, rich: bool = True, steps: st.SearchStrategy[int] = STEPS) -> Session:
    """A session somewhere between its opening and its end."""
    session = Session(draw(scenarios(rich, steps)), draw(st.integers(0, 3)))
    for _ in range(draw(st.integers(0, 12))):
        if session.position.phase == OVER:
            break
        session.play(random_event(draw, session))
    return session
