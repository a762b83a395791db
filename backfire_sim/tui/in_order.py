"""Keys count one after the other, however fast they come: over a slow line several arrive in one piece."""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

LONGEST_HELD = 0.5
"""Seconds after which a key is let through though nobody has heard what became of the one before it."""


class KeyDone(Message):
    """Goes the way of a key, right behind it; where it comes out, all that the key did is done."""

    def __init__(self, key: events.Key | events.Paste) -> None:
        super().__init__()
        self.key = key
        # Textual lets nothing bubble up to its sender.
        self._sender = None


class InOrder(App[None]):
    """An app that gives each key to the screen to which the keys before it have led.

    Textual gives it to the screen that stands when it arrives: of `h` and `9` typed at once, `9` would go to the page
    that `h` is about to leave, and be lost there. What has priority, such as the blanking key, never waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._under_way: events.Key | events.Paste | None = None

    async def on_event(self, event: events.Event) -> None:
        """As Textual's, but a key waits for the one before it."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way is None:
            await self._give(event)
        elif not (isinstance(event, events.Key) and await self._check_bindings(event.key, priority=True)):
            before = self._under_way
            self._held.append(event)
            self.set_timer(LONGEST_HELD, lambda: self._next(before))

    async def _give(self, event: events.Key | events.Paste) -> None:
        self._under_way, hears = event, self.focused or self.screen
        await super().on_event(event)
        if not event.is_forwarded or not hears.post_message(KeyDone(event)):
            await self._next(event)

    async def on_key_done(self, message: KeyDone) -> None:
        """The next one, now."""
        await self._next(message.key)

    async def _next(self, done: events.Key | events.Paste) -> None:
        if done is not self._under_way:
            return
        self._under_way = None
        if self._held:
            await self._give(self._held.popleft())
