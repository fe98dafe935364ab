"""Top up a member's balance: money is paid in, the store may add a bonus; a document of its own, no sale.

Source: docs/rules/stored-value.md, "A top-up".
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.services import rights
from pos_app.services.balance_model import ToppedUp
from pos_app.services.basket_model import AttachedMember
from pos_app.services.documents import document_to_json
from pos_app.services.drawer_pulse import Opening, order_pulse
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, SpoolChanged
from pos_app.services.identity import drawer_of, receipt_prefix, terminal_of
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.sale_fact import person_of
from pos_app.services.tendering import Settlement, TenderInput, settle, stated
from pos_app.services.top_up_slip import compose_top_up_slip
from pos_app.services.write_fact import write_fact
from retail_core.money import Money
from retail_core.stored_value import TopUpOffer, ValueTerms
from retail_core.wire import facts

if TYPE_CHECKING:
    from retail_core.journal import Entry


def _always() -> None:
    """Nothing speaks against it."""


class TopUp:
    """Takes money for a balance; on the storage lane."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        ids: Ids,
        events: EventBus,
        texts: ReceiptTexts,
        profile: StoreProfile,
    ) -> None:
        """Keep what a top-up needs; ``profile`` has the store's terms."""
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events
        self._texts = texts
        self._profile = profile
        self._may_take: Callable[[], None] = _always

    def ask_before_money(self, may_take: Callable[[], None]) -> None:
        """Let ``may_take`` raise a ``RuleError`` while the till's own files could not take it down."""
        self._may_take = may_take

    @property
    def terms(self) -> ValueTerms | None:
        """What can be topped up, ``None`` in a store without balances."""
        return self._profile.stored_value

    def begin(self) -> str:
        """Return the id of a top-up that is about to be made; with it, it is made once."""
        return self._ids.new_id()

    def __call__(
        self,
        actor: Actor,
        member: AttachedMember,
        *,
        top_up_id: str,
        offer: TopUpOffer,
        tender: TenderInput,
    ) -> ToppedUp:
        """Write what was paid in; right ``sell``.

        Raises:
            InsufficientTender: The money does not reach what the offer asks.
            RuleError: ``right.missing``, ``top_up.not_offered``, ``top_up.already_done``,
                ``shift.none_open``, ``disk.full`` and the like, or another code of
                :func:`pos_app.services.tendering.settle`.
        """
        rights.require(actor.rights, rights.SELL)
        terms = self.terms
        if terms is None or offer not in terms.offers:
            raise RuleError("top_up.not_offered")
        if tender.kind not in {"cash", "external"}:
            raise RuleError("tender.not_offered", tender.kind)
        if tender.kind == "cash":
            self._may_take()
        total = Money(offer.pay_minor, self._profile.currency)
        settlement = settle(total, [tender], terms=self._profile.tender_terms)
        with self._store.write() as work:
            if work.balances.is_topped_up(top_up_id):
                raise RuleError("top_up.already_done")
            body, entry = self._write(
                work, actor, member=member, top_up_id=top_up_id, paid=(offer, settlement)
            )
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(SpoolChanged())
        return ToppedUp(
            body.number,
            total,
            Money(body.bonus_minor, total.currency),
            Money(settlement.change_minor, total.currency),
        )

    def _write(
        self,
        work: UnitOfWork,
        actor: Actor,
        *,
        member: AttachedMember,
        top_up_id: str,
        paid: tuple[TopUpOffer, Settlement],
    ) -> tuple[facts.BalanceToppedUp, Entry]:
        offer, settlement = paid
        terminal, shift = terminal_of(work), drawer_of(work, actor)
        slip_seq = work.balances.next_slip_seq(terminal.incarnation)
        terms = self.terms
        assert terms is not None, "an offer was chosen"
        body = facts.BalanceToppedUp(
            top_up_id=top_up_id,
            number=f"{receipt_prefix(terminal)}-V{slip_seq:06d}",
            shift_id=shift.shift_id,
            business_day=shift.business_day,
            currency=shift.currency,
            principal_minor=offer.pay_minor,
            bonus_minor=offer.bonus_minor,
            rounding_minor=settlement.rounding_minor,
            tenders=stated(settlement),
            spend=terms.spend,
        )
        person = person_of(member)
        assert person is not None, "somebody is attached"
        entry = write_fact(
            work,
            self._clock,
            kind=facts.BALANCE_TOPPED_UP,
            actor=actor.staff_id,
            body=body,
            personal=person,
        )
        work.balances.add_top_up(body, person, entry=entry, slip_seq=slip_seq)
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=actor.name,
            wall_ms=entry.wall_ms,
            entry_hash=entry.hash,
        )
        slip = compose_top_up_slip(body, context, texts=self._texts, person=person)
        text = json.dumps(document_to_json(slip), ensure_ascii=False)
        work.spool.add("document", text, reference=body.number, written_ms=entry.wall_ms)
        if any(part.kind == "cash" for part in body.tenders):
            opening = Opening(actor.staff_id, body.shift_id, "top_up", body.number)
            order_pulse(work, opening, written_ms=entry.wall_ms)
        return body, entry
