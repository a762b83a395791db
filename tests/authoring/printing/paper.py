"""A play with pencil and tokens: nothing but what is printed, by the steps of the page of rules.

It knows nothing of the engine. Numbers come from the boards, effects and conditions from the guide's sentences, every
product and quotient from the tables, and the constants from the page of rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.authoring.printing import sentences
from tests.authoring.printing.sheets import EVERYONE, Doing, Method, Move, Outcome, Place, Sheets, doing, when


@dataclass
class Table:
    """The table with its tokens, as it stands."""

    sheets: Sheets
    tokens: dict[Place, int] = field(default_factory=dict)
    ceilings: dict[str, int] = field(default_factory=dict)
    scene: int = 0
    round: int = 0
    ending: str = ""
    over: bool = False
    prepared: set[str] = field(default_factory=set)
    so: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    yes: set[str] = field(default_factory=set)
    no: set[str] = field(default_factory=set)
    thrown: set[str] = field(default_factory=set)
    breaches: int = 0
    broken: int = 0
    visited: list[int] = field(default_factory=list)
    played: list[Move] = field(default_factory=list)
    answered: list[Method] = field(default_factory=list)
    standing: list[Method] = field(default_factory=list)
    landed: list[Method] = field(default_factory=list)
    took: dict[tuple[str, Place], int] = field(default_factory=dict)
    """Steps that the card with this number took there this round."""
    pressures: dict[str, int] = field(default_factory=dict)
    acting: dict[str, int] = field(default_factory=dict)

    @classmethod
    def laid(cls, sheets: Sheets) -> Table:
        table = cls(sheets, dict(sheets.starts), dict(sheets.ceilings), named=set(sheets.named))
        table.pressures = dict.fromkeys(sheets.pressure, 0)
        table.acting = dict.fromkeys(sheets.audiences, 0)
        if not sheets.options:
            table.open(1)
        return table

    # -- What people do ----------------------------------------------------------------------------------------

    def prepare(self, cards: list[str]) -> None:
        for card in cards:
            self.prepared.add(card)
            self._do(doing(self.sheets.options[card]))
        self.open(1)

    def ask(self, use: str) -> bool:
        agrees = self.holds(when(self.sheets.uses[use]))
        (self.yes if agrees else self.no).add(use)
        if agrees:
            self.no.discard(use)
        return agrees

    def take_back(self, use: str) -> None:
        self.yes.discard(use)

    def throw(self, card: str) -> None:
        entry = self.sheets.injects[card]
        assert self.holds(when(entry))
        self.thrown.add(entry.one("h3").text.partition(" · ")[2])
        self._do(doing(entry))

    def open_cards(self) -> set[str]:
        """Cards that can be played."""
        moves = self.sheets.scenes[self.scene].moves.values()
        return {move.number for move in moves if self.holds(move.when) and self.holds(move.needs)}

    def play(self, card: str, drawn: str) -> None:
        """Play a card and settle the round; `drawn` is the lot that came out of the cup, where there is one."""
        rules = self.sheets
        move = rules.scenes[self.scene].moves[card]
        outcome = self._outcome(move, drawn)
        more: list[tuple[Place, int]] = []
        answered = [method for method in self.landed if method.answered_by == move.response]
        if answered:
            gate = answered[0].gate
            bonus = rules.rule(r"\+(\d+) on that gate, once")
            more += [(place, bonus) for place in self._places(gate, move.reaches or [EVERYONE])]
            back = rules.rule(r"gives (\d+) back")
            for method in answered:
                more += [(at, min(back, took)) for (number, at), took in self.took.items() if number == method.number]
        missing = [use for use in move.consents if use not in self.yes]
        for _ in {use.rpartition(": ")[0] for use in missing}:
            more.append((("", "Care"), -rules.rule(r"Care −(\d+) for each person")))
        self.broken += len(missing)
        self._do(outcome.doing, more)
        self.played.append(move)
        self.answered += answered
        self.standing = [method for method in self.standing if method not in answered]
        self._settle()
        if outcome.to:
            self.open(outcome.to)
        else:
            self.over = True
            self.ending = next(title for when, title in rules.endings if self.holds(when))

    def _outcome(self, move: Move, drawn: str) -> Outcome:
        first = next(n for n, outcome in enumerate(move.outcomes) if self.holds(outcome.when))
        if not move.outcomes[first].lots:
            return move.outcomes[first]
        cup = []
        for outcome in move.outcomes[first:]:
            if not outcome.lots:
                break
            if self.holds(outcome.when):
                cup.append(outcome)
        return next(outcome for outcome in cup if outcome.mark == drawn)

    # -- Their methods -----------------------------------------------------------------------------------------

    def open(self, scene: int) -> None:
        self.scene = scene
        self.round += 1
        self.visited.append(scene)
        self.landed, self.took = [], {}
        stood = list(self.standing)
        for method in stood:
            self._land(method)
        for method in self.sheets.scenes[scene].methods:
            if method in stood or not self.holds(method.when):
                continue
            self._land(method)
            if method.stays:
                self.standing.append(method)

    def _land(self, method: Method) -> None:
        rules, strength = self.sheets, method.strength
        if any(method.kind in kinds.split(", ") for card in self.prepared for kinds in rules.answers[card]):
            strength -= rules.rule(r"Take (\d+) off, once")
        if method.kind == "Cover-up" or method.technique == "Deny":
            strength -= max(0, self.tokens["", "Evidence"] - rules.rule(r"each step of evidence above (\d+)"))
        strength = max(0, strength)
        for place in self._places(method.gate, method.whose):
            took = min(strength, self.tokens[place])
            self.tokens[place] -= took
            if took:
                self.took[method.number, place] = took
        self.landed.append(method)
        self._do(method.doing)

    # -- Tokens ------------------------------------------------------------------------------------------------

    def _places(self, what: str, whose: list[str]) -> list[Place]:
        if ("", what) in self.tokens:
            return [("", what)]
        return [(label, what) for label in (self.sheets.audiences if whose == [EVERYONE] else whose)]

    def _do(self, doing: Doing, more: list[tuple[Place, int]] | None = None) -> None:
        sums = dict(self.tokens)
        for what, value, whose in doing.settings:
            sums.update(dict.fromkeys(self._places(what, whose), value))
        steps = [(place, by) for what, by, whose in doing.adds for place in self._places(what, whose)]
        for place, by in (*steps, *(more or ())):
            sums[place] += by
        for place, value in sums.items():
            low, high = self.sheets.ranges[place]
            self.tokens[place] = min(high, max(low, value))
        self.so.update(fact.rstrip(".") for fact in doing.so)
        self.so.difference_update(fact.rstrip(".") for fact in doing.not_so)
        self.yes.difference_update(doing.taken_back)
        self.breaches += doing.breaches
        for bearer in doing.named:
            if bearer not in self.named:
                self.named.add(bearer)
                for cost, share in zip(self.ceilings, self.sheets.shares[bearer], strict=True):
                    self.ceilings[cost] += share

    # -- The end of a round ------------------------------------------------------------------------------------

    def _settle(self) -> None:
        rules, tokens = self.sheets, self.tokens
        tokens["", "Courage"] = min(tokens["", "Courage"], tokens["", "Care"])
        steadiness = tokens["", "Momentum"] * tokens["", "Courage"]
        for whose in rules.audiences:
            product = rules.product(*(tokens[whose, gate] for gate in ("Visibility", "Dignity", "Meaning")))
            outraged = int(str(product)[:-1] or "0")
            difference = outraged - tokens[whose, "Support"]
            if difference:
                up, down = rules.support_moves[abs(difference)]
                tokens[whose, "Support"] += up if difference > 0 else -down
            self.acting[whose] = rules.acting(product, steadiness)
        for cost in self.ceilings:
            self.pressures[cost] = self._pressure(rules.pressure[cost])
            tokens["", cost] += rules.rises(self.ceilings[cost] - tokens["", cost], self.pressures[cost])

    def _pressure(self, formula: str) -> int:
        total = 0
        for label in sorted(self.sheets.audiences, key=len, reverse=True):
            found = re.search(rf"(?:(\d+) × )?{re.escape(label)}", formula)
            if found:
                total += int(found[1] or 1) * self.acting[label]
                formula = formula.replace(found[0], "", 1)
        divided = re.search(r"÷ \d+$", formula)
        return self.sheets.backward(divided[0], total) if divided else total

    def together(self, what: str) -> int:
        """A figure of all together."""
        figures = self.acting if what == "Mobilization" else {a: self.tokens[a, what] for a in self.sheets.audiences}
        if len(figures) == 1:
            return next(iter(figures.values()))
        total = sum(self.sheets.forward(label, figure) for label, figure in figures.items())
        return self.sheets.backward("all together", total)

    def stands_at(self) -> str:
        """The class, by the list on the page of rules."""
        paid = sum(self.tokens["", cost] for cost in self.ceilings)
        gained = self.together("Support") - self.sheets.rule(r"Support gained = .*?less (\d+) at the start")
        facts: list[tuple[str, Callable[[int], bool]]] = [
            (r"(\d+) breaches or more", lambda n: self.breaches >= n),
            (r"courage (\d+) or less", lambda n: self.tokens["", "Courage"] <= n),
            (r"costs together (\d+) or more", lambda n: paid >= n),
            (r"support gained (\d+) or more", lambda n: gained >= n),
            (r"care (\d+) or more", lambda n: self.tokens["", "Care"] >= n),
            (r"evidence (\d+) or more", lambda n: self.tokens["", "Evidence"] >= n),
            (r"momentum (\d+) or more", lambda n: self.tokens["", "Momentum"] >= n),
            (r"()no consent broken", lambda _: self.broken == 0),
            (r"()anything else", lambda _: True),
        ]
        for name, needs in self.sheets.classes:
            asked = [(found, holds) for pattern, holds in facts if (found := re.search(pattern, needs))]
            assert asked, needs
            if all(holds(int(found[1] or 0)) for found, holds in asked):
                return name
        raise AssertionError("no class holds")

    def holds(self, sentence: str) -> bool:
        """Whether what the guide says is so."""
        return sentences.holds(self, sentence)

    def figure(self, name: str) -> int:
        """A number by the words that the guide uses for it."""
        gate, _, audience = name.partition(" among ")
        if audience:
            return self.tokens[audience, gate.capitalize()]
        if name == "the round":
            return self.round
        if name == "power":
            return sum(self.pressures.values()) // len(self.pressures)
        if name in ("support", "mobilization", "visibility", "dignity", "meaning"):
            return self.together(name.capitalize())
        if found := re.fullmatch(r"played\((\w+)\)", name):
            return sum(move.response.lower() == found[1] for move in self.played)
        if name in ("breaches", "broken consents"):
            return self.breaches if name == "breaches" else self.broken
        return next(value for (whose, what), value in self.tokens.items() if not whose and what.lower() == name)
