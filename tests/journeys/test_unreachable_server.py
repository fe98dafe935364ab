"""The server goes away and comes back: selling goes on, and everything arrives once."""

from dataclasses import asdict

from pos_app.tour.stage import DELIVERY_S, Stage


def test_sales_without_a_server_arrive_once_when_it_is_back(counter: Stage) -> None:
    window = counter.window
    online = window.look("status_capability")
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    window.look("status_capability", lacks=online)
    for number in ("000001", "000002"):
        window.scan("6930000316761")
        window.look("sell.total", figure=1900)
        window.keys("F12")
        window.look("pay.figure", figure=1900)
        window.keys("F10")
        window.look("pay.note", has=f"S01-T02-{number}")
        window.keys("Return")
        window.look("sell.search")
    window.look("status_queue", has="2")
    counter.start_server()
    last = int(counter.till_books.entries()[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    server = counter.server_books.totals()
    assert (server.sales, server.sales_minor, server.movements) == (2, 3800, 2)
    assert asdict(server) == asdict(counter.till_books.totals())
    window.look("status_capability", has=online)
