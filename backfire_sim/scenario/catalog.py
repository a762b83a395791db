"""The pages that explain each code: one Markdown file each, which is also the test of its code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "diagnostics"

_NUMBER = re.compile(r"(?:BF)?(\d{1,3})", re.ASCII)
_TITLE = re.compile(r"# (?P<code>BF\d{3}): (?P<title>.+)")
_FENCE = re.compile(r"^```yaml(?P<kind>[ \w]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a scenario that has the problem, and the same piece put right."""

    wrong: str
    right: str
    whole: bool
    """Whether it is a whole file, not some top-level keys of one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to know about one code."""

    code: str
    title: str
    severity: str
    text: str
    """The page as Markdown."""
    examples: tuple[Example, ...]


def codes() -> list[str]:
    """Every code there is, in order."""
    return sorted(path.stem for path in FOLDER.glob("BF[0-9][0-9][0-9].md"))


def page(code: str) -> Page | None:
    """The page of a code, in any case, also by its number alone; None if there is no such code."""
    number = _NUMBER.fullmatch(code.strip().upper())
    if not number:
        return None
    code = f"BF{number[1]:0>3}"
    try:
        text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    except OSError:
        return None
    title = _TITLE.match(text)
    severity = "warning" if "\nWarning." in text else "error"
    fences = list(_FENCE.finditer(text))
    examples = tuple(
        Example(wrong["body"], right["body"], "whole" in wrong["kind"])
        for wrong, right in zip(fences[::2], fences[1::2], strict=False)
    )
    return Page(code, title["title"] if title else code, severity, text, examples)


def explain(code: str) -> str:
    """The page of a code as a person reads it; for an unknown code, what there is instead."""
    found = page(code)
    if found is not None:
        return re.sub(r"^```yaml.*$", "```yaml", found.text, flags=re.MULTILINE)
    return (
        f"There is no code {code.strip()[:20]!r}. A code looks like BF012; `backfire explain` alone lists them all.\n"
    )
