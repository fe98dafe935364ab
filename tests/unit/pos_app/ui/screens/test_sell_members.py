"""Finding members by a part of what is known, joining, and the sheet of the one on the basket."""

import pytest

from pos_app.services.best_use import ProposedCoupon
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.read_scan import MemberScanned
from pos_app.services.records import UnmaskedMember
from pos_app.ui.said import Said
from tests.unit.pos_app.ui.screens.member_fakes import LI_KNOWN
from tests.unit.pos_app.ui.screens.sell_world import LI, SellWorld

PHONE = "13900001234"


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


def attach(world: SellWorld) -> None:
    world.members.known["code"] = LI
    world.scans.meanings["code"] = MemberScanned("code")
    world.presenter.on_scan("code")


def test_who_is_known_here_is_shown_before_head_office_answers(world: SellWorld) -> None:
    world.find_member.known = [LI_KNOWN]
    world.network.open = False
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("8823")
    world.presenter.members.submit_phone()
    form = world.now.member_form
    assert (form.found, form.is_asking, world.now.pending) == ((LI_KNOWN,), True, "")
    world.find_member.at_server = []
    world.network.let_go()
    form = world.now.member_form
    assert (form.found, form.is_asking, form.hint) == ((), False, Said("member.found_none"))


def test_without_a_network_the_list_says_whom_it_leaves_out(world: SellWorld) -> None:
    world.find_member.known = [LI_KNOWN]
    world.find_member.at_server = Unreachable()
    world.presenter.members.set_phone("lj")
    world.presenter.members.submit_phone()
    assert world.now.member_form.found == (LI_KNOWN,)
    assert world.now.member_form.hint == Said("member.found_offline")


def test_an_answer_to_what_is_not_asked_any_more_changes_nothing(world: SellWorld) -> None:
    world.find_member.at_server = [LI_KNOWN]
    world.network.open = False
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("8823")
    world.presenter.members.submit_phone()
    world.presenter.members.set_phone("88")
    world.network.let_go()
    assert (world.now.member_form.phone, world.now.member_form.found) == ("88", ())


def test_who_is_picked_from_the_list_is_on_the_basket(world: SellWorld) -> None:
    world.find_member.known = world.find_member.at_server = [LI_KNOWN]
    world.members.known["M1"] = LI
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("李静")
    world.presenter.members.submit_phone()
    world.presenter.members.pick("M1")
    assert (world.now.member, world.now.sheet) == (LI, "")


@pytest.mark.parametrize(
    ("typed", "taken"), [("138 0000 8823", "13800008823"), ("Li J", "Li J"), ("李", "李")]
)
def test_a_number_is_taken_without_blanks_and_a_name_as_it_is(
    world: SellWorld, typed: str, taken: str
) -> None:
    world.presenter.members.set_phone(typed)
    assert world.now.member_form.phone == taken


def test_too_little_is_not_looked_for_and_a_missing_right_is_said(world: SellWorld) -> None:
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("23")
    world.presenter.members.submit_phone()
    assert world.now.member_form.error == Said("member.search_short")
    world.find_member.error = RuleError("right.missing", "member.search")
    world.presenter.members.set_phone("823")
    world.presenter.members.submit_phone()
    assert world.now.member_form.error == Said("right.missing", ("member.search",))


def test_a_card_number_names_its_member(world: SellWorld) -> None:
    world.members.known["9855292164868952"] = LI
    world.presenter.members.open_sheet()
    world.presenter.members.set_phone("9855 2921 6486 8952")
    world.presenter.members.submit_phone()
    assert (world.now.member, world.now.sheet) == (LI, "")


def test_who_joins_is_on_the_basket_at_once(world: SellWorld) -> None:
    world.network.open = False
    card = world.presenter.members.card
    world.presenter.members.open_sheet()
    card.open_join(PHONE)
    card.set_name("王芳")
    card.set_birthday("05-17")
    card.toggle_terms()
    card.toggle_ads()
    card.join()
    [form] = world.member_desk.joined
    assert (form.phone, form.name, form.birthday, form.terms, form.marketing) == (
        PHONE,
        "王芳",
        "05-17",
        True,
        True,
    )
    member, note = world.now.member, world.now.note
    assert member is not None
    assert note is not None
    assert (member.masked_name, world.now.sheet, note.said) == ("王**", "", Said("member.joined"))


def test_what_is_missing_to_join_is_said_in_the_sheet_and_nothing_is_lost(world: SellWorld) -> None:
    world.member_desk.join_error = RuleError("member.terms_needed")
    card = world.presenter.members.card
    card.open_join(PHONE)
    card.set_name("王芳")
    card.join()
    form = world.now.join_form
    assert (form.error, form.busy, form.name, world.now.sheet) == (
        Said("member.terms_needed"),
        False,
        "王芳",
        "member_join",
    )


def test_the_key_of_members_shows_the_one_on_the_basket_masked(world: SellWorld) -> None:
    attach(world)
    world.presenter.members.open_sheet()
    form = world.now.member_sheet
    assert (world.now.sheet, form.member, form.unmasked) == ("member_sheet", LI_KNOWN, None)
    assert (form.next_tier, form.is_birthday, form.is_lapsed) == (("gold", 500_000), True, True)


def test_coupons_that_fit_this_basket_stand_before_those_that_do_not(world: SellWorld) -> None:
    small = ProposedCoupon("K2", "TEN", applies=False, reason="pricing.below_threshold")
    world.best_use.known = [small, ProposedCoupon("K1", "TEN", applies=True, amount_minor=1_000, code="c")]
    attach(world)
    world.presenter.members.open_sheet()
    assert [each.coupon_id for each in world.now.member_sheet.wallet] == ["K1", "K2"]
    world.presenter.members.card.toggle_marketing()
    assert [each.coupon_id for each in world.now.member_sheet.wallet] == ["K1", "K2"]


def test_of_somebody_known_by_the_code_only_there_is_nothing_to_show(world: SellWorld) -> None:
    world.member_desk.member = None
    attach(world)
    world.presenter.members.open_sheet()
    assert world.now.sheet == ""
    assert world.now.note is not None
    assert world.now.note.said == Said("member.known_by_code")


def test_what_was_written_is_saved_once(world: SellWorld) -> None:
    attach(world)
    card = world.presenter.members.card
    world.presenter.members.open_sheet()
    card.save()
    assert world.member_desk.notes == []
    card.set_text("note", "生日月送蛋糕")
    assert world.now.member_sheet.is_changed
    card.save()
    card.save()
    assert world.member_desk.notes == [("11-25", "少冰，靠窗", "生日月送蛋糕")]
    assert (world.now.member_sheet.said, world.now.member_sheet.is_changed) == (Said("member.saved"), False)
    card.set_text("birthday", "99-99")
    card.save()
    assert world.now.member_sheet.said == Said("member.birthday_wrong")
    card.toggle_marketing()
    card.toggle_marketing()
    assert world.member_desk.consents == [True, False]


def test_the_number_is_told_after_a_reason_and_hidden_again(world: SellWorld) -> None:
    attach(world)
    card = world.presenter.members.card
    world.presenter.members.open_sheet()
    card.ask_reason()
    assert (world.now.member_sheet.reasons, world.member_desk.reasons) == (True, [])
    card.reveal("call_back")
    assert world.member_desk.reasons == ["call_back"]
    shown = [world.now.member_sheet.unmasked]
    card.ask_reason()
    shown.append(world.now.member_sheet.unmasked)
    card.reveal("verify")
    world.presenter.members.open_sheet()
    shown.append(world.now.member_sheet.unmasked)
    assert shown == [UnmaskedMember("李静", "13800008823"), None, None]


def test_without_head_office_nobody_knows_the_number(world: SellWorld) -> None:
    world.member_desk.unmask_error = Unreachable()
    attach(world)
    world.presenter.members.open_sheet()
    world.presenter.members.card.reveal("verify")
    assert world.now.member_sheet.said == Said("member.reveal_offline")


def test_an_answer_after_the_sheet_was_closed_is_shown_to_nobody(world: SellWorld) -> None:
    attach(world)
    world.presenter.members.open_sheet()
    world.network.open = False
    world.presenter.members.card.reveal("verify")
    world.presenter.on_sheet_closed()
    world.network.let_go()
    assert world.now.member_sheet.unmasked is None
