"""Everything that is printed of a scenario, sorted as a person sorts it before a play."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.authoring.printing.leaf import Leaf

EVERYONE = "everyone"
Place = tuple[str, str]
"""(whose, what): ("Neighbors", "Dignity"), ("", "Care")."""


@dataclass
class Doing:
    """What stands in the box below a card."""

    adds: list[tuple[str, int, list[str]]]
    settings: list[tuple[str, int, list[str]]]
    so: list[str]
    not_so: list[str]
    named: list[str]
    taken_back: list[str]
    breaches: int


@dataclass
class Method:
    number: str
    kind: str
    technique: str
    strength: int
    gate: str
    whose: list[str]
    answered_by: str
    stays: bool
    when: str
    doing: Doing


@dataclass
class Outcome:
    mark: str
    when: str
    lots: bool
    doing: Doing
    to: int


@dataclass
class Move:
    number: str
    label: str
    response: str
    reaches: list[str]
    consents: list[str]
    when: str
    needs: str
    outcomes: list[Outcome]


@dataclass
class Scene:
    number: int
    title: str
    methods: list[Method]
    moves: dict[str, Move]


def _number(text: str) -> int:
    return int(text.replace("−", "-").replace("+", ""))


def when(leaf: Leaf) -> str:
    return "".join(each.text for each in leaf.all(".when"))


def doing(leaf: Leaf) -> Doing:
    adds, settings = [], []
    for number in leaf.all("span.number"):
        what, amount = re.fullmatch(r"(.+?) ([+−]\d+|= −?\d+)", number.one("b").text).groups()  # type: ignore[union-attr]
        whose = number.own_text.removeprefix("(").removesuffix(")").split("; ") if number.own_text else []
        if amount.startswith("="):
            settings.append((what, _number(amount[2:]), whose))
        else:
            adds.append((what, _number(amount), whose))
    lists = [[each.one("b").text for each in leaf.all(f"p.{kind}")] for kind in ("so", "not-so", "named", "taken-back")]
    return Doing(
        adds,
        settings,
        *lists,
        breaches=sum(int(re.findall(r"Tick (\d+)", each.text)[0]) for each in leaf.all("p.breach")),
    )


class Sheets:
    """Everything that is printed, sorted."""

    def __init__(self, page: Leaf, tables: Sheets | None = None) -> None:
        """The sheets of a page. Tables A to D are the same for all scenarios, and may be those of another."""
        self.rules = page.one("#round").text
        self.classes = [(row.all("td")[0].text, row.all("td")[1].text) for row in page.one("table.classes").all("tr")]
        self.starts: dict[Place, int] = {}
        self.ranges: dict[Place, tuple[int, int]] = {}
        self.audiences = []
        for board in page.all("section.audience"):
            whose = board.one("h1").text
            self.audiences.append(whose)
            self._tracks(board, whose)
            start = board.one("table.hundred").one(".start").own_text
            self.starts[whose, "Support"], self.ranges[whose, "Support"] = int(start), (0, 100)
        self._tracks(page.one("section.group"), "")
        self.pressure: dict[str, str] = {}
        self.ceilings: dict[str, int] = {}
        for cost in page.all("div.cost"):
            what = cost.one("h3").text
            self.pressure[what], ceiling = (bold.text for bold in cost.one("p").all("b"))
            self.ceilings[what] = int(ceiling)
            self.starts["", what], self.ranges["", what] = 0, (0, 100)
        shares = page.one("table.shares").all("tr")
        self.shares = {
            row.all("td")[1].text: [_number(cell.text) for cell in row.all("td")[2:]] for row in shares[1:-1]
        }
        self.named = {row.all("td")[1].text for row in shares[1:-1] if row.all("td")[0].text == "from the start"}
        self.options = self._entries(page, "#prepare")
        self.answers = {
            number: re.findall(r"off: (.*)\.$", entry.one("p.aside").text) for number, entry in self.options.items()
        }
        self.injects = {
            leaf.one("h3").text.partition(" · ")[0]: leaf
            for leaf in page.all("div.entry")
            if leaf.id.startswith("inject-")
        }
        self.uses = {use.one("h4").text: use for use in page.all("div.use")}
        self.scenes = {scene.number: scene for scene in map(self._scene, page.all("section.scene"))}
        self.methods = {m.number: m for scene in self.scenes.values() for m in scene.methods}
        self.endings = [(when(ending), ending.one("h3").text) for ending in page.all("div.ending")]
        self.figures = {table.id: self._figures(table) for table in page.all("table.figures")}
        if tables is None:
            self.support_moves = self._support(page.one("#table-c"))
        else:
            self.support_moves = tables.support_moves
            self.figures |= {name: found for name, found in tables.figures.items() if not name.startswith("table-e")}

    def _tracks(self, board: Leaf, whose: str) -> None:
        for track in board.all("table.track"):
            what, cells = track.one("th").own_text, track.all("td")
            if "write" in cells[0].classes:
                low, high, start = re.match(r"(\d+) to (\d+)\. At the start: (\d+)", cells[0].text).groups()  # type: ignore[union-attr]
            else:
                low, high, start = cells[0].own_text, cells[-1].own_text, track.one(".start").own_text
            self.starts[whose, what], self.ranges[whose, what] = int(start), (int(low), int(high))

    @staticmethod
    def _entries(page: Leaf, selector: str) -> dict[str, Leaf]:
        found = page.all(selector)
        entries = found[0].all("div.entry") if found else []
        return {entry.one("h3").text.partition(" · ")[0]: entry for entry in entries}

    def _scene(self, leaf: Leaf) -> Scene:
        number, _, title = leaf.one("h2").text.partition(" · ")
        moves = {move.number: move for move in map(self._move, leaf.all("div.move"))}
        return Scene(int(number), title, [self._method(each) for each in leaf.all("div.method")], moves)

    @staticmethod
    def _method(leaf: Leaf) -> Method:
        said = leaf.one("p").text
        found = re.match(
            r"(?P<number>[\d.]+) · (?P<kind>.+?) \((?P<technique>.+?)\), strength (?P<strength>\d), \w+: "
            r"(?P<gate>\w+) down(?: \((?P<whose>.+?)\))?\. .*?Answered by (?P<by>\w+)\.",
            said,
        )
        assert found, said
        return Method(
            found["number"],
            found["kind"],
            found["technique"],
            int(found["strength"]),
            found["gate"],
            (found["whose"] or "").split("; ") if found["whose"] else [],
            found["by"],
            "Stands until answered." in said,
            when(leaf),
            doing(leaf),
        )

    @staticmethod
    def _move(leaf: Leaf) -> Move:
        number, _, label = leaf.one("h4").text.partition(" · ")
        about = next((p.text for p in leaf.all("p.aside")), "")
        reaches = re.search(r"Reaches only: (.*?)\.(?: Needs a yes:| Risk:|$)", about)
        consents = re.search(r"Needs a yes: (.*?)\.(?: Risk:|$)", about)
        conditions = {p.text.partition(" only if")[0]: when(p) for p in leaf.all("p") if " only if" in p.text}
        outcomes = [
            Outcome(
                mark=way[0].one("b").text if (way := each.all("p.way")) else "",
                when=when(way[0]) if way else "",
                lots=bool(way and re.search(r"\d lots?:$", way[0].text)),
                doing=doing(each),
                to=int(found[1]) if (found := re.search(r"Scene (\d+)", each.one("p.goto").text)) else 0,
            )
            for each in leaf.all("div.outcome")
        ]
        return Move(
            number,
            label,
            about.partition(":")[0] if not number.endswith("W") else "",
            reaches[1].split("; ") if reaches else [],
            consents[1].split("; ") if consents else [],
            conditions.get("Lay it out", ""),
            conditions.get("Can be played", ""),
            outcomes,
        )

    @staticmethod
    def _figures(table: Leaf) -> dict[tuple[str, str], int]:
        head, *rows = table.all("tr")
        columns = [cell.text for cell in head.all("th")[1:]]
        return {
            (row.one("th").text, column): int(cell.text)
            for row in rows
            for column, cell in zip(columns, row.all("td"), strict=False)
        }

    @staticmethod
    def _support(table: Leaf) -> dict[int, tuple[int, int]]:
        found = {}
        for row in table.all("tr")[1:]:
            cells = [int(cell.text) for cell in row.inside if isinstance(cell, Leaf)]
            found.update({cells[n]: (cells[n + 1], cells[n + 2]) for n in range(0, len(cells), 3)})
        return found

    # -- Looking things up -------------------------------------------------------------------------------------

    def rule(self, pattern: str) -> int:
        """A figure on the page of rules."""
        found = re.search(pattern, self.rules)
        assert found, pattern
        return int(found[1])

    def product(self, visibility: int, dignity: int, meaning: int) -> int:
        if 0 in (visibility, dignity, meaning):
            return 0
        return self.figures[f"table-a-{meaning}"][str(visibility), str(dignity)]

    def acting(self, product: int, steadiness: int) -> int:
        return self._cell("table-b", product, steadiness)

    def rises(self, missing: int, pressure: int) -> int:
        return self._cell("table-d", missing, pressure)

    def _cell(self, table: str, row: int, column: int) -> int:
        if row <= 0 or column <= 0:
            return 0
        key = str(row), str(column)
        return next(figures[key] for name, figures in self.figures.items() if name.startswith(table) and key in figures)

    def backward(self, column: str, total: int) -> int:
        """The greatest figure in a column of table E that is not more than the total, and what stands at its left."""
        return max(figure for figure, value in self._column(column).items() if value <= total)

    def forward(self, column: str, figure: int) -> int:
        return self._column(column)[figure]

    def _column(self, column: str) -> dict[int, int]:
        return {
            int(row): value
            for name, figures in self.figures.items()
            if name.startswith("table-e")
            for (row, head), value in figures.items()
            if head == column
        }
