"""When something comes back, as a person says it. A day of practice begins at four in the morning."""

from typing import TYPE_CHECKING

from backfire_sim.practice.schedule import day_of
from backfire_sim.speech import _, later, plural

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

_UNTIL = (
    later("Nothing is due until Monday."),
    later("Nothing is due until Tuesday."),
    later("Nothing is due until Wednesday."),
    later("Nothing is due until Thursday."),
    later("Nothing is due until Friday."),
    later("Nothing is due until Saturday."),
    later("Nothing is due until Sunday."),
)


def comes_back(due: "datetime", now: "datetime", zone: "tzinfo") -> str:
    """When a card comes back, as a sentence: `This comes back in 11 days.`"""
    days = days_until(due, now, zone)
    if days <= 0:
        return _("This comes back later today.")
    if days == 1:
        return _("This comes back tomorrow.")
    return plural("This comes back in {count} day.", "This comes back in {count} days.", days)


def nothing_until(due: "datetime", now: "datetime", zone: "tzinfo") -> str:
    """Until when nothing is due, as a sentence; by the day of the week within the next six days."""
    days = days_until(due, now, zone)
    if days <= 1:
        return _("Nothing is due until tomorrow.")
    if days < len(_UNTIL):
        return _(_UNTIL[day_of(due, zone).weekday()])
    return plural("Nothing is due for {count} day.", "Nothing is due for {count} days.", days)


def in_short(due: "datetime", now: "datetime", zone: "tzinfo") -> str:
    """The same beside a name: `later today`, `tomorrow`, `in 11 days`."""
    days = days_until(due, now, zone)
    if days <= 0:
        return _("later today")
    return _("tomorrow") if days == 1 else plural("in {count} day", "in {count} days", days)


def days_until(due: "datetime", now: "datetime", zone: "tzinfo") -> int:
    """How many days of practice lie between now and then; 0 or less is today."""
    return day_of(due, zone).toordinal() - day_of(now, zone).toordinal()
