"""What the kills take out of till and server, one at a time, to see their check fail."""

from tests.simulation.canaries import CANARIES
from tests.simulation.canary import Canary

_OF_THE_KILLS = (
    Canary(
        name="said_too_early",
        protection="A till says that a sale is paid when it is durable, and not before.",
        module="pos_app.services.complete_sale",
        target="CompleteSale.__call__",
        old="""        try:
            with self._store.write() as work:
""",
        new="""        self._events.publish(SaleCompleted(basket.basket_id, "", Money(0, priced.currency)))
        try:
            with self._store.write() as work:
""",
    ),
    Canary(
        name="number_beside",
        protection="A receipt's number is taken in the transaction that writes its sale.",
        module="pos_app.services.complete_sale",
        target="CompleteSale._write",
        old="""        receipt_seq = work.sales.next_receipt_seq(terminal.incarnation)
""",
        new="""        with open("numbers-taken", "ab") as beside:
            beside.write(b".")
        receipt_seq = __import__("os").path.getsize("numbers-taken")
""",
    ),
    Canary(
        name="three_days_ago",
        protection="The server's clock is right.",
        module="central_api.kit.clock",
        target="SystemClock.now_ms",
        old="time.time_ns() // 1_000_000",
        new="time.time_ns() // 1_000_000 - 72 * 3_600_000",
    ),
)

_OF_THE_LEDGERS = (
    Canary(
        name="fact_before_effects",
        protection="A fact and what it does to the ledgers are one transaction.",
        module="central_api.journal.service",
        target="_take",
        old="""    outcome = _apply_together(unit, facts)
""",
        new="""    unit.conn.exec_driver_sql("COMMIT")
    unit.conn.exec_driver_sql("BEGIN IMMEDIATE")
    outcome = _apply_together(unit, facts)
""",
    ),
)

PROTECTIONS = {canary.name: canary for canary in (*CANARIES, *_OF_THE_KILLS, *_OF_THE_LEDGERS)}
"""By name: those of the simulation, and those that only a kill at a certain moment shows."""
