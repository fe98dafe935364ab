"""Stock: looked up, short, on the way, and every document of goods."""

from collections.abc import Callable, Mapping

from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.stock_model import DraftKind
from tests.ui.screens.hall import Hall

_TEA = "6901234500023"


def _product(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.choose_product(hall.goods.products[0].product_id)


def _without_head_office(hall: Hall) -> None:
    hall.goods.fault = Unreachable()
    _product(hall)


def _empty(hall: Hall) -> None:
    hall.goods.runs_short = False
    hall.show("stock")
    hall.stock.show_list("short")


def _short(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.show_list("short")


def _expiring(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.show_list("expiring")
    hall.stock.choose(hall.stock.state.expiring[0].key)


def _nothing_expires(hall: Hall) -> None:
    hall.goods.expires = False
    hall.show("stock")
    hall.stock.show_list("expiring")


def _write_off(hall: Hall) -> None:
    _expiring(hall)
    hall.stock.write_off()


def _travelling(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.show_list("travelling")
    hall.stock.choose("t1")


def _sent(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.show_list("travelling")
    hall.stock.choose("t2")


def _note_of_another_store(hall: Hall) -> None:
    _sent(hall)
    hall.stock.on_scan("TRF/S01/S03/t2")


def _note_too_soon(hall: Hall) -> None:
    _begin(hall, "send")
    hall.stock.on_scan("TRF/S02/S01/t1")


def _begin(hall: Hall, kind: DraftKind) -> None:
    hall.show("stock")
    hall.stock.document.open(kind)
    for product in hall.goods.products[:3]:
        hall.stock.document.take(product)


def _receive(hall: Hall) -> None:
    _begin(hall, "receive")
    hall.stock.choose("1")
    hall.stock.document.line.switch_field("expected")
    hall.stock.document.line.press("12")
    hall.stock.document.line.submit()


def _waste(hall: Hall) -> None:
    _begin(hall, "waste")
    hall.goods.fault = RuleError("stock.no_reason")
    hall.stock.document.finish()


def _count(hall: Hall) -> None:
    _begin(hall, "count")
    hall.stock.document.set_area("A3")
    hall.stock.on_scan(_TEA)


def _compare(hall: Hall) -> None:
    _begin(hall, "count")
    hall.stock.document.finish()
    hall.stock.choose("2")
    hall.stock.document.explain("theft")


def _send(hall: Hall) -> None:
    _begin(hall, "send")
    hall.stock.document.set_store("S03")


def _arrive(hall: Hall) -> None:
    hall.show("stock")
    hall.stock.show_list("travelling")
    hall.stock.choose("t1")
    hall.stock.transfers.take_in()


def _give_up(hall: Hall) -> None:
    _begin(hall, "send")
    hall.stock.document.ask_give_up(asking=True)


def _done(hall: Hall) -> None:
    _begin(hall, "receive")
    hall.stock.document.finish()


def _line(hall: Hall) -> None:
    _begin(hall, "receive")
    hall.stock.choose("1")
    hall.stock.document.line.press("12")


def _date(hall: Hall) -> None:
    _begin(hall, "receive")
    hall.stock.choose("1")
    hall.stock.document.line.switch_field("date")
    hall.stock.document.line.press("261331")
    hall.stock.document.line.submit()


STOCK: Mapping[str, Callable[[Hall], None]] = {
    "stock.full": _product,
    "stock.error": _without_head_office,
    "stock.empty": _empty,
    "stock.short": _short,
    "stock.expiring": _expiring,
    "stock.nothing_expires": _nothing_expires,
    "stock.write_off": _write_off,
    "stock.travelling": _travelling,
    "stock.sent": _sent,
    "stock.note_of_another_store": _note_of_another_store,
    "stock.note_too_soon": _note_too_soon,
    "stock.receive": _receive,
    "stock.waste": _waste,
    "stock.count": _count,
    "stock.compare": _compare,
    "stock.send": _send,
    "stock.arrive": _arrive,
    "stock.give_up": _give_up,
    "stock.done": _done,
}
STOCK_SHEETS: Mapping[str, Callable[[Hall], None]] = {
    "stock_line": _line,
    "stock_line.date": _date,
}
