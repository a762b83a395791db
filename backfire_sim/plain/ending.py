"""What plain mode says when a play ends: its words, its class with the reasons, the way there, what to talk about."""

from collections.abc import Sequence

from backfire_sim.plain import plane
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import audience, cost_row, gains
from backfire_sim.scoring.vocabulary import label
from backfire_sim.views.ending import Cited, EndingView, History, Link
from backfire_sim.views.words import signed


def ending(told: EndingView) -> list[str]:
    """The whole end of a play."""
    return blocks(
        [f"The end: {told.title}"] if told.outcome else [],
        prose(told.text),
        item(f"Outcome: {told.outcome_label}. {told.outcome_words[:1].upper()}{told.outcome_words[1:]}.", ""),
        ["Why this outcome:", *items(told.why)],
        plane.in_words(told),
        plane.picture(told),
        ["What it cost them, of 100:", *items(cost_row(row) for row in told.costs)],
        gains(told.gains),
        item(f"Never named: {'; '.join(told.unnamed)}.", "") if told.unnamed else [],
        audience(told.audiences),
        chain(told.chain, told.prepared),
        ["To talk about:", *_numbered(told.questions)] if told.questions else [],
        ["To take home:", *items(told.checklist)] if told.checklist else [],
        history(told.history) if told.history else [],
        prose(told.plausible),
    )


def chain(links: Sequence[Link], prepared: Sequence[str] = ()) -> list[str]:
    """The decisions in order, each with what it answered and what it added."""
    if not links and not prepared:
        return ["Nothing has been decided yet."]
    lines = ["Your decisions:"]
    if prepared:
        lines += item(f"Before it began: {'; '.join(prepared)}.", "")
    for link in links:
        lines += item(_link(link), f"{link.round}. ")
    return lines


def history(told: History) -> list[str]:
    """The case file: what is certain, what is contested, and the sources."""
    sources = list(dict.fromkeys(s for finding in (*told.certain, *told.contested) for s in finding.sources))
    numbers = {source: number for number, source in enumerate(sources, 1)}
    return blocks(
        item(f"The history behind it: {told.place}, {told.year}.", ""),
        ["Certain:", *items(_cited(finding, numbers) for finding in told.certain)] if told.certain else [],
        ["Contested:", *items(_cited(finding, numbers) for finding in told.contested)] if told.contested else [],
        ["Sources:", *_numbered(sources)] if sources else [],
    )


def _link(link: Link) -> str:
    when = f"{link.time}: " if link.time else ""
    did = f"{link.did} ({label(link.response)})" if link.response else link.did
    answered = f" Answered {'; '.join(m.lower() for m in link.answered)}." if link.answered else ""
    left = f" Left unanswered: {'; '.join(m.lower() for m in link.unanswered)}." if link.unanswered else ""
    return (
        f"{when}{link.scene}. You chose: {did}.{answered}{left} Mean cost {signed(link.cost)}, "
        f"support {signed(link.support)}. Bottleneck after it: {link.bottleneck.lower()}. {link.because}"
    )


def _cited(finding: Cited, numbers: dict[str, int]) -> str:
    cited = ", ".join(str(numbers[source]) for source in finding.sources)
    if not cited:
        return finding.text
    return (
        f"{finding.text.strip()} (Source {cited}.)"
        if len(finding.sources) == 1
        else f"{finding.text.strip()} (Sources {cited}.)"
    )


def _numbered(texts: Sequence[str]) -> list[str]:
    return [line for number, text in enumerate(texts, 1) for line in item(text, f"{number}. ")]
