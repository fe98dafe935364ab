"""Join a store: make the device key, redeem the one-time code, write the first entry."""

from pos_app.services.ports import Clock, EnrolmentApi, Ids, Store
from pos_app.services.records import Terminal


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
        raise NotImplementedError
