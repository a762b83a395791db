"""The bytes of a Twee file as text: whatever editor saved it, or a word about what the file is instead."""

from __future__ import annotations

import codecs

from backfire_sim.authoring.twee.story import Remark
from backfire_sim.scenario.source import MAX_BYTES
from backfire_sim.text import plain

_OTHER_KINDS = {
    b"PK\x03\x04": "a zip archive or a document of a word processor",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "a document in RTF",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""How files begin that were saved by something other than a text editor."""

_EXPORT = "In Twine open the story and choose Build, then Export As Twee."


class NotTweeError(ValueError):
    """The file holds no story in Twee; the message says what it seems to be, and what to do."""


def decode(data: bytes) -> tuple[str, list[Remark]]:
    """The text with `\\n` line breaks and nothing a reader cannot see, and remarks. NotTweeError if it is no text."""
    if len(data) > MAX_BYTES:
        raise NotTweeError(f"This file holds more than {MAX_BYTES // 1_000_000} MB, the most that is read.")
    for start, kind in _OTHER_KINDS.items():
        if data.startswith(start):
            raise NotTweeError(f"This file is {kind}, not a story in Twee. {_EXPORT}")
    text, remarks = _text_of(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Line separators would move every later line away from its number.
    text = text.replace("\u2028", " ").replace("\u2029", " ").replace("\ufeff", "")
    return plain(text), remarks


def instead(text: str) -> NotTweeError:
    """What a text without any passage seems to be."""
    if not text.strip():
        return NotTweeError("This file is empty.")
    start = text[:200_000].lower()
    if "<tw-storydata" in start or "<tw-story" in start or 'id="storearea"' in start:
        return NotTweeError(f"This is a story that Twine has made into a web page, not its Twee source. {_EXPORT}")
    if "<html" in start or "<!doctype" in start:
        return NotTweeError(f"This is a web page, not a story in Twee. {_EXPORT}")
    if "format: 1" in start and "scenes:" in start:
        return NotTweeError("This is a scenario already. backfire twee export makes a Twee file of it.")
    return NotTweeError(f'This file has no passage: no line begins with "::". {_EXPORT}')


def _text_of(data: bytes) -> tuple[str, list[Remark]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        said = Remark(0, "The file is saved as UTF-16 and was read so. Twee files are best saved as UTF-8.")
        return data.decode("utf-16", "replace"), [said]
    if b"\0" in data:
        raise NotTweeError(f"This file is not text. {_EXPORT}")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        said = Remark(
            before.count(b"\n") + 1,
            "The file is not saved as UTF-8: from here on letters with accents may be wrong. "
            "It was read as Windows-1252; if words look odd, save the file as UTF-8 and import it again.",
        )
        return data.decode("cp1252", "replace"), [said]
