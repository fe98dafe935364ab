"""A provider that is asked over HTTP; what is not certain becomes ``unknown``, never a guess."""

import logging
from urllib.parse import urlsplit

import requests
from pydantic import BaseModel, TypeAdapter, ValidationError
from requests.adapters import HTTPAdapter
from urllib3.exceptions import MaxRetryError, NewConnectionError

from pos_app.services.errors import DeviceError
from pos_app.services.payment_ports import AnswerState, ChargeOrder, ListedOrder, PaymentAnswer, RefundOrder

CONNECT_S = 3.0
READ_S = 5.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_REASONS = {
    "not_enough_money": "payment.not_enough_money",
    "code_used": "payment.code_used",
    "said_no": "payment.said_no",
    "cancelled": "payment.cancelled",
    "never_arrived": "payment.never_arrived",
}
_STATES: dict[str, AnswerState] = {
    "pending": "pending",
    "approved": "approved",
    "declined": "declined",
    "cancelled": "cancelled",
}
_NO_ANSWER = PaymentAnswer("unknown", "payment.no_answer")
_NOT_SENT = PaymentAnswer("declined", "payment.not_sent")

_log = logging.getLogger(__name__)


class _Told(BaseModel):
    """A provider's answer, as far as a till needs it."""

    state: str
    reason: str = ""
    reference: str = ""


class _Listed(BaseModel):
    """An order on a provider's list; what did not move has the amount 0, what went back is below zero."""

    order_no: str
    moved_minor: int


_LIST = TypeAdapter(tuple[_Listed, ...])


class HttpProvider:
    """Speaks to one provider; used by one lane."""

    def __init__(
        self, address: str, *, terminal: str, name: str = "simulated", timeout_s: float = READ_S
    ) -> None:
        """Remember where the provider is.

        Args:
            address: ``https://host[:port]``; plain http to this machine only.
            terminal: What this till is called there; its list holds the orders of this name.
            name: What the provider is called on tenders.
            timeout_s: How long an answer may take.

        Raises:
            DeviceError: ``payment.address_invalid`` or ``payment.plain_http``.
        """
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise DeviceError("payment.address_invalid", address)
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise DeviceError("payment.plain_http", address)
        self._base = address.rstrip("/")
        self._name = name
        self._terminal = terminal
        self._timeout = (CONNECT_S, timeout_s)
        self._session = requests.Session()
        # A proxy of the environment must not see what is charged.
        self._session.trust_env = False
        # A connection that was kept may be dead: then nobody knows whether an order arrived.
        self._session.headers["Connection"] = "close"
        for scheme in ("http://", "https://"):
            # Nothing is repeated behind the till's back: it asks, it does not charge again.
            self._session.mount(scheme, HTTPAdapter(max_retries=0))

    @property
    def name(self) -> str:
        return self._name

    @property
    def address(self) -> str:
        return self._base

    def charge(self, order: ChargeOrder) -> PaymentAnswer:
        body = {
            "order_no": order.order_no,
            "terminal": self._terminal,
            "amount_minor": order.amount.minor,
            "currency": order.amount.currency,
            "code": order.code,
        }
        return self._send(
            "POST", "/v1/charges", body=body, refused=PaymentAnswer("declined", "payment.refused")
        )

    def ask(self, order_no: str) -> PaymentAnswer:
        return self._send("GET", f"/v1/charges/{order_no}", refused=PaymentAnswer("absent"))

    def cancel(self, order_no: str) -> PaymentAnswer:
        return self._send("POST", f"/v1/charges/{order_no}/cancel", body={}, refused=_NO_ANSWER)

    def refund(self, order: RefundOrder) -> PaymentAnswer:
        body = {
            "refund_no": order.order_no,
            "terminal": self._terminal,
            "reference": order.reference,
            "amount_minor": order.amount.minor,
        }
        refused = PaymentAnswer("declined", "payment.refund_refused")
        answer = self._send("POST", "/v1/refunds", body=body, refused=refused)
        # The order is the same one as before, so a refund that never left may be sent again as it is.
        return PaymentAnswer("unknown", "payment.not_sent") if answer is _NOT_SENT else answer

    def listed(self, from_ms: int) -> tuple[ListedOrder, ...] | None:
        asked = {"terminal": self._terminal, "from_ms": str(from_ms)}
        try:
            response = self._session.get(
                f"{self._base}/v1/orders", params=asked, timeout=self._timeout, allow_redirects=False
            )
            if response.status_code != requests.codes.ok:
                return None
            return tuple(
                ListedOrder(each.order_no, each.moved_minor) for each in _LIST.validate_json(response.content)
            )
        except (requests.RequestException, ValidationError) as error:
            _log.info("payment provider: no list: %s", type(error).__name__)
            return None

    def probe(self) -> bool:
        try:
            response = self._session.get(f"{self._base}/health", timeout=self._timeout, allow_redirects=False)
        except requests.RequestException:
            return False
        return bool(response.status_code == requests.codes.ok)

    def _send(
        self, method: str, path: str, *, refused: PaymentAnswer, body: dict[str, object] | None = None
    ) -> PaymentAnswer:
        """Return the provider's word; ``refused`` is what a status of 400 to 499 means for this request."""
        try:
            response = self._session.request(
                method, self._base + path, json=body, timeout=self._timeout, allow_redirects=False
            )
        except requests.RequestException as error:
            _log.info("payment provider: %s %s: %s", method, path, type(error).__name__)
            return _NOT_SENT if _never_left(error) and method == "POST" else _NO_ANSWER
        if requests.codes.bad_request <= response.status_code < requests.codes.internal_server_error:
            return refused
        if response.status_code != requests.codes.ok:
            return _NO_ANSWER
        return _read(response)


def _never_left(error: requests.RequestException) -> bool:
    """Return whether no connection was made, so that not a byte was sent."""
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)


def _read(response: requests.Response) -> PaymentAnswer:
    try:
        told = _Told.model_validate_json(response.content)
    except ValidationError:
        return PaymentAnswer("unknown", "payment.unreadable")
    state = _STATES.get(told.state)
    if state is None:
        return PaymentAnswer("unknown", "payment.unreadable")
    code = _REASONS.get(told.reason, "payment.declined") if state in {"declined", "cancelled"} else ""
    return PaymentAnswer(state, code, told.reference)
