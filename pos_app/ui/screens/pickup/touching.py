"""Letters and digits for hands that hold nothing: the shelf of an order, the digits that a customer says."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.ui.screens.pickup.parts import Host
from pos_app.ui.screens.pickup.state import KeysForm, KeysOf

MOST_SHELF = 20
PHONE_DIGITS = 4


class Touching:
    """The part of the presenter that writes by touch."""

    def __init__(self, host: Host, *, identify: Callable[[str, str], None]) -> None:
        self._host = host
        self._identify = identify

    def open(self, of: KeysOf) -> None:
        """Show the keys for a field."""
        self._host.show(replace(self._host.read().over("keys"), keys=KeysForm(of)))

    def press(self, key: str) -> None:
        """Add a letter or a digit, or take the last one away with ``back``."""
        state = self._host.read()
        most = MOST_SHELF if state.keys.of == "shelf" else PHONE_DIGITS
        text = state.keys.text[:-1] if key == "back" else (state.keys.text + key)[:most]
        self._host.show(replace(state, keys=replace(state.keys, text=text), message=None))

    def say_name(self, said: bool) -> None:
        """The customer says the name that the order shows, or not."""
        state = self._host.read()
        self._host.show(replace(state, keys=replace(state.keys, name_said=said), message=None))

    def done(self) -> None:
        """Take what was written: it is the shelf, or it is checked."""
        state = self._host.read()
        keys, order = state.keys, state.order
        below = state.down()
        if keys.of == "shelf":
            self._host.show(replace(below, touched_shelf=keys.text))
        elif order is not None:
            self._host.show(below)
            self._identify(keys.text, order.masked_name.rstrip("*") if keys.name_said else "")
