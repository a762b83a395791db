"""What plain mode says when a play ends: its words, its class with the reasons, the way there, what to talk about."""

from collections.abc import Sequence

from backfire_sim.plain import plane
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import audience, capital, cost_row, gains, sentence
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, plural
from backfire_sim.views.ending import Cited, EndingView, History, Link
from backfire_sim.views.words import signed


def ending(told: EndingView) -> list[str]:
    """The whole end of a play."""
    return blocks(
        [_("The end: {title}", title=told.title)] if told.outcome else [],
        prose(told.text),
        item(_("Outcome: {outcome}.", outcome=told.outcome_label) + f" {capital(told.outcome_words)}.", ""),
        [_("Why this outcome:"), *items(told.why)],
        plane.in_words(told),
        plane.picture(told),
        [_("What it cost them, of 100:"), *items(cost_row(row) for row in told.costs)],
        gains(told.gains),
        item(_("Never named: {bearers}.", bearers="; ".join(told.unnamed)), "") if told.unnamed else [],
        audience(told.audiences),
        chain(told.chain, told.prepared),
        [_("To talk about:"), *_numbered(told.questions)] if told.questions else [],
        [_("To take home:"), *items(told.checklist)] if told.checklist else [],
        history(told.history) if told.history else [],
        prose(told.plausible),
    )


def chain(links: Sequence[Link], prepared: Sequence[str] = ()) -> list[str]:
    """The decisions in order, each with what it answered and what it added."""
    if not links and not prepared:
        return [_("Nothing has been decided yet.")]
    lines = [_("Your decisions:")]
    if prepared:
        lines += item(_("Before it began: {prepared}.", prepared="; ".join(prepared)), "")
    for link in links:
        lines += item(_link(link), f"{link.round}. ")
    return lines


def history(told: History) -> list[str]:
    """The case file: what is certain, what is contested, and the sources."""
    sources = list(dict.fromkeys(s for finding in (*told.certain, *told.contested) for s in finding.sources))
    numbers = {source: number for number, source in enumerate(sources, 1)}
    return blocks(
        item(_("The history behind it: {place}, {year}.", place=told.place, year=told.year), ""),
        [_("Certain:"), *items(_cited(finding, numbers) for finding in told.certain)] if told.certain else [],
        [_("Contested:"), *items(_cited(finding, numbers) for finding in told.contested)] if told.contested else [],
        [_("Sources:"), *_numbered(sources)] if sources else [],
    )


def _link(link: Link) -> str:
    did = f"{link.did} ({label(link.response)})" if link.response else link.did
    said = [
        sentence(f"{link.time}: {link.scene}" if link.time else link.scene),
        _("You chose: {what}", what=sentence(did)),
    ]
    if link.answered:
        said += [_("Answered {methods}.", methods=_methods(link.answered))]
    if link.unanswered:
        said += [_("Left unanswered: {methods}.", methods=_methods(link.unanswered))]
    said += [
        _("Mean cost {cost}, support {support}.", cost=signed(link.cost), support=signed(link.support)),
        _("Bottleneck after it: {gate}.", gate=link.bottleneck.lower()),
        link.because,
    ]
    return " ".join(said)


def _methods(labels: Sequence[str]) -> str:
    return "; ".join(label.lower() for label in labels)


def _cited(finding: Cited, numbers: dict[str, int]) -> str:
    cited = ", ".join(str(numbers[source]) for source in finding.sources)
    if not cited:
        return finding.text
    said = plural("(Source {numbers}.)", "(Sources {numbers}.)", len(finding.sources), numbers=cited)
    return f"{finding.text.strip()} {said}"


def _numbered(texts: Sequence[str]) -> list[str]:
    return [line for number, text in enumerate(texts, 1) for line in item(text, f"{number}. ")]
