"""The questions of the counter, and joining a store, over HTTP."""

from collections.abc import Sequence

from pos_app.services.correction_model import Correction
from pos_app.services.proof_model import CodeAnswer, ProofAnswer
from pos_app.services.records import CouponGrant, Member, MemberUse, UnmaskedMember, WalletCoupon
from pos_app.services.return_model import ReceiptAnswer
from pos_app.services.work_list_model import ExceptionItem, ExceptionPage, ExceptionState
from pos_app.sync.http import CentralHttp
from retail_core.proofs import ProofMeans
from retail_core.returns.facts import refund_of, sold_of
from retail_core.wire.counter import (
    CouponHeld,
    CouponHold,
    CouponRelease,
    MemberAdjust,
    MemberAdjusted,
    MemberCodeAsk,
    MemberCodeSent,
    MemberFound,
    MemberLookup,
    MemberProve,
    MemberProven,
    MemberSearch,
    MembersFound,
    MemberUnmask,
    ReceiptFind,
    ReceiptFound,
    Released,
    Unmasked,
    WalletAsk,
    WalletFound,
)
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from retail_core.wire.exceptions import ExceptionList, ExceptionRow, ExceptionSettled, SettleException
from retail_core.wire.feed import MemberDoc

WAIT_S = 3.0
"""A customer is waiting: after this the offline rule decides."""


class HttpCentralApi:
    """Implements :class:`pos_app.services.ports.CentralApi`; runs on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def member_lookup(
        self, *, phone_mac: str | None = None, alias: str | None = None, card_number: str | None = None
    ) -> Member | None:
        question = MemberLookup(phone_mac=phone_mac, alias=alias, card_number=card_number)
        answer = self._http.post("/v1/members/lookup", question, reply=MemberFound, read_s=WAIT_S)
        return None if answer.member is None else _member(answer.member, answer.applied_through)

    def member_search(self, text: str, *, staff_id: str) -> Sequence[Member]:
        question = MemberSearch(text=text, staff_id=staff_id)
        answer = self._http.post("/v1/members/search", question, reply=MembersFound, read_s=WAIT_S)
        return [_member(doc, answer.applied_through) for doc in answer.members]

    def member_unmask(self, member_id: str, *, staff_id: str) -> UnmaskedMember:
        question = MemberUnmask(member_id=member_id, staff_id=staff_id)
        answer = self._http.post("/v1/members/unmask", question, reply=Unmasked, read_s=WAIT_S)
        return UnmaskedMember(answer.name, answer.phone)

    def member_prove(
        self, *, alias: str, sale_id: str, staff_id: str, means: ProofMeans, digits: str
    ) -> ProofAnswer:
        question = MemberProve(alias=alias, sale_id=sale_id, staff_id=staff_id, means=means, digits=digits)
        answer = self._http.post("/v1/members/prove", question, reply=MemberProven, read_s=WAIT_S)
        return ProofAnswer(answer.status, answer.tries_left, answer.wait_ms)

    def member_adjust(
        self, correction: Correction, *, alias: str, staff_id: str, approved_by: str | None
    ) -> Member:
        order = MemberAdjust(
            request_id=correction.request_id,
            alias=alias,
            staff_id=staff_id,
            bucket=correction.bucket,
            amount=correction.amount,
            reason=correction.reason,
            approved_by=approved_by,
        )
        answer = self._http.post("/v1/members/adjust", order, reply=MemberAdjusted, read_s=WAIT_S)
        return _member(answer.member, answer.applied_through)

    def member_message_code(self, *, alias: str, sale_id: str, staff_id: str) -> CodeAnswer:
        ask = MemberCodeAsk(alias=alias, sale_id=sale_id, staff_id=staff_id)
        answer = self._http.post("/v1/members/message-code", ask, reply=MemberCodeSent, read_s=WAIT_S)
        return CodeAnswer(answer.status, answer.phone_last4, answer.wait_ms)

    def coupon_hold(
        self, *, sale_id: str, coupon_id: str | None, short_code: str | None, member_id: str | None
    ) -> CouponGrant:
        question = CouponHold(
            coupon_id=coupon_id, short_code=short_code, sale_id=sale_id, member_id=member_id
        )
        answer = self._http.post("/v1/coupons/hold", question, reply=CouponHeld, read_s=WAIT_S)
        return CouponGrant(
            held=answer.status == "held",
            code=answer.code,
            hold_id=answer.hold_id,
            coupon_id=answer.coupon_id,
            campaign_id=answer.campaign_id,
            value_minor=answer.value_minor,
            expires_ms=answer.expires_ms,
            coupon_expires_ms=answer.coupon_expires_ms,
        )

    def coupon_wallet(self, *, alias: str) -> Sequence[WalletCoupon]:
        question = WalletAsk(alias=alias)
        answer = self._http.post("/v1/coupons/wallet", question, reply=WalletFound, read_s=WAIT_S)
        return [WalletCoupon(**doc.model_dump(exclude={"member_id"})) for doc in answer.coupons]

    def coupon_release(self, *, hold_id: str, sale_id: str) -> None:
        question = CouponRelease(hold_id=hold_id, sale_id=sale_id)
        self._http.post("/v1/coupons/release", question, reply=Released, read_s=WAIT_S)

    def receipt_find(self, receipt_number: str) -> ReceiptAnswer | None:
        question = ReceiptFind(receipt_number=receipt_number)
        answer = self._http.post("/v1/receipts/find", question, reply=ReceiptFound, read_s=WAIT_S)
        if answer.sale is None:
            return None
        return ReceiptAnswer(
            sold=sold_of(answer.sale),
            sold_ms=answer.sold_ms,
            returned=tuple((known.document_id, refund_of(known.receipt)) for known in answer.returned),
        )


class HttpWorkList:
    """Implements :class:`pos_app.services.ports.WorkListApi`; runs on the interactive network lane."""

    def __init__(self, http: CentralHttp) -> None:
        """Ask through ``http``, which no other lane uses."""
        self._http = http

    def exceptions(self, state: ExceptionState, *, after: int) -> ExceptionPage:
        answer = self._http.get(
            "/v1/exceptions", ExceptionList, params={"state": state, "after": str(after)}, read_s=WAIT_S
        )
        items = tuple(_exception(row) for row in answer.rows)
        return ExceptionPage(items, open_count=answer.open, after=answer.next or 0)

    def settle_exception(self, exception_id: int, action: str, *, staff_id: str, note: str) -> ExceptionItem:
        order = SettleException(exception_id=exception_id, action=action, staff_id=staff_id, note=note)
        answer = self._http.post("/v1/exceptions/settle", order, reply=ExceptionSettled, read_s=WAIT_S)
        return _exception(answer.row)


def _member(doc: MemberDoc, applied_through: int) -> Member:
    values = doc.model_dump(exclude={"uses", "merged"})
    return Member(
        **values,
        uses=tuple(MemberUse(**use.model_dump()) for use in doc.uses),
        merged=tuple((each.member_id, each.alias) for each in doc.merged),
        seen_through=applied_through,
    )


def _exception(row: ExceptionRow) -> ExceptionItem:
    return ExceptionItem(
        exception_id=row.exception_id,
        kind=row.kind,
        args={name: value for name, value in row.args.items() if isinstance(value, str | int)},
        till=row.terminal,
        seq=row.seq,
        actor=row.actor,
        happened_ms=row.wall_ms,
        actions=row.actions,
        receipts=row.receipts,
        state=row.state,
        action=row.action,
        note=row.note,
        settled_by=row.settled_by,
        settled_ms=row.done_ms or 0,
    )


class HttpEnrolment:
    """Implements :class:`pos_app.services.ports.EnrolmentApi`."""

    def enrol(self, url: str, request: EnrolRequest) -> EnrolReply:
        return CentralHttp(url, None).post("/v1/enrol", request, reply=EnrolReply)
