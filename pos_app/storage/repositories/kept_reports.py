"""The last answers of head office to a manager's questions."""

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.reporting.kept_answers import KeptReport
from pos_app.storage.report_tables import kept_report
from pos_app.storage.repositories.rows import first


class SqlKeptReports:
    """Implements :class:`pos_app.services.reporting.kept_answers.KeptReportRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, asked: str) -> KeptReport | None:
        row = first(self._connection, select(kept_report).where(kept_report.c.asked == asked))
        return None if row is None else KeptReport(row.doc, row.heard_ms)

    def put(self, asked: str, kept: KeptReport) -> None:
        values = {"doc": kept.doc, "heard_ms": kept.heard_ms}
        self._connection.execute(
            upsert(kept_report)
            .values(asked=asked, **values)
            .on_conflict_do_update(index_elements=["asked"], set_=values)
        )

    def prune(self, before_ms: int, *, most: int, most_bytes: int) -> int:
        query = select(
            kept_report.c.asked, kept_report.c.heard_ms, func.length(kept_report.c.doc).label("size")
        ).order_by(kept_report.c.heard_ms.desc(), kept_report.c.asked)
        gone, number, size = [], 0, 0
        for row in self._connection.execute(query):
            number, size = number + 1, size + row.size
            if row.heard_ms < before_ms or number > most or size > most_bytes:
                gone.append(row.asked)
        if gone:
            self._connection.execute(delete(kept_report).where(kept_report.c.asked.in_(gone)))
        return len(gone)
