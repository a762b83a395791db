"""What is typed or pasted in bytes that are no UTF-8: a sign stands in its place, and the app goes on."""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def forgiving(driver: type[Driver]) -> type[Driver]:
    """The driver of a terminal, with a decoder that lets nothing end the app.

    Textual decodes strictly: a letter typed at a terminal set to Latin-1 would throw a play out of the window.
    """
    from sys import modules

    module = modules[driver.__module__]
    if hasattr(module, "getincrementaldecoder"):
        vars(module)["getincrementaldecoder"] = lambda name: partial(getincrementaldecoder(name), errors="replace")
    return driver
