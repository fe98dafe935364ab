import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.basket_model import AttachedCoupon, AttachedMember
from pos_app.services.complete_sale import CompleteSale, TenderInput
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.export_journal import ExportJournal
from pos_app.services.fiscal_model import FiscalMark, FiscalTicket
from pos_app.services.records import Actor
from pos_app.services.reprint_receipt import ReprintReceipt
from pos_app.services.sell_open_item import SellOpenItem
from pos_app.services.verify_journal import VerifyJournal
from retail_core.journal import verify_lines
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import FeedPage
from tests.till_shop import ALIAS, LI, Till, change, open_shop

ROOT = Path(__file__).resolve().parents[4]


def _body(till: Till, receipt_number: str) -> SaleCompleted:
    with till.store.read() as work:
        found = work.sales.by_number(receipt_number)
    assert found is not None
    return found[0]


def test_a_sale_for_cash_gives_change_and_opens_the_drawer(till: Till) -> None:
    till.open_shift()
    paid = till.sell(["latte", "latte"], TenderInput("cash", 10_000))
    assert (paid.total_minor, paid.change_minor) == (5_600, 4_400)
    assert paid.receipt_number == "S01-T02-000001"
    with till.store.read() as work:
        jobs = work.spool.in_states(("written",), 10)
    assert [(job.kind, job.reference) for job in jobs] == [
        ("document", "S01-T02-000001"),
        ("drawer", "S01-T02-000001"),
    ]


def test_only_the_cash_is_rounded_to_coins(till: Till) -> None:
    till.open_shift()
    # One cake of 19.95: in cash 20.00; after 10.00 by another way 9.95 are left, in cash 10.00.
    paid = till.sell(["cake"], TenderInput("cash", 2_000))
    assert (paid.rounding_minor, paid.change_minor) == (5, 0)
    paid = till.sell(["cake"], TenderInput("external", 1_000, "4711"), TenderInput("cash", 1_000))
    assert (paid.rounding_minor, paid.tendered_minor) == (5, 2_000)
    paid = till.sell(["cake"], TenderInput("external", 1_995))
    assert (paid.rounding_minor, paid.drawer_job_id) == (0, None)


def test_the_books_of_a_sale_balance(till: Till) -> None:
    till.open_shift()
    body = _body(till, till.sell(["cake", "latte"], TenderInput("cash", 5_000)).receipt_number)
    net_and_tax = sum(line.net_minor + line.tax_minor for line in body.lines)
    assert net_and_tax + body.rounding_minor == sum(part.amount_minor for part in body.tenders) == 4_800
    # 47.95 with 13 % in it: 42.43 net and 5.52 tax.
    assert [(row.net_minor, row.tax_minor) for row in body.tax] == [(4_243, 552)]


def test_too_little_money_changes_nothing(till: Till) -> None:
    till.open_shift()
    with pytest.raises(InsufficientTender) as refused:
        till.sell(["latte"], TenderInput("cash", 2_000))
    assert refused.value.missing_minor == 800
    with till.store.read() as work:
        assert work.journal.head().seq == 2
        assert work.baskets.load() is not None


@pytest.mark.parametrize(
    ("tenders", "code"),
    [
        ((TenderInput("external", 2_900),), "tender.too_large"),
        ((TenderInput("cash", 2_805),), "tender.not_in_coins"),
        ((TenderInput("cash", 0),), "tender.bad_amount"),
        ((TenderInput("cash", -5),), "tender.bad_amount"),
        ((TenderInput("external", 2_800, "12a4"),), "tender.bad_reference"),
        ((TenderInput("external", 2_800), TenderInput("cash", 100)), "tender.not_needed"),
    ],
)
def test_a_tender_that_cannot_be_is_refused(till: Till, tenders: tuple[TenderInput, ...], code: str) -> None:
    till.open_shift()
    with pytest.raises(RuleError, match=code):
        till.sell(["latte"], *tenders)


def test_receipt_numbers_have_no_gap_when_a_sale_fails(till: Till) -> None:
    till.open_shift()
    numbers = [till.sell(["latte"], TenderInput("cash", 2_800)).receipt_number]
    with pytest.raises(InsufficientTender):
        till.sell(["latte"], TenderInput("cash", 100))
    numbers.append(till.sell(["cake"], TenderInput("cash", 2_000)).receipt_number)
    assert numbers == ["S01-T02-000001", "S01-T02-000002"]


def test_a_new_incarnation_starts_its_own_numbers(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    with till.store.write() as work:
        terminal = work.terminal.get()
        assert terminal is not None
        work.terminal.put(replace(terminal, incarnation=2), b"s" * 32)
    assert till.sell(["latte"], TenderInput("cash", 2_800)).receipt_number == "S01-T02B-000001"


def test_the_same_basket_is_paid_once(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    till.pay(basket.basket, TenderInput("cash", 2_800))
    with pytest.raises(RuleError, match=r"sale.already_completed"):
        till.pay(basket.basket, TenderInput("cash", 2_800))


def test_a_price_of_another_basket_is_refused(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    priced = till.prices(basket.basket)
    basket.add_product(till.product("cake"))
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        till.complete_sale(LI, basket.basket, priced=priced, tenders=[TenderInput("cash", 2_800)])


def test_a_price_of_before_the_quantity_changed_is_refused(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    line = basket.add_product(till.product("latte"))
    priced = till.prices(basket.basket)
    basket.set_quantity(line.line_id, 5_000)
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        till.complete_sale(LI, basket.basket, priced=priced, tenders=[TenderInput("cash", 2_800)])


def test_a_price_of_before_a_coupon_was_taken_off_is_refused(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    basket.add_coupon(AttachedCoupon("c1", "FIVE-OFF", 500, "online", "h1", "valid"))
    priced = till.prices(basket.basket)
    basket.remove_coupon("c1")
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        till.complete_sale(LI, basket.basket, priced=priced, tenders=[TenderInput("cash", 2_300)])


def test_many_pieces_of_an_open_item_need_the_right_for_all_of_them(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    line = SellOpenItem(basket=basket)(LI, name="花", amount_minor=5_000, tax_rate_bp=1_300)
    basket.set_quantity(line.line_id, 2_000)
    with pytest.raises(RuleError, match=r"right.over_limit"):
        till.pay(basket.basket, TenderInput("cash", 10_000))


def test_goods_that_came_after_an_offline_coupon_do_not_lift_its_cap(till: Till) -> None:
    till.open_shift()
    half = {"id": "HALF", "number": 78, "kind": "coupon_percent", "names": {"en": "half"}}
    page = FeedPage(
        feed="catalog",
        changes=(
            change(
                "campaign", "HALF", doc={**half, "params": {"percent_bp": 5_000}, "offline_allowed": True}
            ),
        ),
        next="c2",
        more=False,
        reset=False,
        applied_through=0,
        server_ms=0,
    )
    current = till.data.catalog_files.current()
    assert current is not None
    current.apply_page(page)
    basket = till.basket()
    line = basket.add_product(till.product("latte"))
    basket.add_coupon(AttachedCoupon("c1", "HALF", None, "offline", None, "valid_settled_later"))
    # Half of 28.00 is within CNY 50, half of 112.00 is not.
    basket.set_quantity(line.line_id, 4_000)
    with pytest.raises(RuleError, match=r"coupon.over_cap"):
        till.pay(basket.basket, TenderInput("cash", 10_000))


def test_without_a_shift_nothing_is_sold(till: Till) -> None:
    with pytest.raises(RuleError, match=r"shift.none_open"):
        till.sell(["latte"], TenderInput("cash", 2_800))


def test_who_may_not_sell_does_not(till: Till) -> None:
    till.open_shift()
    picker = Actor("wu", "吴昊", "staff", {"order.pick": None})
    basket = till.basket()
    basket.add_product(till.product("latte"))
    with pytest.raises(RuleError, match=r"right.missing"):
        till.complete_sale(picker, basket.basket, priced=till.prices(basket.basket), tenders=())


def test_a_member_gets_the_price_of_the_tier_and_stands_in_the_erasable_part(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    basket.attach_member(AttachedMember("m1", ALIAS, "张**", "8888", "gold", 120, 1, "code", present=True))
    paid = till.pay(basket.basket, TenderInput("cash", 2_600))
    body = _body(till, paid.receipt_number)
    assert [(d.name, d.amount_minor) for d in body.lines[0].discounts] == [("会员价", -200)]
    assert (body.list_minor, body.discount_minor, body.total_minor) == (2_800, 200, 2_600)
    with till.store.read() as work:
        entry = work.journal.after(2, 1)[0]
    assert entry.personal is not None
    assert entry.personal["masked_name"] == "张**"
    assert "张" not in json.dumps(entry.body, ensure_ascii=False)


def test_a_copy_is_marked_and_counted(till: Till) -> None:
    till.open_shift()
    paid = till.sell(["latte"], TenderInput("cash", 2_800))
    reprint = ReprintReceipt(store=till.store, clock=till.clock, events=till.events, texts=till.texts)
    reprint(LI, paid.receipt_number)
    job_id = reprint(LI, paid.receipt_number)
    with till.store.read() as work:
        job = work.spool.get(job_id)
        bodies = [entry.body for entry in work.journal.of_types(["receipt.reprinted"])]
    assert job is not None
    assert '"banner"' in job.document
    assert [body["copy_no"] for body in bodies] == [1, 2]
    assert reprint.recent()[0].cashier_name == "李娜"


class _RefusingFiscal:
    """Breaks when it should sign, and counts what was taken back."""

    def __init__(self) -> None:
        self.voided: list[str] = []

    def prepare(self, sale_id: str, *, total_minor: int, currency: str) -> FiscalTicket:
        del total_minor, currency
        return FiscalTicket(sale_id, "test")

    def sign(self, ticket: FiscalTicket, sale: SaleCompleted) -> FiscalMark:
        raise RuntimeError(ticket.sale_id, sale.receipt_number)

    def void(self, ticket: FiscalTicket) -> None:
        self.voided.append(ticket.sale_id)


def test_a_sale_that_fails_is_taken_back_at_the_fiscal_service(till: Till) -> None:
    till.open_shift()
    fiscal = _RefusingFiscal()
    complete_sale = CompleteSale(
        store=till.store,
        clock=till.clock,
        events=till.events,
        fiscal=fiscal,
        prices=till.prices,
        texts=till.texts,
    )
    basket = till.basket()
    basket.add_product(till.product("latte"))
    priced = till.prices(basket.basket)
    with pytest.raises(RuntimeError):
        complete_sale(LI, basket.basket, priced=priced, tenders=[TenderInput("cash", 2_800)])
    assert fiscal.voided == [basket.basket.basket_id]
    with till.store.read() as work:
        assert work.journal.head().seq == 2


_CHILD = """
import sys, signal, os
from pathlib import Path
from pos_app.services.complete_sale import TenderInput
from tests.till_shop import open_shop
with open_shop(Path(sys.argv[1])) as till:
    till.open_shift()
    paid = till.sell(["latte", "cake"], TenderInput("cash", 5_000))
    print("paid", paid.receipt_number, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_sale_that_was_answered_paid_survives_a_kill(tmp_path: Path) -> None:
    with open_shop(tmp_path):
        pass
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (child.stdout.strip(), child.returncode) == ("paid S01-T02-000001", -9), child.stderr
    with open_shop(tmp_path) as till:
        assert not till.data.ended_well
        assert _body(till, "S01-T02-000001").total_minor == 4_795
        with till.store.read() as work:
            assert work.baskets.load() is None


def test_the_export_is_accepted_and_one_changed_byte_is_named(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    lines = list(ExportJournal(store=till.store).lines())
    assert verify_lines(lines).line_no == 0
    lines[3] = lines[3].replace("2800", "2801", 1)
    assert verify_lines(lines).line_no == 4


def test_the_live_store_names_the_entry_that_was_altered(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    verify_journal = VerifyJournal(store=till.store, damage=lambda: "")
    assert (verify_journal().code, verify_journal().count) == ("", 3)
    with till.data._engines[0].begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER fact_journal_update")
        connection.exec_driver_sql("UPDATE journal SET body = replace(body, '2800', '2700') WHERE seq = 3")
    report = verify_journal()
    assert (report.code, report.seq) == ("chain.body_altered", 3)


def test_a_damaged_file_is_named_so_and_not_as_an_altered_entry(till: Till) -> None:
    verify_journal = VerifyJournal(store=till.store, damage=lambda: "storage.damaged")
    assert verify_journal().code == "storage.damaged"
