"""What all messages share: frozen, strict, and nothing unknown in them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MAX_SAFE_INT = 2**53 - 1
"""The largest integer that every JSON reader keeps exact."""

Minor = Annotated[int, Field(ge=-MAX_SAFE_INT, le=MAX_SAFE_INT)]
"""An amount in minor units of the message's currency."""

Milli = Annotated[int, Field(ge=-MAX_SAFE_INT, le=MAX_SAFE_INT)]
"""A quantity in thousandths of a piece or of a kilogram."""

Millis = Annotated[int, Field(ge=0, le=MAX_SAFE_INT)]
"""A UTC time in milliseconds since 1970."""

_NO_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no zero character in a text, and nobody means one."""

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=_NO_NUL)]
"""An identifier; opaque."""

Text = Annotated[str, Field(max_length=500, pattern=_NO_NUL)]
"""Something that people read."""

HexText = Annotated[str, Field(pattern=r"^[0-9a-f]*$", max_length=4096)]
"""Bytes as lower-case hexadecimal digits."""


class Message(BaseModel):
    """A message or a part of one; immutable, and strict about types and names."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Names(Message):
    """A name in the three languages of the product."""

    zh_hans: Text
    zh_hant: Text
    en: Text

    def in_language(self, language: str) -> str:
        """Return the name for ``zh-Hans``, ``zh-Hant`` or ``en``; English for anything else."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant}.get(language, self.en)
