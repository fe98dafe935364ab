"""The till's window as hands and eyes know it."""

from pos_app.tour.till import PATIENCE_S, Disagreement, PlayedTill

GLANCE_S = 5.0
"""How long a figure may take to become what it should be."""


class Window:
    """The verbs of a step; each is carried out by the player inside the till."""

    def __init__(self, till: PlayedTill) -> None:
        self._till = till

    def do(self, act: str, **arguments: object) -> object:
        """Give the player one instruction."""
        return self._till.ask(act, PATIENCE_S, **arguments)

    def touch(self, *names: str) -> None:
        """Touch widgets one after the other."""
        for name in names:
            self.do("touch", name=name)

    def scan(self, text: str) -> None:
        """Scan a code."""
        self.do("scan", text=text)

    def type(self, text: str) -> None:
        """Type by hand."""
        self.do("type", text=text)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.do("keys", keys=key)

    def key_in(self, pad: str, minor: int) -> None:
        """Touch the keys of a number pad for an amount of two decimals."""
        text = f"{minor // 100}.{minor % 100:02d}".removesuffix(".00")
        self.touch(*(f"{pad}_{'dot' if each == '.' else each}" for each in text))

    def look(self, name: str, **wanted: object) -> str:
        """Return what a widget says once it says what is wanted."""
        return str(self.do("look", name=name, **wanted))

    def seen(self, name: str, **wanted: object) -> str:
        """Return what a widget says; wait a little for what is wanted, and return what is there if not."""
        try:
            return str(self._till.ask("look", GLANCE_S, name=name, **wanted))
        except Disagreement:
            return str(self._till.ask("look", name=name))

    def figure(self, name: str, expected: int) -> int | None:
        """Return the amount that a widget shows in minor units; wait a little for the expected one."""
        text = self.seen(name, figure=expected)
        digits = "".join(each for each in text if each in "0123456789")
        sign = -1 if any(minus in text for minus in "-−") else 1
        return sign * int(digits) if digits else None

    def says(self, name: str, text: str) -> bool:
        """Return whether a widget says ``text``; wait a little for it."""
        return text in self.seen(name, has=text)

    def is_there(self, prefix: str) -> bool:
        """Return whether a widget whose name begins so can be seen now."""
        return bool(self.do("names", prefix=prefix))
