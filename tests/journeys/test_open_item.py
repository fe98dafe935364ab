"""What no catalog knows is sold all the same, up to the cashier's limit."""

from pos_app.tour.stage import Stage

UNKNOWN = "4006381333931"


def _begin(stage: Stage) -> None:
    """Scan what nobody knows, and take up the offer."""
    stage.window.scan(UNKNOWN)
    stage.window.look("sell.message_text", has=UNKNOWN)
    stage.window.keys("F3")
    stage.window.look("open_item.amount", figure=0)


def test_an_unknown_barcode_is_sold_as_an_open_item(counter: Stage) -> None:
    window = counter.window
    _begin(counter)
    window.key_in("open_item.key", 1258)
    window.touch("open_item.name")
    window.do("compose", text="散装饼干")
    window.touch("open_item.tax.1300", "open_item.add")
    window.look("sell.basket", has="散装饼干")
    window.look("sell.total", figure=1258)
    window.keys("F12")
    # Cash is paid in steps of 0.10.
    window.look("pay.total", figure=1260)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    assert counter.wait(lambda: counter.server_books.totals().sales_minor == 1260, timeout_s=20)


def test_an_open_item_above_the_limit_is_refused_and_can_be_made_cheaper(counter: Stage) -> None:
    window = counter.window
    _begin(counter)
    window.key_in("open_item.key", 20001)
    window.touch("open_item.name")
    window.do("compose", text="挂钟")
    window.touch("open_item.add")
    window.look("open_item.message", has="200.00")
    window.look("sell.total", figure=0)
    window.touch("open_item.key_back", "open_item.key_0", "open_item.add")
    window.look("sell.basket", has="挂钟")
    window.look("sell.total", figure=20000)
