"""The manager's part: close the shift with a count, look at the Z, print it, read the report."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.tour.arithmetic import reckon
from pos_app.tour.scenario import SalePlan
from pos_app.tour.stage import Stage

REPORT_NAME = "shift_report.pdf"
PDFS = "*.pdf"
CHARTS = ("hours", "tenders", "categories")
DIFFERENCE = "close_shift.difference.cash_value"
FOUND = "close_shift.found.cash_value"


@dataclass(frozen=True, slots=True)
class DrawerCount:
    """What should be there by the tenders of a shift, and what is counted."""

    cash_expected: int
    external_expected: int
    short: int

    @property
    def cash_counted(self) -> int:
        """What the manager finds in the drawer."""
        return self.cash_expected - self.short


def expect_drawer(stage: Stage, plans: Sequence[SalePlan], *, short: int) -> DrawerCount:
    """Reckon what a shift with these sales must hold."""
    cash = [reckon(stage.scenario, plan).to_pay for plan in plans if plan.tender == "cash"]
    external = [reckon(stage.scenario, plan).to_pay for plan in plans if plan.tender == "external"]
    return DrawerCount(stage.scenario.float_minor + sum(cash), sum(external), short)


def look_at_health(stage: Stage) -> None:
    """See what the counter can do, and how old its data is."""
    window = stage.window
    window.touch("status_capability")
    window.look("health.light")
    rows = window.do("names", prefix="health.capability.")
    seen = {"capabilities": bool(rows), "queue": window.is_there("health.queue")}
    stage.step("health", expected={"capabilities": True, "queue": True}, seen=seen)
    window.touch("health.back")
    window.look("sell.search")


def close_shift(stage: Stage, drawer: DrawerCount) -> None:
    """Count blind, submit, see the difference and the Z."""
    window = stage.window
    window.keys("Alt+Z")
    window.look("close_shift.go_on", enabled=True)
    stage.step("unfinished", expected={}, seen={})
    window.touch("close_shift.go_on")
    window.look("close_shift.submit")
    stage.step(
        "count_blind", expected={"blind": True}, seen={"blind": not window.is_there("close_shift.difference")}
    )
    window.touch("close_shift.count.cash")
    window.key_in("close_shift.key", drawer.cash_counted)
    if drawer.external_expected:
        window.touch("close_shift.count.external")
        window.key_in("close_shift.key", drawer.external_expected)
    counted = window.figure("close_shift.count.cash_amount", drawer.cash_counted)
    stage.step("counted", expected={"cash": drawer.cash_counted}, seen={"cash": counted})
    window.touch("close_shift.submit")
    window.look("close_shift.close", enabled=True)
    stage.step(
        "difference",
        expected={"difference": drawer.short or None},
        seen={"difference": window.figure(FOUND, drawer.short)},
    )
    window.touch("close_shift.close")
    window.look("close_shift.z")
    # Words say whether it is short or over; exact is a word too.
    expected: dict[str, object] = {"difference": drawer.short or None}
    seen: dict[str, object] = {"difference": window.figure(DIFFERENCE, drawer.short)}
    if stage.captures:
        expected["printed"] = 1
        seen["printed"] = len(stage.jobs(1))
    stage.step("z", expected=expected, seen=seen)


def read_report(stage: Stage, *, net_sales: int, receipts: int) -> None:
    """Open the report of the shift that was just closed."""
    window = stage.window
    window.touch("close_shift.report")
    window.look("report.figure.net_sales")
    seen = {
        "net_sales": window.figure("report.figure.net_sales_value", net_sales),
        "receipts": window.figure("report.figure.receipts_value", receipts),
        "pictures": len(list(filter(None, [window.is_there(f"report.chart.{each}") for each in CHARTS]))),
    }
    stage.step(
        "report", expected={"net_sales": net_sales, "receipts": receipts, "pictures": len(CHARTS)}, seen=seen
    )


def leave(stage: Stage) -> None:
    """From the report back to the Z, and on to the next person."""
    window = stage.window
    window.touch("report.back", "close_shift.done")
    window.look("sign_in.theme")


def keep_pdf(stage: Stage) -> None:
    """Save the report as PDF and take the file along."""
    before = set(stage.folder.till.rglob(PDFS))
    stage.window.touch("report.pdf")
    stage.wait(lambda: bool(set(stage.folder.till.rglob(PDFS)) - before), timeout_s=30)
    made = sorted(set(stage.folder.till.rglob(PDFS)) - before)
    begins = made[0].read_bytes()[:5] if made else b""
    if made:
        shutil.copyfile(made[0], stage.diary.out / REPORT_NAME)
    stage.step("report_pdf", expected={"begins": "%PDF-"}, seen={"begins": begins.decode("latin-1")})
    stage.window.touch("notice_close")
