"""Join a store: make the device key, redeem the one-time code, write the first entry."""

from pos_app.services.errors import RuleError
from pos_app.services.ports import Clock, EnrolmentApi, Ids, Store
from pos_app.services.records import Terminal
from pos_app.services.store_card import profile_of
from pos_app.services.write_fact import TILL_ACTOR, write_fact
from retail_core.journal import public_key_of
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from retail_core.wire.facts import TILL_ENROLLED, TillEnrolled

_SEED_BYTES = 32


class EnrolTill:
    """Joins a store; needs the network once."""

    def __init__(self, *, store: Store, api: EnrolmentApi, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._api = api
        self._clock = clock
        self._ids = ids

    def __call__(self, *, url: str, code: str, device_name: str, app_version: str) -> Terminal:
        """Redeem ``code`` at ``url`` and keep the identity; the journal then starts with ``till.enrolled``.

        Raises:
            RuleError: ``till.already_enrolled``.
            Unreachable: Nobody answered at ``url``.
            Rejected: The code is wrong, used or expired.
        """
        with self._store.read() as work:
            if work.terminal.get() is not None:
                raise RuleError("till.already_enrolled")
        seed = self._ids.secret(_SEED_BYTES)
        public_key = public_key_of(seed).hex()
        request = EnrolRequest(
            code=code.strip().upper(),
            device_public_key=public_key,
            app_version=app_version,
            device_name=device_name,
        )
        reply = self._api.enrol(url, request)
        terminal = _terminal(reply, url=url, enrolled_ms=self._clock.now_ms())
        with self._store.write() as work:
            work.terminal.put(terminal, seed)
            write_fact(
                work,
                self._clock,
                kind=TILL_ENROLLED,
                actor=TILL_ACTOR,
                body=TillEnrolled(
                    store=reply.store.store_id, app_version=app_version, device_public_key=public_key
                ),
            )
        return terminal


def _terminal(reply: EnrolReply, *, url: str, enrolled_ms: int) -> Terminal:
    return Terminal(
        terminal=reply.terminal,
        label=reply.terminal_label,
        incarnation=reply.incarnation,
        key_id=reply.key_id,
        tenant=reply.tenant,
        tenant_name=reply.tenant_name,
        url=url,
        store=profile_of(reply.store),
        root_public_key=bytes.fromhex(reply.root_public_key),
        phone_mac_key=bytes.fromhex(reply.phone_mac_key),
        enrolled_ms=enrolled_ms,
    )
