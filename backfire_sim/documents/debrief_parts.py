"""The parts of a debrief's document, each made of pieces."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from backfire_sim.documents import debrief_pictures as pictures
from backfire_sim.documents.pieces import Blank, Heading, Items, Numbered, Para, Piece, Steps, Table, Tasks
from backfire_sim.scoring.vocabulary import GATES, label
from backfire_sim.speech import _, plural
from backfire_sim.training.own_plan import BY_ROLE, Line, OwnPlan, slots
from backfire_sim.training.own_plan import PARTS as PLAN_PARTS
from backfire_sim.views.beside import BesideView
from backfire_sim.views.consequence import Shift
from backfire_sim.views.debrief import DebriefView, Moment
from backfire_sim.views.elsewhere import Elsewhere, elsewhere_told
from backfire_sim.views.ending import Cited
from backfire_sim.views.otherwise import Decision, OtherWay
from backfire_sim.views.table_told import Chosen
from backfire_sim.views.why import MethodUsed
from backfire_sim.views.words import AFTER_GATE, listed, signed

MOST_WAYS = 12
"""Other choices of one decision that a document lists; of more, those that end furthest away."""


class Paper(NamedTuple):
    """Everything that a debrief's document may hold."""

    told: DebriefView
    """At the level at which it is to be told; see `views.debrief.debrief_at`."""
    elsewhere: Elsewhere | None = None
    plan: OwnPlan = OwnPlan()
    beside: BesideView | None = None


Build = Callable[[Paper, Collection[str]], Sequence[Piece]]
"""Makes the pieces of a part; none where there is nothing for it. It is told which parts are left out."""


def _feelings(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    return (Items(paper.told.feelings),)


def _happened(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    told, ending = paper.told, paper.told.ending
    pieces: list[Piece] = [
        Heading(ending.title),
        *([Para(ending.text)] if ending.text else []),
        Para(f"{_('Outcome: {outcome}.', outcome=ending.outcome_label)} {_capital(ending.outcome_words)}."),
        pictures.plane(told),
        Heading(_("Why this outcome")),
        Items(ending.why),
        Heading(_("Round by round")),
    ]
    if ending.prepared:
        pieces += [Para(_("Before it began: {prepared}.", prepared="; ".join(ending.prepared)))]
    if not told.timeline:
        pieces += [Para(_("Nothing has been decided yet."))]
    for moment in told.timeline:
        pieces += _moment(moment)
    if told.timeline:
        pieces += [
            Heading(_("The funnel over time")),
            pictures.funnel(told),
            Table(
                (_("Round"), *(_(AFTER_GATE[gate]) for gate in GATES), _("bottleneck")),
                tuple((_at(at.round), *(str(count) for count in at.left), label(at.bottleneck)) for at in told.funnel),
            ),
        ]
    pieces += [Heading(_("Costs and gains")), pictures.costs(told)]
    if ending.unnamed:
        pieces += [Para(_("Never named: {bearers}.", bearers="; ".join(ending.unnamed)))]
    return pieces


def _moment(moment: Moment) -> list[Piece]:
    link = moment.link
    they, you = _("They"), _("You")
    lines = [
        ("theirs", they, _("{method}, {technique}. {text}", method=m.label, technique=m.technique.lower(), text=m.text))
        for m in moment.methods
    ]
    lines += [("ours", "", said) for said in moment.beside]
    lines += [("ours", you, f"{link.did} ({label(link.response)})." if link.response else f"{link.did}.")]
    lines += [("so", _("It turned out"), link.text)] if link.text else []
    lines += [("so", _("Because"), link.because)] if link.because else []
    moved = [
        _("{what} {before} to {after}", what=_whose(shift), before=shift.before, after=shift.after)
        for shift in moment.moved
        if shift.before != shift.after
    ]
    lines += [("so", _("It moved"), f"{'; '.join(moved)}.")] if moved else []
    after = _(
        "Mean cost {cost}, support {support}. Bottleneck: {gate}.",
        cost=signed(link.cost),
        support=signed(link.support),
        gate=link.bottleneck.lower(),
    )
    lines += [("so", _("After it"), after)]
    where = f"{link.time}: {link.scene}" if link.time else link.scene
    return [Heading(_("Round {round}. {where}", round=link.round, where=where), minor=True), Steps(lines)]


def _whose(shift: Shift) -> str:
    return f"{shift.what} ({shift.whose})" if shift.whose else shift.what


def _why(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    why = paper.told.why
    if not paper.told.timeline:
        return ()
    pieces: list[Piece] = [Heading(_("Where most people were lost")), Para(why.bottleneck_words)]
    pieces += [Items([_gate_line(gate.label, gate.rounds) for gate in why.gates if gate.rounds])]
    pieces += [Heading(_("Decisive moments"))]
    pieces += [Items([line for line in (*why.decisive_words[:1], why.moved_most_words) if line])]
    pieces += [Para(line, quiet=True) for line in why.decisive_words[1:]]
    pieces += [Heading(_("Their methods, and your answers")), Para(why.answered_words)]
    rows = [
        (
            method.label,
            method.technique,
            method.strength,
            listed([str(number) for number in method.rounds]),
            _("in round {round}", round=method.answered) if method.answered else _("not answered"),
        )
        for method in why.methods
    ]
    head = (_("Method"), _("how"), _("strength"), _("landed in round"), _("its R"))
    return [*pieces, Table(head, rows, [_method_said(method) for method in why.methods])] if rows else pieces


def _method_said(method: MethodUsed) -> str:
    rounds = listed([str(number) for number in method.rounds])
    return plural(
        "{method}, {technique}, {strength}: landed in round {rounds}, {answered}.",
        "{method}, {technique}, {strength}: landed in rounds {rounds}, {answered}.",
        len(method.rounds),
        method=method.label,
        technique=method.technique.lower(),
        strength=method.strength,
        rounds=rounds,
        answered=_("answered in round {round}", round=method.answered) if method.answered else _("not answered"),
    )


def _gate_line(gate: str, rounds: Sequence[int]) -> str:
    numbers = listed([str(number) for number in rounds])
    return plural(
        "{gate}: after round {rounds}.", "{gate}: after rounds {rounds}.", len(rounds), gate=gate, rounds=numbers
    )


def _overlooked(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    if not paper.told.overlooked:
        return ()
    lead = _("What was there and was not used: facts of the model, and no blame. Nobody has time for everything.")
    return [Para(lead), *(p for each in paper.told.overlooked for p in (Heading(each.name), Items(each.items)))]


def _otherwise(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    told = paper.told
    if not any(decision.ways for decision in told.decisions):
        return ()
    return [Para(told.how), *(piece for decision in told.decisions if decision.ways for piece in _decision(decision))]


def _decision(decision: Decision) -> list[Piece]:
    name = _("Round {round}. {where}", round=decision.round, where=decision.scene)
    ways = sorted(decision.ways, key=lambda way: -way.distance)[:MOST_WAYS]
    shown = [way for way in decision.ways if way in ways]
    pieces: list[Piece] = [
        Heading(name if decision.round else _("Before it began")),
        Para(_("You chose: {did}.", did=decision.did)),
        Table(
            (_("Instead"), _("came out as"), _("cost"), _("support"), _("how it would have gone")),
            [_way_row(way) for way in shown],
            [_way_said(way) for way in shown],
        ),
    ]
    left = len(decision.ways) - len(shown)
    if left:
        said = plural(
            "{count} more, nearer to your play, is left out.", "{count} more, nearer to your play, are left out.", left
        )
        pieces += [Para(said, quiet=True)]
    return pieces


def _way_row(way: OtherWay) -> tuple[str, ...]:
    return (
        _instead(way),
        f"{way.outcome_label}: {way.ending}" if way.ending else way.outcome_label,
        f"{way.point.cost}\u00a0({signed(way.cost)})",
        f"{way.point.support}\u00a0({signed(way.support)})",
        _how(way),
    )


def _way_said(way: OtherWay) -> str:
    came = _(
        "It comes out as {outcome}, with a mean cost of {cost} ({cost_moved}) "
        "and support of {support} ({support_moved}).",
        outcome=_("{outcome}, “{ending}”", outcome=way.outcome_label, ending=way.ending)
        if way.ending
        else way.outcome_label,
        cost=way.point.cost,
        cost_moved=signed(way.cost),
        support=way.point.support,
        support_moved=signed(way.support),
    )
    return f"{_instead(way)}. {came} {_how(way)}"


def _instead(way: OtherWay) -> str:
    did = f"{way.did} ({label(way.response)})" if way.response else way.did
    if way.without_a_yes:
        return _("{did}, without a yes ({uses})", did=did, uses="; ".join(way.without_a_yes))
    return did


def _how(way: OtherWay) -> str:
    return way.first_difference if way.fits_whole else f"{way.first_difference} {way.fits}"


def _elsewhere(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    if paper.elsewhere is None:
        return ()
    told = elsewhere_told(paper.elsewhere, paper.told.ending.outcome)
    heads = (_("Of 100 plays"), *told.heads)
    return [
        Para(told.method),
        Table(heads, [(name, *(str(percent) for percent in row)) for _id, name, row in told.rows]),
        Para(told.yours),
        pictures.elsewhere(paper.told, paper.elsewhere),
        *(Para(line, quiet=True) for line in told.meant),
    ]


def _table(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    table = paper.told.table
    if table is None:
        return ()
    seats = plural("You were {count} at the table.", "You were {count} at the table.", table.seats)
    pieces: list[Piece] = [Para(seats)]
    for chosen in table.chosen:
        pieces += _chosen(chosen, with_reasons="reasons" not in leave_out)
    if table.expected:
        pieces += [Heading(_("What you expected, and what came")), Para(table.expected_words)]
        rows = [
            (
                str(each.round),
                "; ".join(f"{name} {count}" for name, count in each.guessed),
                "; ".join(each.landed) or _("none"),
            )
            for each in table.expected
        ]
        pieces += [Table((_("Round"), _("expected"), _("came")), rows)]
    if table.code:
        pieces += [Heading(_("Your code of conduct")), Items(table.code)]
        pieces += [Items(table.tests)] if table.tests else []
    return pieces


def _chosen(chosen: Chosen, *, with_reasons: bool) -> list[Piece]:
    again = any(tally.second is not None for tally in chosen.tallies)
    head = (_("Choice"), _("in silence"), *((_("after talking"),) if again else ()))
    rows = [
        (
            _("{choice} (taken)", choice=tally.label) if tally.taken else tally.label,
            str(tally.first),
            *((str(tally.second or 0),) if again else ()),
        )
        for tally in chosen.tallies
        if tally.first or tally.second or tally.taken
    ]
    name = _("Round {round}. {where}", round=chosen.round, where=chosen.scene)
    pieces: list[Piece] = [Heading(name if chosen.round else _("Before it began")), Table(head, rows)]
    said = " ".join(text for text in (chosen.silent, chosen.how) if text)
    pieces += [Para(said)] if said else []
    if with_reasons and chosen.reasons:
        pieces += [Para(_("Reasons of those who wanted something else:")), Items(chosen.reasons)]
    return pieces


def _questions(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    ending = paper.told.ending
    pieces: list[Piece] = [Numbered(ending.questions)] if ending.questions else []
    return [*pieces, Heading(_("To take home")), Tasks(ending.checklist)] if ending.checklist else pieces


def _history(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    told = paper.told.ending.history
    if told is None:
        return ()
    sources = list(dict.fromkeys(source for cited in (*told.certain, *told.contested) for source in cited.sources))
    pieces: list[Piece] = [Para(f"{told.place}, {told.year}")]
    for name, findings in ((_("Certain"), told.certain), (_("Contested"), told.contested)):
        if findings:
            pieces += [Heading(name), Items([_cited(cited, sources) for cited in findings])]
    return [*pieces, Heading(_("Sources")), Numbered(sources)] if sources else pieces


def _cited(cited: Cited, sources: Sequence[str]) -> str:
    numbers = ", ".join(str(sources.index(source) + 1) for source in cited.sources)
    return f"{cited.text.strip()} [{numbers}]" if numbers else cited.text.strip()


def _like_us(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    stays = _("What is said here stays in the room. The program asks for none of it and keeps none of it.")
    return [Items(paper.told.like_us), Para(stays, quiet=True)]


def _plan(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    filled = OwnPlan() if "plan" in leave_out else paper.plan
    pieces: list[Piece] = [Para(_(BY_ROLE))]
    for part, name in PLAN_PARTS.items():
        for first, slot in enumerate(slots(part)):
            title = f"{_(name)}: {slot.title}" if not first else slot.title
            lines = filled.under(slot.id)
            pieces += [Heading(title), Para(slot.prompt, quiet=True)]
            pieces += [Tasks([_plan_line(line) for line in lines])] if lines else [Blank(2)]
    return pieces


def _plan_line(line: Line) -> str:
    return _("{what} (who: {who})", what=line.what, who=line.who) if line.who else line.what


def _model(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    return [Para(paper.told.ending.plausible), Items(paper.told.model)]


def _beside(paper: Paper, leave_out: Collection[str]) -> Sequence[Piece]:
    both = paper.beside
    if both is None:
        return ()
    pieces: list[Piece] = [Para(both.parted_words), Items(both.told), pictures.beside(both)]
    names = _capital(both.first.name), _capital(both.second.name)
    rows = [
        (
            str(pair.round),
            pair.first.did if pair.first else _("over"),
            _("the same") if pair.same_choice else pair.second.did if pair.second else _("over"),
        )
        for pair in both.pairs
    ]
    pieces += [Heading(_("Round by round")), Table((_("Round"), *names), rows)] if rows else []
    numbers = [(row.label, str(row.first), str(row.second)) for row in (*both.costs, *both.gains, *both.group)]
    return [*pieces, Heading(_("Where they ended")), Table((_("Number"), *names), numbers)]


def _at(number: int) -> str:
    return str(number) if number else _("opening")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


BUILDERS: dict[str, Build] = {
    "feelings": _feelings,
    "happened": _happened,
    "why": _why,
    "overlooked": _overlooked,
    "otherwise": _otherwise,
    "elsewhere": _elsewhere,
    "table": _table,
    "questions": _questions,
    "history": _history,
    "like_us": _like_us,
    "plan": _plan,
    "model": _model,
    "beside": _beside,
}
"""How each part is made."""
