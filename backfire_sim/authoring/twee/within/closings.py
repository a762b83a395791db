"""Where what was opened in a text is closed again: found so that long files stay quick to read."""

from __future__ import annotations

import re

_ROUND = re.compile(r"[()\"']")
_SQUARE = re.compile(r"[\[\]]")
_SUGAR = re.compile(r"""(?:[^"'<>]|"(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|<(?!<)|>(?!>))*+>>""")
MOST_OPEN = 100_000
"""Brackets that may stand open at once: beyond that it is no text that anybody wrote."""
LONGEST_LINK = 2_000
"""Characters in which a link has to be closed, on its own line."""


class Closings:
    """The closings in one text. -1 stands for none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._never: set[str] = set()
        self._round: dict[int, int] | None = None
        self._square: dict[int, int] | None = None

    def of(self, sign: str, start: int) -> int:
        """Where `sign` stands next, from `start` on."""
        if sign in self._never:
            return -1
        place = self._text.find(sign, start)
        if place < 0:
            self._never.add(sign)
        return place

    def of_link(self, start: int) -> int:
        """Where the `]]` of a link stands whose words begin at `start`. An index in its setter may end in `]]` too."""
        text = self._text
        if "]]" in self._never:
            return -1
        line_end = text.find("\n", start, start + LONGEST_LINK)
        end = text.find("]]", start, line_end if line_end >= 0 else start + LONGEST_LINK)
        if end < 0:
            self.of("]]", start)
            return -1
        while text[end + 2 : end + 3] == "]" and text.count("[", start, end) > text.count("]", start, end):
            end += 1
        return end

    def of_sugarcube(self, start: int) -> int:
        """Where the `>>` of a macro stands whose name begins at `start`; one inside quotes does not count."""
        if self.of(">>", start) < 0:
            return -1
        found = _SUGAR.match(self._text, start)
        return found.end() - 2 if found else self.of(">>", start)

    def of_harlowe(self, start: int) -> int:
        """Where the macro ends whose `(` stands at `start`: its own `)`, not one inside it or in quotes."""
        if self._round is None:
            self._round = _rounds(self._text)
        return self._round.get(start, -1)

    def of_hook(self, start: int) -> int:
        """Where the hook ends whose `[` stands at `start`."""
        if self._square is None:
            self._square = {}
            open_: list[int] = []
            for found in _SQUARE.finditer(self._text):
                if found[0] == "[":
                    open_.append(found.start())
                    if len(open_) > MOST_OPEN:
                        break
                elif open_:
                    self._square[open_.pop()] = found.start()
        return self._square.get(start, -1)


MACRO = re.compile(r"\([ ]*(?P<name>[$A-Za-z_][\w$-]{0,60})[ ]*:(?!/)")
"""How a macro of Harlowe begins."""


def _rounds(text: str) -> dict[int, int]:
    """The closing of every parenthesis. Quotes only mean something inside macros; elsewhere they are apostrophes."""
    closed: dict[int, int] = {}
    open_: list[tuple[int, bool]] = []
    depth = place = 0
    without: set[str] = set()
    while found := _ROUND.search(text, place):
        at = found.start()
        place = at + 1
        sign = found[0]
        if sign == "(":
            macro = MACRO.match(text, at) is not None
            open_.append((at, macro))
            depth += macro
            if len(open_) > MOST_OPEN:
                break
        elif sign == ")":
            if open_:
                start, macro = open_.pop()
                closed[start] = at
                depth -= macro
        elif depth and sign not in without and not (sign == "'" and text[at - 1 : at].isalnum()):
            end = text.find(sign, place)
            if end < 0:
                without.add(sign)
            else:
                place = end + 1
    return closed
