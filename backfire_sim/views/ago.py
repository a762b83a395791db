"""How long ago something was, as a person says it."""

from backfire_sim.speech import _, plural

_MINUTE, _HOUR = 60, 3600


def ago(seconds: float, midnights: int) -> str:
    """How long ago: from the seconds since, and the midnights between then and now. The future counts as just now."""
    if seconds < 2 * _MINUTE:
        return _("just now")
    if seconds < _HOUR:
        return plural("{count} minute ago", "{count} minutes ago", int(seconds // _MINUTE))
    if midnights < 1 or seconds < 4 * _HOUR:
        return plural("{count} hour ago", "{count} hours ago", int(seconds // _HOUR))
    if midnights == 1:
        return _("yesterday")
    if midnights < 14:
        return plural("{count} day ago", "{count} days ago", midnights)
    if midnights < 60:
        return plural("{count} week ago", "{count} weeks ago", midnights // 7)
    if midnights < 730:
        return plural("{count} month ago", "{count} months ago", midnights * 12 // 365)
    return plural("{count} year ago", "{count} years ago", midnights // 365)
