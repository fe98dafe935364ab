"""The planted bugs of the simulation: each takes one protection out, and a run has to notice."""

from tests.simulation.canary import Canary

CANARIES = (
    Canary(
        name="answered_before_commit",
        protection="The server answers when the batch is durable, and not before.",
        module="central_api.kit.database",
        target="Database._once",
        old="""        with self.write() as unit:
            return work(unit)
""",
        new="""        value = None
        try:
            with self.write() as unit:
                value = work(unit)
        except BaseException:
            if value is None:
                raise
        return value
""",
    ),
    Canary(
        name="acknowledged_without_answer",
        protection="A till counts facts as sent when the server has said so.",
        module="pos_app.sync.sender",
        target="JournalSender.send_batch",
        old="""        receipt = self._http.post("/v1/journal", self._batch(entries), reply=JournalReceipt)
""",
        new="""        try:
            receipt = self._http.post("/v1/journal", self._batch(entries), reply=JournalReceipt)
        except Exception:
            return Sent(entries[-1].seq)
""",
    ),
    Canary(
        name="duplicates_not_known",
        protection="Facts that were stored before are acknowledged again and not stored again.",
        module="central_api.journal.service",
        target="ingest",
        old="fresh = [entry for entry in entries if entry.seq >= state.expected_seq]",
        new="fresh = list(entries)",
    ),
    Canary(
        name="paid_twice",
        protection="A basket that was paid cannot be paid again.",
        module="pos_app.services.complete_sale",
        target="CompleteSale._write",
        old="""        if work.sales.is_completed(basket.basket_id):
            raise RuleError("sale.already_completed")
""",
        new="",
    ),
    Canary(
        name="coupon_spent_twice",
        protection="A coupon is checked and consumed in one statement.",
        module="central_api.coupons.repository",
        target="consume",
        old="which=coupon.c.state.in_(_OPEN)",
        new="which=coupon.c.coupon_id == redemption.coupon_id",
    ),
    Canary(
        name="reservation_not_seen",
        protection="A coupon that another sale has reserved is refused.",
        module="central_api.coupons.instances",
        target="_reason_against",
        old="""    if repository.has_other_hold(unit, found.coupon_id, sale_id=question.sale_id):
        return "coupon.held_elsewhere"
""",
        new="",
    ),
    Canary(
        name="parcel_given_twice",
        protection="An order is handed over once; a second time it is an exception.",
        module="central_api.orders.applying",
        target="_apply_hand_over",
        old="refused = error",
        new="step = before.progress, tuple(Share(each.line_id, each.qty_milli, 0) for each in fact.lines)",
    ),
    Canary(
        name="cursor_before_page",
        protection="A page and the cursor behind it are one transaction.",
        module="pos_app.storage.feed_sink",
        target="SqlFeedSink.apply_store_page",
        old="""        with self._store.write() as work:
""",
        new="""        if not page.reset:
            with self._store.write() as work:
                _advance(work, page, epoch=work.epoch, now_ms=now_ms)
        with self._store.write() as work:
""",
    ),
    Canary(
        name="number_outside_transaction",
        protection="A receipt's number is taken in the transaction that writes its sale.",
        module="pos_app.services.complete_sale",
        target="CompleteSale._write",
        old="""        receipt_seq = work.sales.next_receipt_seq(terminal.incarnation)
""",
        new="""        taken = getattr(self, "_taken_number", 0)
        receipt_seq = max(taken + 1, work.sales.next_receipt_seq(terminal.incarnation))
        self._taken_number = receipt_seq
""",
    ),
    Canary(
        name="movement_lost",
        protection="Each line of a sale takes its goods off the stock.",
        module="central_api.stock.service",
        target="apply_sale",
        old="for line in sale.lines\n",
        new="for line in sale.lines[:1]\n",
    ),
    Canary(
        name="order_of_the_clock",
        protection="Facts go up in the order of their numbers, whatever the clock said.",
        module="pos_app.storage.repositories.journal",
        target="_AFTER",
        old=".order_by(journal.c.seq)",
        new=".order_by(journal.c.wall_ms)",
    ),
    Canary(
        name="restored_unsaid",
        protection="After a restore the feeds have another epoch, so no old cursor counts.",
        module="central_api.restoring.service",
        target="put_back",
        old="epoch = feed.renew_epoch(unit)",
        new="epoch = feed.current_epoch(unit)",
    ),
    Canary(
        name="lost_by_restore",
        protection="What a restored server has lost is sent again.",
        module="pos_app.storage.feed_sink",
        target="_advance",
        old="acked = min(state.acked_through, page.applied_through)",
        new="acked = state.acked_through",
    ),
    Canary(
        name="own_sales_counted_twice",
        protection="A till takes off the stock only what the server's figure does not contain.",
        module="pos_app.storage.repositories.goods",
        target="SqlStock.own",
        old="stock_movement.c.seq > self._state.applied_through",
        new="stock_movement.c.seq > 0",
    ),
    Canary(
        name="time_never_learnt",
        protection="A till whose clock is refused signs with the time that the server names.",
        module="pos_app.sync.http",
        target="CentralHttp._send",
        old="if server_ms is not None:",
        new="if server_ms is None and self is None:",
    ),
    Canary(
        name="drawer_after_kill",
        protection="A drawer's pulse from before a kill is dropped.",
        module="pos_app.services.process_spool",
        target="ProcessSpool.recover",
        old=' or job.kind == "drawer"',
        new="",
    ),
    Canary(
        name="overdraft_untold",
        protection="Whoever has spent more of a balance than there was is told to a person.",
        module="central_api.balances.service",
        target="settle",
        old="        if balances[each.member_id].total_minor < 0\n",
        new="        if balances[each.member_id].total_minor < -(10**9)\n",
        purses=True,
    ),
    Canary(
        name="points_overdraft_untold",
        protection="Whoever has spent more points than there were is told to a person.",
        module="central_api.members.points",
        target="overdrawn",
        old="if balances.get(each.member_id, 0) < 0\n",
        new="if balances.get(each.member_id, 0) < -(10**9)\n",
        purses=True,
    ),
    Canary(
        name="promise_over_rights",
        protection="What is promised already is no longer free for the web.",
        module="central_api.stock.service",
        target="_rights",
        old="max(0, may_milli - level.committed_milli)",
        new="may_milli",
        parts=True,
    ),
    Canary(
        name="given_back_without_refund",
        protection="What nobody gets is refunded, to the cent.",
        module="central_api.orders.following",
        target="_to_give_back",
        old="return outcome.refunded",
        new="return [share for share in outcome.refunded if share.qty_milli != 1_000]",
        parts=True,
    ),
    Canary(
        name="kept_for_nobody",
        protection="Goods of an order that ends are free again.",
        module="central_api.orders.following",
        target="_free",
        old="if qty_milli and not line.deposit",
        new="if qty_milli and not line.deposit and why.cause != 'order_no_show'",
        parts=True,
    ),
    Canary(
        name="safe_drop_stays",
        protection="What goes to the safe is no longer expected in the drawer.",
        module="retail_core.drawer",
        target="MoveSums.net_minor",
        old="came - self.paid_out_minor - self.safe_drops_minor",
        new="came - self.paid_out_minor + self.safe_drops_minor",
    ),
    Canary(
        name="resumed_forgets",
        protection="A shift that goes on has what was sold before it was put aside.",
        module="pos_app.storage.repositories.sales",
        target="SqlSales.of_shift",
        old='        rows = self._connection.execute(_OF_SHIFT, {"shift_id": shift_id})\n',
        new="""        resumed = self._connection.exec_driver_sql(
            "SELECT coalesce(max(seq), 0) FROM journal WHERE type = 'shift.resumed'"
        ).scalar_one()
        rows = self._connection.execute(_OF_SHIFT.where(sale.c.seq > resumed), {"shift_id": shift_id})
""",
    ),
    Canary(
        name="difference_unasked",
        protection="A difference above the limit is let pass by somebody who may.",
        module="pos_app.services.close_shift",
        target="_allowed",
        old="    require_allowed(actor, act, approval=approval)\n",
        new="",
    ),
)
"""More than the ten that are asked for; ``docs/simulation.md`` says how to add one."""

SOON = {
    "resumed_forgets": 1,
    "acknowledged_without_answer": 1,
    "duplicates_not_known": 2,
    "movement_lost": 1,
    "order_of_the_clock": 5,
    "paid_twice": 2,
    "given_back_without_refund": 1,
}
"""The seed of a small store that notices soon; where the product has changed, one of the next does."""
