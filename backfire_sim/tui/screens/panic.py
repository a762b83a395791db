"""Nothing at all."""

from __future__ import annotations

from textual import events
from textual.screen import Screen


class PanicScreen(Screen[None]):
    """A blank screen. One key brings the rest back; every other key and every click does nothing."""

    AUTO_FOCUS = ""

    def __init__(self, wake_key: str) -> None:
        super().__init__()
        self._wake_key = wake_key

    def on_key(self, event: events.Key) -> None:
        """Only the wake key."""
        event.stop()
        event.prevent_default()
        if event.key == self._wake_key:
            self.dismiss()
