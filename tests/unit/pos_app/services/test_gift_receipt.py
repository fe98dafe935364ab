"""A gift receipt names the goods and the receipt, and says nothing about money or people."""

import json

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.documents import (
    Banner,
    Barcode,
    Block,
    Document,
    DocumentKind,
    Qr,
    Row,
    Text,
    document_from_json,
)
from pos_app.services.errors import RuleError
from pos_app.services.gift_receipt import compose_gift_receipt
from pos_app.services.hand_steps import with_gift_receipt, with_sale_note
from pos_app.services.receipt_texts import LANGUAGES, ReceiptTexts
from pos_app.services.records import Actor
from pos_app.services.reprint_receipt import ReprintReceipt
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.paper_examples import CONTEXT, SALE


def words(document: Document) -> list[str]:
    return [text for block in document.blocks if (text := _words(block))]


def _words(block: Block) -> str:
    if isinstance(block, Row):
        return " | ".join(cell.text for cell in block.cells)
    return block.text if isinstance(block, Text | Banner) else ""


def test_it_says_what_and_how_much_and_no_price() -> None:
    gift = compose_gift_receipt(SALE, CONTEXT, texts=ReceiptTexts.load("zh-Hans"))
    assert gift.kind is DocumentKind.GIFT_RECEIPT
    assert words(gift) == [
        "麦香咖啡·静安店",
        "上海市静安区南京西路1266号",
        "税号 91310106MA1FYABC12",
        "礼品小票",
        "单号 | S01-T02-000123",
        "时间 | 2026-11-22 14:32",
        "燕麦拿铁 大杯 | x2",
        "鲜牛肉 | x0.356 kg",
        "纸袋 | x1",
        "凭此小票可换货",
        "谢谢惠顾，欢迎再来",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_code_is_the_number_alone_and_leads_to_no_page_with_prices(language: str) -> None:
    gift = compose_gift_receipt(SALE, CONTEXT, texts=ReceiptTexts.load(language))
    assert [block.data for block in gift.blocks if isinstance(block, Barcode)] == ["S01-T02-000123"]
    assert [block for block in gift.blocks if isinstance(block, Qr)] == []


def _papers(till: Till) -> list[Document]:
    with till.store.read() as work:
        jobs = work.spool.in_states(("written",), 20)
    return [document_from_json(json.loads(job.document)) for job in jobs if job.kind == "document"]


def test_a_sale_that_wants_one_prints_it_beside_the_receipt(till: Till) -> None:
    till.open_shift()
    current = till.basket()
    current.add_product(till.product("latte"))
    current.change(lambda basket: with_gift_receipt(basket, wanted=True))
    current.change(lambda basket: with_sale_note(basket, note="送给妈妈"))
    till.pay(current.basket, TenderInput("external", 2_800))
    receipt, gift = _papers(till)
    assert (receipt.kind, gift.kind) == (DocumentKind.RECEIPT, DocumentKind.GIFT_RECEIPT)
    assert "备注：送给妈妈" in words(receipt)
    assert "28.00" not in "".join(words(gift))


def test_one_that_does_not_prints_the_receipt_alone(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("external", 2_800))
    assert [paper.kind for paper in _papers(till)] == [DocumentKind.RECEIPT]


def test_it_is_printed_later_too_and_that_is_a_fact(till: Till) -> None:
    till.open_shift()
    paid = till.sell(["latte"], TenderInput("external", 2_800))
    again = ReprintReceipt(store=till.store, clock=till.clock, events=till.events, texts=till.texts)
    again.gift(LI, paid.receipt_number)
    assert _papers(till)[-1].kind is DocumentKind.GIFT_RECEIPT
    with till.store.read() as work:
        last = work.journal.after(work.journal.head().seq - 1, 1)[0]
    assert (last.type, last.body["gift"], last.body["receipt_number"]) == (
        "receipt.reprinted",
        True,
        paid.receipt_number,
    )
    with pytest.raises(RuleError, match=r"right.missing"):
        again.gift(Actor("wu", "吴昊", "cashier", {"sell": None}), paid.receipt_number)
    with pytest.raises(RuleError, match=r"receipt.unknown"):
        again.gift(LI, "S01-T02-999999")
