from pos_app.services.complete_sale import TenderInput
from pos_app.services.events import PaymentLinkChanged, PrintFailed, SyncStateChanged
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.services.printing_ports import PrintOutcome, PrintState
from pos_app.services.process_spool import ProcessSpool
from pos_app.services.records import JobState
from pos_app.services.store_status import StatusReport, StoreStatus
from retail_core.money import Money
from tests.fakes import FakeDrawer, FakePrinter
from tests.till_shop import LI, Till

REFUSED = PrintOutcome(PrintState.REFUSED, "printer.paper_out")
UNKNOWN = PrintOutcome(PrintState.UNKNOWN, "printer.timeout")


def _states(till: Till) -> list[tuple[str, JobState, str]]:
    with till.store.read() as work:
        jobs = work.spool.in_states(("written", "sent", "confirmed", "unknown"), 10)
    return [(job.kind, job.state, job.code) for job in jobs]


def _spool(till: Till, printer: FakePrinter, drawer: FakeDrawer) -> ProcessSpool:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    return ProcessSpool(store=till.store, printer=printer, drawer=drawer, events=till.events)


def test_the_receipt_is_printed_and_the_drawer_opens_once(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    assert process().confirmed == 2
    assert process().confirmed == 0
    assert (len(printer.printed), drawer.pulses) == (1, 1)


def test_a_refused_receipt_waits_and_is_tried_again(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    printer.answers = [REFUSED]
    heard: list[str] = []
    till.events.subscribe(PrintFailed, lambda event: heard.append(event.code))
    run = process()
    assert (run.waiting, run.code, heard) == (1, "printer.paper_out", ["printer.paper_out"])
    process()
    assert _states(till) == [("document", "confirmed", ""), ("drawer", "confirmed", "")]


def test_the_drawer_opens_although_the_printer_refuses(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    printer.answers = [REFUSED]
    process()
    assert drawer.pulses == 1


def test_what_broke_on_the_way_is_unknown_and_never_sent_again_by_itself(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    printer.answers = [UNKNOWN]
    process()
    process()
    assert _states(till)[0] == ("document", "unknown", "printer.timeout")
    assert len(printer.printed) == 1


def test_a_pulse_that_was_refused_is_never_sent_again(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    drawer.answer = REFUSED
    process()
    process()
    assert drawer.pulses == 1


def test_what_was_being_sent_when_the_program_ended_is_unknown(till: Till) -> None:
    process = _spool(till, FakePrinter(), FakeDrawer())
    with till.store.write() as work:
        work.spool.mark(1, "sent")
    assert process.recover() == 2, "the receipt that was being sent, and the pulse that was waiting"
    assert _states(till)[0] == ("document", "unknown", "printer.interrupted")


def test_a_drawer_does_not_open_for_a_sale_from_before_a_kill(till: Till) -> None:
    printer, drawer = FakePrinter(), FakeDrawer()
    process = _spool(till, printer, drawer)
    assert process.recover() == 1
    process()
    assert (len(printer.printed), drawer.pulses) == (1, 0)
    assert _states(till)[1] == ("drawer", "unknown", "printer.interrupted")


def _status(till: Till) -> StoreStatus:
    return StoreStatus(store=till.store, catalog=till.data.catalog, clock=till.clock, events=till.events)


def _level(report: StatusReport, code: str) -> tuple[str, str]:
    return next((found.level, found.reason) for found in report.capabilities if found.code == code)


def test_offline_the_counter_says_what_still_works(till: Till) -> None:
    report = _status(till)()
    assert report.light == "offline"
    assert _level(report, "sell") == ("works", "")
    assert _level(report, "coupon") == ("limited", "status.home_coupons_only")
    assert _level(report, "new_orders") == ("blocked", "status.server_unreachable")


def test_the_light_is_green_only_when_nothing_waits_to_be_sent(till: Till) -> None:
    status = _status(till)
    till.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=0))
    assert status().light == "online"
    till.clock.advance(10_001)
    assert (status().light, status().queue_length) == ("limited", 1)
    till.data.outbox.acknowledge(1)
    assert status().light == "online"


def test_a_receipt_that_does_not_come_out_is_shown_with_its_reason(till: Till) -> None:
    status = _status(till)
    printer = FakePrinter()
    process = _spool(till, printer, FakeDrawer())
    printer.answers = [REFUSED]
    process()
    till.clock.advance(10_001)
    assert _level(status(), "print") == ("blocked", "printer.paper_out")


def test_without_a_day_of_news_coupons_are_blocked_offline(till: Till) -> None:
    status = _status(till)
    till.clock.advance(24 * 3600 * 1000 + 1)
    assert _level(status(), "coupon") == ("blocked", "status.lists_too_old")


def test_a_campaign_that_is_set_aside_limits_the_offers_and_the_light(till: Till) -> None:
    status = StoreStatus(
        store=till.store,
        catalog=till.data.catalog,
        clock=till.clock,
        events=till.events,
        set_aside=lambda: till.prices.set_aside,
    )
    till.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=0))
    assert (status().light, _level(status(), "offers"), status().set_aside) == ("online", ("works", ""), ())
    till.run_campaigns({"id": "BAD", "kind": "percent", "params": {"percent_bp": 0}})
    till.prices.warm()
    assert status().light == "limited"
    assert _level(status(), "offers") == ("limited", "status.campaigns_set_aside")
    assert [each.rule_id for each in status().set_aside] == ["BAD"]


def test_cards_stand_among_what_works_only_where_a_provider_is_connected(till: Till) -> None:
    status = StoreStatus(store=till.store, catalog=till.data.catalog, clock=till.clock, events=till.events)
    till.events.publish(SyncStateChanged(online=True, code="sync.online", acked_through=0))
    assert "card" not in {each.code for each in status().capabilities}
    till.events.publish(PaymentLinkChanged(reachable=True, at_ms=5))
    assert (_level(status(), "card"), status().light) == (("works", ""), "online")
    till.events.publish(PaymentLinkChanged(reachable=False, at_ms=7))
    assert (_level(status(), "card"), status().light) == (("blocked", "status.provider_silent"), "limited")
    till.events.publish(PaymentLinkChanged(reachable=None, at_ms=9))
    assert (status().light, "card" in {each.code for each in status().capabilities}) == ("online", False)


def test_a_payment_that_waits_for_a_person_is_named_and_one_that_a_customer_confirms_is_not(
    till: Till,
) -> None:
    status = StoreStatus(store=till.store, catalog=till.data.catalog, clock=till.clock, events=till.events)
    till.events.publish(PaymentLinkChanged(reachable=True, at_ms=5))
    payment = till.payments.begin(LI, "b1", amount=Money(2_800, "CNY"), provider="simulated")
    till.payments.note(payment.payment_id, PaymentAnswer("pending"))
    assert (status().payments, _level(status(), "card")) == ((), ("works", ""))
    till.payments.note(payment.payment_id, PaymentAnswer("unknown", "payment.no_answer"))
    assert [each.payment_id for each in status().payments] == [payment.payment_id]
    assert _level(status(), "card") == ("limited", "status.payments_open")
    till.payments.note(payment.payment_id, PaymentAnswer("declined", "payment.declined"))
    assert (status().payments, _level(status(), "card")) == ((), ("works", ""))
