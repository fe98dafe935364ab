"""Find the member of a customer: by rotating code, printed card, or full phone number."""

from pos_app.services.basket_model import AttachedMember
from pos_app.services.ports import CentralApi, Clock, Store


class AttachMember:
    """Returns who the customer is; the screen puts the answer onto the basket."""

    def __init__(self, *, store: Store, api: CentralApi, clock: Clock) -> None:
        self._store = store
        self._api = api
        self._clock = clock

    def by_code(self, text: str) -> AttachedMember:
        """Read a member code offline; an unknown alias still gets tier price and points. Storage lane.

        Raises:
            RuleError: ``member.code_<reason>``: ``forged``, ``expired``, ``too_early``, ``used``,
                ``unknown_key``, ``no_keys``, ``foreign`` (another shop), ``revoked``.
        """
        raise NotImplementedError

    def by_phone(self, digits: str) -> AttachedMember:
        """Look a full phone number up, here first and then at the server. Interactive network lane.

        Raises:
            RuleError: ``member.phone_incomplete``, ``member.unknown``.
            Unreachable: Not known here, and the server cannot be asked now.
        """
        raise NotImplementedError
