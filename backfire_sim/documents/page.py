"""A page that stands alone: one HTML file that runs nothing, fetches nothing, prints well and escapes what is put in.

The shell, its styles and its rules are here for every page that the program writes; what stands in it comes from a
template of its own, which extends `shell.html` and may take pieces from `parts.html`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backfire_sim import __version__
from backfire_sim.text import paragraphs

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
"""Where the shell stands, and the templates of the documents that everybody may take home."""

GENERATOR = f"backfire {__version__}"
"""What a page says of who made it."""

OURS = '<meta name="generator" content="backfire '
"""How a page that this program wrote can be told from any other file."""


def page(
    template: str,
    styles: Sequence[str] = (),
    *,
    title: str,
    language: str = "en",
    folder: Path = TEMPLATES,
    **shown: Any,
) -> str:
    """The page that a template makes of what is shown. `styles` are style sheets beside the common one.

    `folder` is where the template and its style sheets stand, if not with the shell.
    """
    sheets = [TEMPLATES / "page.css", *(folder / name for name in styles)]
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return (
        _environment(folder)
        .get_template(template)
        .render(
            title=title,
            language=language,
            generator=GENERATOR,
            style=_as_written(style),
            policy=_policy(style),
            **shown,
        )
    )


@cache
def _environment(folder: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader((folder, TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["paragraphs"] = paragraphs
    return environment


def _as_written(style: str) -> Any:
    """A style sheet of ours, which is no text to escape. Nothing else in a page is ever put in like this."""
    from markupsafe import Markup

    return Markup(style)


def _policy(style: str) -> str:
    """What a browser may do with the page: show it in this one style. No scripts, pictures, fonts, frames or forms."""
    digest = b64encode(sha256(f"\n{style}\n".encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
