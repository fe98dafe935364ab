"""Head office's reports over HTTP."""

from pos_app.sync.http import CentralHttp
from retail_core.wire.report_drills import EntryAsk, EntryReply, PartsAsk, PartsReply
from retail_core.wire.reports import EntriesAsk, EntriesReply, ReportAsk, ReportReply

READ_S = 30.0
"""A year of hundreds of stores takes seconds; only a person waits for it, who may leave."""


class HttpChainReports:
    """Implements :class:`pos_app.services.reporting.chain_model.ChainReportApi`; on a lane of its own."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def report(self, ask: ReportAsk) -> ReportReply:
        return self._http.post("/v1/reports", ask, reply=ReportReply, read_s=READ_S)

    def parts(self, ask: PartsAsk) -> PartsReply:
        return self._http.post("/v1/reports/parts", ask, reply=PartsReply, read_s=READ_S)

    def entries(self, ask: EntriesAsk) -> EntriesReply:
        return self._http.post("/v1/reports/entries", ask, reply=EntriesReply, read_s=READ_S)

    def entry(self, ask: EntryAsk) -> EntryReply:
        return self._http.post("/v1/reports/entry", ask, reply=EntryReply, read_s=READ_S)

    def close(self) -> None:
        """End a question under way: the program ends, and nobody waits for the answer."""
        self._http.close()
