"""A playtest as lines for a person, with small charts of letters and shades that need no color."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfire_sim.authoring.playtest.aloud import Aloud
from backfire_sim.authoring.playtest.report import Criterion, Ended, MoveFound, Report, SceneFound
from backfire_sim.authoring.telling import verdicts
from backfire_sim.scoring.vocabulary import label
from backfire_sim.text import fit, wrap

WIDTH = 80
SHADES = {"backfire": "█", "pyrrhic": "▓", "slow_burn": "▒", "smothered": "░", "chilled": "·", "escalated": "×"}
"""How each outcome class is drawn, the densest for what costs the perpetrators most."""
_BAR = 30
_NAME = 26
_SMALL_BAR = 10
_ALMOST_ALL = 0.995
_MOST_SCENES = 60


def told(report: Report) -> Iterator[str]:
    """The whole report."""
    yield f"{report.title} ({report.scenario})"
    yield from wrap(_looked_at(report), WIDTH)
    yield from wrap(_aloud(report.aloud), WIDTH)
    yield ""
    yield from _strategies(report)
    yield ""
    yield from _endings(report)
    yield ""
    yield from _scenes(report)
    if report.preparations:
        yield ""
        yield from _preparations(report)
    yield ""
    yield from _tactics(report)
    yield ""
    yield "What must hold of a scenario (docs/balance.md)"
    yield from _criteria(report.criteria)
    if report.golden:
        yield ""
        yield from verdicts(report.golden)


def brief_legend() -> Iterator[str]:
    """What stands above the lines of several reports."""
    yield f"{'Where random plays end':<{_NAME + _BAR}} and to backfire"
    yield f"  {_shades()}"
    yield f"{'':<{_NAME + _BAR + 1}}{'random':>8}{'answer':>8}"


def in_brief(report: Report) -> Iterator[str]:
    """A report in one line, and below it everything that does not hold."""
    by_id = {row.strategy: row for row in report.strategies}
    reached = "".join(f"{_percent(by_id[name].classes['backfire']):>8}" for name in ("random", "answer"))
    sample = "" if report.exact else " ~"
    yield f"{fit(report.scenario, _NAME):<{_NAME}} {_bar(by_id['random'])}{reached}{sample}"
    yield from _criteria(line for line in report.criteria if line.passed is not True)
    wrong = [result for result in report.golden if not result.passed]
    yield from (f"  {line}" for line in (verdicts(wrong) if wrong else ()))


def _looked_at(report: Report) -> str:
    if report.exact:
        return f"Every play was looked at: {report.states:,} states. The shares below are exact, not a sample."
    return f"A sample of {report.plays:,} random plays, and fewer for each other strategy: all shares are estimates."


def _aloud(aloud: Aloud) -> str:
    return (
        f"A group needs about {aloud.minutes:.0f} minutes and the debrief: {aloud.rounds:.1f} rounds, "
        f"{aloud.words:,.0f} words read aloud. Worked out, not clocked."
    )


def _strategies(report: Report) -> Iterator[str]:
    yield "Where plays end, by strategy"
    yield f"  {_shades()}"
    yield f"  {'':<11}{'':<{_BAR}}  backfire  slow burn   cost  support"
    for row in report.strategies:
        yield (
            f"  {row.strategy:<11}{_bar(row)}  {_percent(row.classes['backfire']):>8}"
            f"{_percent(row.classes['slow_burn']):>11}"
            f"{row.cost:>7.0f}{row.gained:>+9.0f}"
        )
    yield from _set_in("cost: mean of the four costs, 0 to 100. support: people of 100 won since the opening.")
    if report.best_way:
        said = "The best way" if report.exact else "The best play of the sample"
        yield from _set_in(f"{said}: {', '.join(report.best_way)}.")


def _shades() -> str:
    return "  ".join(f"{shade} {label(kind).lower()}" for kind, shade in SHADES.items())


def _bar(row: Ended) -> str:
    cells = ""
    done = 0.0
    for kind, shade in SHADES.items():
        done += row.classes[kind]
        cells += shade * (round(done * _BAR) - len(cells))
    return cells.ljust(_BAR)


def _endings(report: Report) -> Iterator[str]:
    random = next(row for row in report.strategies if row.strategy == "random")
    yield "Endings, in random plays"
    for ending, share in random.endings.items():
        never = all(row.endings[ending] == 0 for row in report.strategies)
        note = "  no strategy comes to it" if never else ""
        yield f"  {fit(ending, 24):<24} {_small(share)} {_percent(share):>6}{note}"


def _scenes(report: Report) -> Iterator[str]:
    yield "Scenes and moves, in random plays"
    best = "  best" if report.exact else ""
    many = len(report.scenes) > _MOST_SCENES
    yield f"  {'':<30}{'reached':>8}{'open':>6}   backfire after it{'points':>8}{best}"
    moves: dict[str, list[MoveFound]] = {}
    for move in report.moves:
        moves.setdefault(move.scene, []).append(move)
    most = max((move.backfire or 0 for move in report.moves), default=0) or 1
    for scene in sorted(report.scenes, key=lambda scene: -scene.reached if many else 0)[:_MOST_SCENES]:
        yield from _scene(scene, moves.get(scene.scene, []), report.exact, most)
    if many:
        yield f"  ... and {len(report.scenes) - _MOST_SCENES:,} scenes more; --json has them all."
    yield from _set_in(
        "reached: of all random plays. backfire after it: if the play goes on at random; the bars are drawn beside the "
        "highest of them. points: mean cost plus support gained at the end. A scene's choice moves: its best move "
        "beside its worst."
    )
    if report.exact:
        yield from _set_in("best: of the states in which it is open, where no other is better if all goes best after.")


def _scene(scene: SceneFound, moves: list[MoveFound], exact: bool, most: float) -> Iterator[str]:
    moves_it = f"its choice moves backfire {scene.decides:.0f} %, points {scene.points:.0f}"
    yield f"  {fit(scene.scene, 22):<22}{_percent(scene.reached):>8}  {moves_it if scene.reached else 'not reached'}"
    for move in moves:
        name = f"    {fit(move.move, 18):<18} {move.response or '-':<9}"
        if move.backfire is None or move.points is None:
            yield f"{name}{'never':>8}"
            continue
        best = f"{_percent(move.best):>6}" if exact and move.best is not None else ""
        yield (
            f"{name}{_percent(move.reached):>8}{_percent(move.open):>6}   {_small(move.backfire / most)} "
            f"{_percent(move.backfire):>6}{move.points:>+8.0f}{best}"
        )
        if move.dominated_by and move.response:
            yield f"      never better than {move.dominated_by}, and sometimes worse"


def _preparations(report: Report) -> Iterator[str]:
    yield "What each preparation is worth, beside those without it"
    for option in report.preparations:
        best = ""
        if option.best is not None and option.reach_with == option.reach_without:
            best = f"  where all goes best {_plus(option.best)}"
        yield (
            f"  {fit(option.option, 18):<18} backfire {_plus(option.backfire, 1):>5} %   "
            f"points {_plus(option.points, 1):>5}{best}"
        )
        if option.reach_with != option.reach_without:
            reach = (
                f"where all goes best, backfire is reached from {_percent(option.reach_with)} of what can be chosen "
                f"with it, from {_percent(option.reach_without)} without it"
            )
            yield from (f"      {line}" for line in wrap(reach, WIDTH - 6))


def _tactics(report: Report) -> Iterator[str]:
    yield "How often each tactic is played, in a random play"
    most = max(report.tactics.values(), default=0) or 1
    for tactic, times in report.tactics.items():
        yield f"  {fit(label(tactic), 36):<36} {_small(times / most)} {times:5.2f}"


def _criteria(lines: Iterable[Criterion]) -> Iterator[str]:
    for line in lines:
        mark = {True: "PASS", False: "FAIL", None: "  ? "}[line.passed]
        first, *rest = wrap(f"{line.says}: {line.measured}", WIDTH - 7)
        yield f"  {mark} {first}"
        yield from (f"       {more}" for more in rest)


def _set_in(text: str) -> Iterator[str]:
    yield from (f"  {line}" for line in wrap(text, WIDTH - 2))


def _small(share: float) -> str:
    full = round(share * _SMALL_BAR)
    return "█" * full + "░" * (_SMALL_BAR - full)


def _plus(number: float, places: int = 0) -> str:
    """A difference with its sign; one that is too small to show is a plain zero."""
    said = f"{number:+.{places}f}"
    return said[1:] if float(said) == 0 else said


def _percent(share: float) -> str:
    if 0 < share < 0.001:
        return "<0.1 %"
    if 0 < share < 0.0995:
        return f"{100 * share:.1f} %"
    return f"{100 * share:.0f} %" if share >= _ALMOST_ALL or share == 0 else f"{min(99, round(100 * share))} %"
