"""What the sign-in screen shows."""

from dataclasses import dataclass

from pos_app.services.records import StaffTile


@dataclass(frozen=True, slots=True)
class Message:
    """A refusal as a code with its arguments; the view's text table makes a sentence of it."""

    code: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class SignInState:
    """The people, who of them was chosen, and what went wrong."""

    store_name: str = ""
    till: str = ""
    staff: tuple[StaffTile, ...] = ()
    chosen: StaffTile | None = None
    busy: bool = False
    loaded: bool = False
    message: Message | None = None
