"""A till without a window: it makes facts, chains them, and signs batches."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from retail_core.journal import Draft, Entry, append, genesis, public_key_of, sign_head
from retail_core.returns.document import tax_table
from retail_core.returns.facts import refund_of, returned_of, sold_of
from retail_core.returns.model import ComesBack, Part, Terms
from retail_core.returns.refund import take_back
from retail_core.wire.base import Message
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from retail_core.wire.facts import Fiscal, SaleCompleted, SaleLine, TaxRow, Tender
from retail_core.wire.journal import JournalBatch, WireEntry

SEED = bytes(range(32))
SALT = "5a" * 16
SOLD_MS = 1_764_000_000_000


class FakeTill:
    """The journal of one incarnation of one till."""

    def __init__(self, terminal: str = "S01-T01", *, seed: bytes = SEED, incarnation: int = 1) -> None:
        self.seed = seed
        self.terminal = terminal
        self.incarnation = incarnation
        self.head = genesis(terminal, incarnation)

    @property
    def public_key(self) -> str:
        return public_key_of(self.seed).hex()

    def enrol_request(self, code: str) -> EnrolRequest:
        return EnrolRequest(
            code=code, device_public_key=self.public_key, app_version="0.1.0", device_name="counter"
        )

    def joined(self, reply: EnrolReply) -> None:
        self.terminal, self.incarnation = reply.terminal, reply.incarnation
        self.head = genesis(self.terminal, self.incarnation)

    def state(
        self,
        kind: str,
        body: Message | Mapping[str, object],
        *,
        person: Message | None = None,
        version: int = 1,
        entry_id: str | None = None,
        wall_ms: int | None = None,
    ) -> Entry:
        """Chain one more fact."""
        plain = body.model_dump(mode="json") if isinstance(body, Message) else body
        draft = Draft(
            type=kind,
            version=version,
            wall_ms=SOLD_MS + self.head.seq if wall_ms is None else wall_ms,
            mono_ms=1_000 + self.head.seq,
            actor="st-lin",
            body=plain,
            personal=None if person is None else person.model_dump(mode="json"),
        )
        name = entry_id or f"{self.terminal}-{self.incarnation}-{self.head.seq + 1}"
        entry = append(self.head, draft, entry_id=name, salt=SALT if person else None)
        self.head = entry.head
        return entry

    def batch(self, entries: Sequence[Entry], /, **changed: Any) -> JournalBatch:
        """Return a signed batch of consecutive entries."""
        last = entries[-1]
        values = {
            "terminal": self.terminal,
            "incarnation": self.incarnation,
            "first_seq": entries[0].seq,
            "entries": tuple(wire(entry) for entry in entries),
            "head_signature": sign_head(last.head, self.seed),
        }
        return JournalBatch(**{**values, **changed})


def wire(entry: Entry) -> WireEntry:
    """Return an entry as it travels."""
    names = WireEntry.model_fields
    values = {name: getattr(entry, name) for name in names}
    values["body"] = dict(entry.body)
    values["personal"] = None if entry.personal is None else dict(entry.personal)
    return WireEntry.model_validate(values)


def line(
    line_id: str = "1", *, product_id: str | None = "p-milk", qty_milli: int = 2_000, unit_minor: int = 650
) -> SaleLine:
    """Return a sold line without discounts: 2 x 6.50 unless said otherwise, taxed at 13 % inclusive."""
    total_minor = qty_milli * unit_minor // 1_000
    net_minor = round(total_minor * 10_000 / 11_300)
    return SaleLine(
        line_id=line_id,
        product_id=product_id,
        code="6901234567892",
        name="纯牛奶 250ml",
        category_id="dairy",
        qty_milli=qty_milli,
        sold_by="piece",
        unit_price_minor=unit_minor,
        list_minor=total_minor,
        discounts=(),
        total_minor=total_minor,
        net_minor=net_minor,
        tax_minor=total_minor - net_minor,
        tax_rate_bp=1_300,
    )


def sale(sale_id: str = "sale-1", *lines: SaleLine, number: int = 1, **changed: Any) -> SaleCompleted:
    """Return a sale that was paid in cash, exactly."""
    sold = lines or (line(),)
    total_minor = sum(item.total_minor for item in sold)
    net_minor = sum(item.net_minor for item in sold)
    values: dict[str, Any] = {
        "sale_id": sale_id,
        "receipt_number": f"S01-T01-{number:06d}",
        "shift_id": "shift-1",
        "business_day": "2025-11-24",
        "currency": "CNY",
        "catalog_version": "v1",
        "prices_include_tax": True,
        "lines": sold,
        "list_minor": total_minor,
        "discount_minor": 0,
        "total_minor": total_minor,
        "rounding_minor": 0,
        "tax": (
            TaxRow(
                rate_bp=1_300, net_minor=net_minor, tax_minor=total_minor - net_minor, gross_minor=total_minor
            ),
        ),
        "tenders": (
            Tender(kind="cash", amount_minor=total_minor, tendered_minor=total_minor, change_minor=0),
        ),
        "coupons": (),
        "member_tier": None,
        "points_earned": 0,
        "removed": (),
        "fiscal": Fiscal(provider="null", state="none", data={}),
    }
    return SaleCompleted(**{**values, **changed})


def returned(
    of: SaleCompleted,
    *earlier: SaleCompleted,
    pieces: int,
    number: int,
    line_id: str = "1",
    restock: bool = True,
    **changed: Any,
) -> SaleCompleted:
    """Return the document that takes pieces of ``of`` back, for cash, after ``earlier`` ones."""
    before = [refund_of(back) for document in earlier for back in document.returned]
    wanted = [ComesBack(f"b{number}", line_id, pieces * 1_000, "changed_mind", restock)]
    refund = take_back(sold_of(of), before, wanted=wanted, terms=Terms("claw_back", "2025-11-24", 0))
    minor = refund.total_minor
    parts = (Part("cash", None, "", minor, 0, "cash", minor),)
    values: dict[str, Any] = {
        "sale_id": f"return-{number}",
        "receipt_number": f"S01-T01-{number:06d}",
        "lines": (),
        "list_minor": 0,
        "discount_minor": 0,
        "points_earned": 0,
        "total_minor": -minor,
        "tax": tuple(
            TaxRow(
                rate_bp=row.rate_bp,
                net_minor=row.net_minor,
                tax_minor=row.tax_minor,
                gross_minor=row.gross_minor,
            )
            for row in tax_table((), [refund])
        ),
        "tenders": (Tender(kind="cash", amount_minor=-minor, tendered_minor=-minor, change_minor=0),),
        "coupons": (),
        "basis": None,
        "returned": (returned_of(replace(refund, parts=parts)),),
    }
    return of.model_copy(update={**values, **changed})
