"""Make the pictures of the README and of these pages from the real screens.

    python docs/pictures.py             # all of them
    python docs/pictures.py tables      # those of one part: training, playing, tables, looking_back, writing

goes through the training in a terminal that nobody sees, and writes what stands on it as SVG files into docs/pictures/.
Nothing is kept, no play or setting of yours is touched, and a picture that has not changed is the same to the byte.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from importlib import import_module

PARTS = ("training", "playing", "tables", "looking_back", "writing")
"""Modules of `camera`, each with the pictures of one part."""


async def main(parts: list[str]) -> None:
    """Take the pictures of these parts."""
    for part in parts:
        await import_module(f"camera.{part}").take_all()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(BACKFIRE_HOME=home, TZ="UTC", LANGUAGE="en", LC_ALL="C.UTF-8")
        time.tzset()
        asyncio.run(main(sys.argv[1:] or list(PARTS)))
