"""A scanner that went mad sends ten thousand digits."""

from pos_app.tour.stage import Stage

JASMINE = "6930000316761"  # 19.00
OAT = "6930001187858"  # 26.00


def test_a_code_of_ten_thousand_digits_is_refused_in_place_and_the_sale_goes_on(counter: Stage) -> None:
    window = counter.window
    window.scan(JASMINE)
    window.look("sell.total", figure=1900)
    window.scan("9" * 10_000)
    window.look("sell.message_text", has="太长")
    assert window.look("sell.search_line") == ""
    window.scan(OAT)
    window.look("sell.total", figure=4500)
    window.keys("F12")
    window.look("pay.figure", figure=4500)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
