"""What there is to see of members on Sell: found ones, somebody who joins, the one on the basket."""

from dataclasses import replace

from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.records import Member
from tests.fakes import NOON_MS
from tests.ui.screens.exhibits_asking import fill_basket
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.member_fakes import LI_KNOWN

_NAMES = ("李**", "刘**", "林**", "罗**", "欧阳**", "陆**", "黎**")


def _people() -> list[Member]:
    return [
        replace(LI_KNOWN, member_id=f"M{number}", alias=f"b{number}", masked_name=name, points=number * 310)
        for number, name in enumerate(_NAMES, start=1)
    ]


def _found(hall: Hall) -> None:
    world = hall.world
    world.find_member.known = _people()
    world.find_member.at_server = Unreachable()
    hall.show("sell")
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("ll")
    world.presenter.members.submit_phone()


def _nobody(hall: Hall) -> None:
    hall.show("sell")
    hall.world.presenter.members.open_sheet()
    hall.world.presenter.members.set_phone("13900001234")
    hall.world.presenter.members.submit_phone()


def _joining(hall: Hall) -> None:
    hall.show("sell")
    card = hall.world.presenter.members.card
    hall.world.presenter.members.open_sheet()
    card.open_join("13900001234")
    card.set_name("王芳")
    card.set_birthday("02-29")
    card.toggle_terms()


def _correcting(hall: Hall) -> None:
    _member(hall)
    part = hall.world.presenter.adjust
    part.open_sheet()
    part.turn(takes=True)
    part.because("mistake")
    for key in ("1", "2", "00"):
        part.press(key)


def _correcting_too_much(hall: Hall) -> None:
    _correcting(hall)
    hall.world.adjust.fault = RuleError("adjust.below_zero")
    hall.world.presenter.adjust.submit()
    hall.world.adjust.fault = None


def correcting_above_the_limit(hall: Hall) -> None:
    """Show that another person has to allow a correction."""
    _correcting(hall)
    part = hall.world.presenter.adjust
    part.choose("bonus")
    for key in ("1", "2", "0", "0", "00"):
        part.press(key)
    part.submit()


def _member(hall: Hall) -> None:
    hall.world.session.actor = replace(
        hall.world.session.require_actor(),
        rights={"sell": None, "member.edit": None, "member.reveal": None, "member.adjust": 50_000},
    )
    hall.world.member_desk.member = replace(LI_KNOWN, visited_ms=NOON_MS - 70 * 86_400_000)
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.members.open_sheet()
    hall.world.presenter.members.card.set_text("note", "生日月送蛋糕")


def _revealing(hall: Hall) -> None:
    _member(hall)
    hall.world.presenter.members.card.ask_reason()


def _revealed(hall: Hall) -> None:
    _revealing(hall)
    hall.world.presenter.members.card.reveal("call_back")


MEMBERS = {
    "member.found": _found,
    "member.unknown": _nobody,
    "member_join.full": _joining,
    "member_sheet.full": _member,
    "member_adjust": _correcting,
    "member_adjust.refused": _correcting_too_much,
    "member_sheet.asking": _revealing,
    "member_sheet.revealed": _revealed,
}
