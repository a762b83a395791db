"""The numbers by which a table finds its way: scenes 1, 2, 3; their moves 3A, 3B; their methods 3.1, 3.2."""

from backfire_sim.engine.conditions import Condition, Is, terms
from backfire_sim.engine.events import WAIT
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import END, Scenario
from backfire_sim.views import words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVXYZ"
"""Letters of the move cards. W is left to waiting."""


class Numbering:
    """The numbers of one scenario's scenes, cards and endings."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._scenes = {scene: number for number, scene in enumerate(scenario.scenes, 1)}
        options = scenario.preparation.options if scenario.preparation else ()
        self._options = {option.id: f"P{number}" for number, option in enumerate(options, 1)}
        self._injects = {inject.id: f"X{number}" for number, inject in enumerate(scenario.injects, 1)}

    def scene(self, scene: str) -> int:
        """The number of a scene; 0 for the end."""
        return 0 if scene == END else self._scenes[scene]

    def move(self, scene: str, move: str) -> str:
        """The number of a move card, such as 3B; waiting is 3W."""
        if move == WAIT:
            return f"{self.scene(scene)}W"
        moves = [each.id for each in self.scenario.scenes[scene].moves]
        return f"{self.scene(scene)}{letters(moves.index(move))}"

    def method(self, scene: str, method: str) -> str:
        """The number of a method card, such as 3.1."""
        methods = [each.id for each in self.scenario.scenes[scene].methods]
        return f"{self.scene(scene)}.{methods.index(method) + 1}"

    def option(self, option: str) -> str:
        """The number of a preparation card, such as P2."""
        return self._options[option]

    def inject(self, inject: str) -> str:
        """The number of an inject, such as X1."""
        return self._injects[inject]

    def needed(self, rules: Rules, condition: Condition | None) -> str:
        """What must hold, in words, with the numbers of the cards and scenes it speaks of; empty for always."""
        if condition is None:
            return ""
        said = words.condition(rules, condition)
        numbers: dict[str, list[str]] = {}
        for term in sorted(terms(condition)):
            if number := self._number_of(term):
                numbers.setdefault(words.condition(rules, Is(term, ">=", 1)), []).append(number)
        for phrase, found in numbers.items():
            said = said.replace(phrase, f"{phrase} [{' / '.join(found)}]")
        return said

    def _number_of(self, term: str) -> str:
        kind, _, inside = term.removesuffix(")").partition("(")
        scene, _, part = inside.partition(".")
        match kind:
            case "visited":
                return f"scene {self.scene(scene)}"
            case "played" if part:
                return self.move(scene, part)
            case "answered" if part:
                return self.method(scene, part)
            case "prepared":
                return self.option(inside)
            case "thrown":
                return self.inject(inside)
        return ""


def letters(place: int) -> str:
    """A, B, C ...; after the last letter AA, AB ..."""
    more, at = divmod(place, len(LETTERS))
    return (letters(more - 1) if more else "") + LETTERS[at]
