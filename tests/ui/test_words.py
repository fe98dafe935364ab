"""Codes, languages and figures become words that a reader in that language expects."""

import ast
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from installer import translations
from pos_app.ui.format import Formats
from pos_app.ui.i18n import LANGUAGES, LanguageName, language_name, translate
from pos_app.ui.texts import known_codes, role_text, text_of
from retail_core.money import Money
from tests.ui.conftest import FaceFactory

_UI = Path(translations.__file__).resolve().parent.parent / "pos_app" / "ui"
_SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("zh_CN", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh_HK.UTF-8", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("en_GB", "en"),
    ],
)
def test_a_region_means_one_of_the_three_languages(wanted: str, name: LanguageName) -> None:
    assert language_name(wanted) == name


def test_a_language_that_the_till_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="fr_FR"):
        language_name("fr_FR")


def test_a_code_has_words_in_each_language(make_face: FaceFactory) -> None:
    seen = []
    for language in LANGUAGES:
        make_face(language)
        seen.append(text_of("sale.empty"))
    assert seen == [
        "购物篮为空，请先扫描商品。",
        "購物籃是空的，請先掃描商品。",
        "Nothing in the basket. Scan the goods first.",
    ]


def test_arguments_stand_in_their_places(make_face: FaceFactory) -> None:
    make_face("zh-Hans")
    assert text_of("pin.wrong", 3) == "密码错误，还可尝试 3 次。"
    assert text_of("order.already_handed_over", 1_700_000_000_000, "赵明") == (
        "订单已由 赵明 交付，请勿重复交付。"
    )


def test_a_wait_in_milliseconds_is_said_in_minutes_rounded_up(make_face: FaceFactory) -> None:
    make_face("en")
    assert text_of("pin.locked", 61_000) == "Too many wrong PINs. Wait 2 min, or scan the badge."


def test_a_missing_argument_does_not_break_the_sentence(make_face: FaceFactory) -> None:
    make_face("en")
    assert text_of("pickup.other_store") == "This order waits in another store (…)."


def test_an_unknown_code_is_shown_so_that_support_can_look_it_up(make_face: FaceFactory) -> None:
    make_face("en")
    assert text_of("gremlin.seen") == "Something went wrong. Nothing was lost. Code: gremlin.seen"


def test_every_code_has_words_without_leftover_placeholders(make_face: FaceFactory) -> None:
    for language in LANGUAGES:
        make_face(language)
        texts = {code: text_of(code, 1, 2) for code in known_codes()}
        assert [code for code, text in texts.items() if not text or "{" in text] == []


def test_a_role_of_the_shops_own_keeps_its_name(make_face: FaceFactory) -> None:
    make_face("zh-Hant")
    assert role_text("manager") == "店長"
    assert role_text("barista") == "barista"


def test_the_language_switches_at_run_time(make_face: FaceFactory) -> None:
    face = make_face("zh-Hans")
    assert translate("Stepper", "One more") == "加一"
    face.language.switch("en")
    assert translate("Stepper", "One more") == "One more"
    face.language.switch("zh-Hant")
    assert face.language.name == "zh-Hant"
    assert translate("PinPad", "PIN") == "密碼"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Money(12_200, "CNY"), "¥122.00"),
        (Money(-300, "CNY"), "−¥3.00"),
        (Money(1_684_250, "CNY"), "¥16,842.50"),
        (Money(120, "TWD"), "NT$120"),
        (Money(5, "HKD"), "HK$0.05"),
        (Money(0, "CNY"), "¥0.00"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_money_has_its_own_sign_in_every_language(language: LanguageName, amount: Money, text: str) -> None:
    assert Formats(lambda: language, _SHANGHAI).money(amount) == text


def test_quantities_are_whole_or_to_three_places() -> None:
    formats = Formats(lambda: "zh-Hans", _SHANGHAI)
    assert [formats.quantity(qty) for qty in (1000, 250, 12_000, -2000)] == ["1", "0.250", "12", "−2"]


def test_percentages_have_one_place_where_needed() -> None:
    formats = Formats(lambda: "en", _SHANGHAI)
    assert [formats.percent(value) for value in (6300, 820, -200)] == ["63%", "8.2%", "−2%"]


def test_dates_and_times_are_those_of_the_store() -> None:
    # 2026-11-21T16:30:00Z is half past midnight of the 22nd in Shanghai.
    wall_ms = 1_795_278_600_000
    chinese = Formats(lambda: "zh-Hans", _SHANGHAI)
    assert chinese.date_time(wall_ms) == "2026年11月22日 00:30"
    assert chinese.day_of_month(wall_ms) == "11月22日"
    assert Formats(lambda: "en", _SHANGHAI).date(wall_ms) == "Nov 22, 2026"


def test_only_literals_are_given_to_translate() -> None:
    faults = []
    for path in sorted(_UI.rglob("*.py")):
        # Their tables are marked for translation, entry by entry.
        if path.name in {"texts.py", "figure_names.py", "lack_words.py", "i18n.py"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                literal = all(isinstance(each, ast.Constant) for each in node.args)
                if not literal:
                    faults.append(f"{path.name}:{node.lineno}: only literals are found by lupdate")
    assert faults == []


def test_no_translation_hides_inside_an_f_string() -> None:
    faults = [
        f"{path.name}:{node.lineno}: lupdate does not look into f-strings"
        for path in sorted(_UI.rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate"
    ]
    assert faults == []


def test_translations_are_complete_and_current() -> None:
    assert translations.check() == []
