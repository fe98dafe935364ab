"""Tries attacks on the product: on the reader of codes, and at the till's own doors with its real files."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.redeem_coupon import RedeemCoupon
from retail_core.codes.code_time import check_time
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import sign_key_list
from retail_core.codes.pq1 import read
from retail_core.codes.scan import ScanRouter, SignedText
from tests.attacks import encoding as pq1
from tests.attacks.making import NOW_S, TENANT, Attack, Maker, key_list
from tests.attacks.ways import WAYS, attacks
from tests.till_shop import ROOT_SEED, Till, open_shop, store_page

_MOST_KEPT = 20
_FORMLESS = frozenset({"code.not_digits", "code.length", "code.unknown_prefix"})
"""Reasons that show before anything is decoded: such a text is no signed code to the scan router."""

_SAID = {
    "code.too_large": "forged",
    "code.type": "forged",
    "code.field": "forged",
    "code.forged": "forged",
    "code.tenant": "foreign",
    "code.unknown_key": "unknown_key",
    "code.key_period": "unknown_key",
    "code.expired": "expired",
    "code.too_early": "too_early",
    "code.used": "used",
}
"""What a person is told: four words are enough for whatever is wrong inside a code."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is tried; one in ``door_every`` also at the till's doors, each ``good_every`` a good code."""

    codes: int
    door_every: int = 4
    good_every: int = 50
    seed: int = 20_261_122


CI = Setting(10_000)
FULL = Setting(200_000)


@dataclass(slots=True)
class Outcome:
    """What became of the attacks. ``seconds`` are those of each refusal, by the reader alone."""

    tried: Counter[str] = field(default_factory=Counter)
    at_doors: int = 0
    good: int = 0
    accepted: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """The first of what is wrong; nothing when all is well."""
        return [*self.accepted, *self.wrong][:_MOST_KEPT]

    def note(self, attack: Attack, got: str, *, where: str, expected: str) -> None:
        """Keep what is not as it should be; never the text itself."""
        if not got:
            self.accepted.append(f"{attack.way}: accepted {where}, expected {expected}")
        elif got != expected:
            self.wrong.append(f"{attack.way}: {got} {where}, expected {expected}")


Reader = Callable[[str], str]


def reader() -> Reader:
    """Return what says why a text is refused, or ``""``: the product's reader and its times."""
    keys = key_list()

    def reason(text: str) -> str:
        try:
            check_time(read(text, keys=keys, tenant=TENANT, now_s=NOW_S), now_s=NOW_S)
        except CodeError as error:
            return error.code
        return ""

    return reason


class Doors:
    """A till that holds the keys of the attacks: what becomes of a scanned text there."""

    def __init__(self, till: Till) -> None:
        self._till = till
        self._router = ScanRouter()
        self._member = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
        self._coupon = RedeemCoupon(store=till.store, api=till.api, prices=till.prices, clock=till.clock)
        self._pickup = HandOverOrder(store=till.store, clock=till.clock, ids=till.ids, events=till.events)

    def take(self, text: str) -> str:
        """Return the code of the refusal, or ``""`` for a member who is let in."""
        meaning = self._router.meaning(text, step="sell")
        if not isinstance(meaning, SignedText):
            return "no signed code"
        try:
            if meaning.kind == "member":
                self._member.by_code(text)
                return ""
            if meaning.kind == "coupon":
                return self._redeemed(text)
            self._pickup.by_code(text)
        except RuleError as error:
            return error.code
        return ""

    def _redeemed(self, text: str) -> str:
        """The server would say yes to everything: nothing but a good code may be asked for."""
        api = self._till.api
        asked = len(api.holds)
        answer = self._coupon(Basket("b1", "CNY"), text)
        return answer.reason if len(api.holds) == asked else ""

    @staticmethod
    def expected(attack: Attack) -> str:
        """Return the code with which a till must refuse an attack."""
        if attack.reason in _FORMLESS:
            return "no signed code"
        said = _SAID[attack.reason]
        if attack.text.startswith(pq1.COUPON.prefix):
            # A coupon has words of its own for its times.
            return f"coupon.{said}" if said in {"expired", "too_early"} else f"coupon.code_{said}"
        if attack.text.startswith(pq1.PICKUP.prefix):
            # "Collected yesterday" helps more than "expired": the order is looked for first.
            return "order.unknown" if said == "expired" else f"pickup.code_{said}"
        return f"member.code_{said}"


@contextmanager
def doors(folder: Path) -> Iterator[Doors]:
    """Open a till whose server says yes to everything, with the keys of the attacks."""
    with open_shop(folder) as till:
        till.api.online = True
        signed = sign_key_list(key_list(), ROOT_SEED)
        doc: dict[str, object] = {"version": 3, "document": signed.document, "signature": signed.signature}
        taken = till.data.feed_sink.apply_store_page(
            store_page(("keys", "list", doc)), now_ms=till.clock.now_ms()
        )
        assert not taken.refused, taken.refused
        yield Doors(till)


def run(setting: Setting, at_doors: Doors, *, read_code: Reader | None = None) -> Outcome:
    """Try everything of a setting; ``read_code`` stands in for the product's reader in a canary."""
    outcome = Outcome()
    reason = read_code or reader()
    maker = Maker(setting.seed)
    ways = len(WAYS)
    for number, attack in enumerate(attacks(maker, setting.codes)):
        outcome.tried[attack.way] += 1
        if attack.again:
            _try_again(attack, at_doors, outcome)
            continue
        began = time.perf_counter()
        got = reason(attack.text)
        outcome.seconds.append(time.perf_counter() - began)
        outcome.note(attack, got, where="by the reader", expected=attack.reason)
        # Whole rounds of all ways, so that every way comes to the doors.
        if number // ways % setting.door_every == 0:
            outcome.at_doors += 1
            outcome.note(
                attack, at_doors.take(attack.text), where="at the till", expected=Doors.expected(attack)
            )
        if number % setting.good_every == 0:
            _try_good(maker.good(), reason, outcome)
    return outcome


def _try_again(attack: Attack, at_doors: Doors, outcome: Outcome) -> None:
    """Show a code twice: the first time it is good."""
    outcome.at_doors += 2
    first = at_doors.take(attack.text)
    if first:
        outcome.wrong.append(f"{attack.way}: {first} at the till the first time")
    outcome.note(attack, at_doors.take(attack.text), where="at the till", expected=Doors.expected(attack))


def _try_good(text: str, reason: Reader, outcome: Outcome) -> None:
    outcome.good += 1
    got = reason(text)
    if got:
        outcome.wrong.append(f"a good code: {got} by the reader")
