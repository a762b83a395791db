"""What is said when the program stops because of a fault of its own: where in the code, and nothing of anybody's."""

import sys
import traceback

from backfire_sim.speech import _


def crash_report(*, kept: bool) -> str:
    """What went wrong, as the kind of fault and places in the code; no values, no texts, no names of people."""
    kind, _value, trace = sys.exc_info()
    places = [
        _("  {file}, line {line}, in {name}", file=frame.filename, line=frame.lineno, name=frame.name)
        for frame in traceback.extract_tb(trace)[-12:]
    ]
    said = _("Your play is kept up to your last choice: backfire resume goes on with it.") if kept else ""
    return "\n".join(
        [
            _("Backfire has stopped because of a fault of its own."),
            *([said] if said else []),
            _("The fault: {kind}, at", kind=kind.__name__ if kind else _("unknown")),
            *places,
        ]
    )
