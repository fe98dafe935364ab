"""The day of the store over HTTP."""

from pos_app.services.day_model import DayRow, OthersDay, UnknownTill
from pos_app.sync.central import WAIT_S
from pos_app.sync.http import CentralHttp
from retail_core.wire.days import DayAsk, DayReply


class HttpDays:
    """Implements :class:`pos_app.services.close_day.DayApi`; runs on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def day(self, business_day: str, *, staff_id: str) -> OthersDay:
        ask = DayAsk(staff_id=staff_id, business_day=business_day)
        answer = self._http.post("/v1/days", ask, reply=DayReply, read_s=WAIT_S)
        return OthersDay(
            shifts=tuple(DayRow(**shift.model_dump()) for shift in answer.shifts),
            missing=tuple(UnknownTill(each.terminal_id, each.till, each.why) for each in answer.missing),
            late_facts=answer.adjustments.facts,
            late_minor=answer.adjustments.net_minor,
        )
