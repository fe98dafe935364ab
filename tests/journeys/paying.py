"""What a cashier does with a customer who pays by card, and what head office knows of it."""

from pos_app.tour.stage import Stage
from pos_app.tour.window import Window

MUG = "6930000950286"
MUG_MINOR = 9_900


def ring_up_mug(window: Window) -> None:
    """Scan a mug and go to the payment."""
    window.scan(MUG)
    window.look("sell.total", figure=MUG_MINOR)
    window.keys("F12")
    window.look("pay.tender.card")


def charge_at_terminal(stage: Stage, outcome: str) -> None:
    """Charge at the terminal, what was keyed in or the rest; the provider does as ``outcome`` says."""
    before = stage.provider.heard()
    stage.provider.script(outcome)
    stage.window.keys("Alt+4", "Return")
    assert stage.wait(lambda: stage.provider.heard() > before, timeout_s=10)


def card_tenders(stage: Stage, payments: int) -> list[tuple[object, object, object]]:
    """Return what the server says of the tenders, once that many payments have arrived."""

    def arrived() -> bool:
        return bool(sum(row["payments"] for row in stage.server_books.ask("tenders")) >= payments)

    assert stage.wait(arrived, timeout_s=30)
    rows = stage.server_books.ask("tenders")
    return sorted((row["kind"], row["payments"], row["amount_minor"]) for row in rows)
