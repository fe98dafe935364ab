"""A till whose reports go into files: menu sold and cola taken back, as in the tests of reports."""

from dataclasses import dataclass, field
from pathlib import Path

from pos_app.devices.report_writer import FileReportWriter
from pos_app.services.events import EventBus
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting_files.day_end import DayEndFiles
from pos_app.services.reporting_files.day_end_desk import DayEndDesk
from pos_app.services.reporting_files.hand_out import PrintReport, SaveReport
from pos_app.services.reporting_files.report_files import ReportFiles
from pos_app.services.safety import Safety
from pos_app.storage.report_folder import DiskReportFolder
from retail_core.reporting.report import Report, Scope
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import LI, Till


@dataclass
class FakePages:
    """A printer for A4 that keeps what it is given."""

    printed: list[tuple[bytes, str]] = field(default_factory=list)

    def print_pdf(self, data: bytes, title: str) -> None:
        self.printed.append((data, title))


class PaperShop:
    """What the tests do with reports."""

    def __init__(self, till: Till, home: Path) -> None:
        self.till = till
        self.home = home
        self.events = EventBus()
        self.pages = FakePages()
        terminal = till.data.sync_notes.terminal()
        assert terminal is not None
        self.files = ReportFiles(
            store=till.store, catalog=till.data.catalog, terminal=terminal, writer=FileReportWriter()
        )
        self.safety = Safety(self.events)
        self.save = SaveReport(self.files, folder=DiskReportFolder(), home=home)
        self.printing = PrintReport(
            self.files, store=till.store, clock=till.clock, events=self.events, pages=self.pages
        )
        self.day_end = DayEndFiles(
            self.files,
            run=self._run(),
            store=till.store,
            folder=DiskReportFolder(),
            watch=(self.safety, till.clock),
        )
        self.day_end_desk = DayEndDesk(
            self.files, run=self._run(), store=till.store, folder=DiskReportFolder(), clock=till.clock
        )

    def _run(self) -> RunReport:
        till = self.till
        return RunReport(
            store=till.store,
            catalog=till.data.catalog,
            clock=till.clock,
            profile=till.profile,
            campaign_name=till.prices.campaign_name,
        )

    def trade(self) -> None:
        """Open a shift, sell a menu for 28.00, and take its cola back for 3.00."""
        stock_menu(self.till)
        self.till.open_shift()
        counter = ReturnsCounter(self.till)
        menu = counter.sell({"burger": 1, "cola": 1})
        counter.take_back(menu.receipt_number, {"cola": 1})

    def close(self) -> int:
        """Close the shift with what must be there, and return the number of its Z."""
        return self.till.close_shift(LI, {"cash": 22_500}).z.z_number

    def report(self, scope: Scope | None = None, language: str = "en") -> Report:
        """Return the report of a scope, of the newest shift without one."""
        run = self._run()
        return run(LI, scope or run.newest(LI), language=language)
