"""PlanView -> an iCalendar file: an event for each chosen session."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

from curalign.reporting.view.plan import PlanView, SessionRow
from curalign.wording import Facts, say

_STAMP = datetime(1980, 1, 1, tzinfo=UTC)  # the same plan gives the same bytes
_WEEK = timedelta(days=7)


def plan_to_ics(view: PlanView, first: datetime | None = None) -> bytes:
    """Write the sessions of a plan as a calendar.

    A session has the day that its option states. The others follow each other a week apart from `first` on; where there
    is no first day either they are tasks without a day, so that none is lost. A day without a time is a whole day.

    Args:
        view: What is shown.
        first: The day of the first session without a day of its own.

    Returns:
        The bytes of an ICS file, the same for the same plan.

    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//curalign//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", view.title)
    following = first
    for session in view.sessions:
        starts = session.starts or following
        if session.starts is None and following is not None:
            following += _WEEK
        entry = icalendar.Todo() if starts is None else icalendar.Event()
        entry.add("uid", _uid(view, session))
        entry.add("dtstamp", _STAMP)
        entry.add("summary", session.title)
        entry.add("description", _description(view, session))
        if starts is not None:
            entry.add("dtstart", _when(starts))
            entry.add("dtend", _end(starts, session.hours))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _uid(view: PlanView, session: SessionRow) -> str:
    name = f"{view.district}\n{session.title}\n{session.place}".encode()
    return f"{hashlib.sha256(name).hexdigest()[:32]}@curalign"


def _description(view: PlanView, session: SessionRow) -> str:
    codes = Facts(codes=[gap.code for gap in session.gaps])
    closes = say("calendar-closes", codes, view.language) if session.gaps else session.empty
    return "\n".join(filter(None, (session.about, closes, session.audience)))


def _when(starts: datetime) -> datetime | date:
    return starts if (starts.hour, starts.minute) != (0, 0) else starts.date()


def _end(starts: datetime, hours: float) -> datetime | date:
    """After its hours; a session without a time takes whole days of at most eight hours."""
    when = _when(starts)
    if isinstance(when, datetime):
        return when + timedelta(hours=hours)
    return when + timedelta(days=max(1, -(-int(hours) // 8)))
