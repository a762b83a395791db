"""A text while it is being written: where the cursor stands, and what each key does to the two. No drawing here."""

from __future__ import annotations

from backfire_sim import text


class Written:
    """Lines of plain text and a cursor in them. Whatever is put in, nothing a terminal would obey comes out."""

    def __init__(self, words: str = "", *, most: int, lines: bool = True) -> None:
        """`most`: characters that it can hold. `lines`: whether it can have more than one line."""
        self._most = most
        self._lines_allowed = lines
        self.lines = [""]
        self.row = self.column = 0
        self.put(words)
        self.row = self.column = 0

    @property
    def words(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    @property
    def left(self) -> int:
        """How many more characters it can hold."""
        return max(0, self._most - len(self.words))

    @property
    def full(self) -> bool:
        """Whether nothing more can be put in."""
        return not self.left

    def put(self, words: str) -> None:
        """Put words in at the cursor, as many as there is room for."""
        words = text.plain(words.replace("\r\n", "\n").replace("\r", "\n"))
        words = words if self._lines_allowed else " ".join(words.split("\n"))
        words = words[: self.left]
        before, after = self.lines[self.row][: self.column], self.lines[self.row][self.column :]
        fresh = (before + words).split("\n")
        at = len(fresh[-1])
        fresh[-1] += after
        # A mark that combines with the letter before it may make one of two.
        cleaned = [text.plain(line) for line in fresh]
        self.lines[self.row : self.row + 1] = cleaned
        self.row += len(fresh) - 1
        self.column = min(len(cleaned[-1]), len(text.plain(fresh[-1][:at])))

    def rub_out(self) -> None:
        """Take away what stands before the cursor."""
        if self.column:
            self.column -= 1
            self._cut()
        elif self.row:
            self.row -= 1
            self.column = len(self.lines[self.row])
            self._join()

    def delete(self) -> None:
        """Take away what stands at the cursor."""
        if self.column < len(self.lines[self.row]):
            self._cut()
        elif self.row + 1 < len(self.lines):
            self._join()

    def _cut(self) -> None:
        line = self.lines[self.row]
        self.lines[self.row] = line[: self.column] + line[self.column + 1 :]

    def _join(self) -> None:
        self.lines[self.row : self.row + 2] = [self.lines[self.row] + self.lines[self.row + 1]]

    def cut_line(self) -> None:
        """Take the line away up to the cursor."""
        self.lines[self.row] = self.lines[self.row][self.column :]
        self.column = 0

    def step(self, by: int) -> None:
        """One letter on or back, over line ends too."""
        column = self.column + by
        if column < 0 and self.row:
            self.row -= 1
            column = len(self.lines[self.row])
        elif column > len(self.lines[self.row]) and self.row + 1 < len(self.lines):
            self.row += 1
            column = 0
        self.column = max(0, min(len(self.lines[self.row]), column))

    def to(self, row: int, column: int) -> None:
        """To a place, or the nearest there is."""
        self.row = max(0, min(len(self.lines) - 1, row))
        self.column = max(0, min(len(self.lines[self.row]), column))

    def key(self, key: str, character: str | None) -> bool:
        """What a key does to the text; whether it was one of those that write."""
        if key == "enter":
            if not self._lines_allowed:
                return False
            self.put("\n")
        elif key == "backspace":
            self.rub_out()
        elif key == "delete":
            self.delete()
        elif key in ("left", "right"):
            self.step(-1 if key == "left" else 1)
        elif key in ("home", "ctrl+a"):
            self.to(self.row, 0)
        elif key in ("end", "ctrl+e"):
            self.to(self.row, len(self.lines[self.row]))
        elif key == "ctrl+u":
            self.cut_line()
        elif character is not None and character.isprintable():
            self.put(character)
        else:
            return False
        return True
