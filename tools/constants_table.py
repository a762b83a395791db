"""Print the table of the model's constants for docs/model.md, or with `--write` put it there.

python tools/constants_table.py [--write]
"""

import re
import sys
from pathlib import Path

from backfire_sim.scoring.constants import CONSTANTS

PAGE = Path(__file__).parent.parent / "docs" / "model.md"
HEAD = "| constant | value | tag | where it comes from |\n|---|---|---|---|\n"


def table() -> str:
    """One row for each constant."""
    rows = []
    for name, constant in CONSTANTS.items():
        source = f"{constant.why}. {constant.source}" if constant.source else constant.why
        words = name.replace("_", " ").lower()
        rows.append(f"| {words} | {constant.value} | {constant.evidence} | {source} |")
    return "\n".join(rows)


def with_table(page: str) -> str:
    """The page with its table made new."""
    start = page.index(HEAD) + len(HEAD)
    end = re.compile(r"\n\n").search(page, start)
    assert end is not None
    return page[:start] + table() + page[end.start() :]


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(table())
