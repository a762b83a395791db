"""What argparse says of itself, in the language that is spoken.

argparse asks gettext for its words, and gettext asks the environment for the language. Ours may have been chosen
otherwise, so argparse is made to ask `speech` instead; only where that is not English.
"""

from __future__ import annotations

from backfire_sim import speech
from backfire_sim.speech import later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

WORDS = (
    later("usage: "),
    later("positional arguments"),
    later("options"),
    later("show this help message and exit"),
    later("argument %(argument_name)s: %(message)s"),
    later("the following arguments are required: %s"),
    later("expected one argument"),
    later("ignored explicit argument %r"),
    later("invalid %(type)s value: %(value)r"),
    later("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What argparse says where our options are used and misused."""


def translate(argparse: ModuleType) -> None:
    """Let argparse say its words through `speech`."""
    vars(argparse)["_"] = speech._
