"""Chance from a seed: every stream of random numbers has a name; the product's secrets are one of them."""

import random
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_HEX_BYTES = 32


class Chance:
    """One stream of chances; another name gives another stream."""

    def __init__(self, seed: int | str, *names: object) -> None:
        self._seed = ":".join(str(part) for part in (seed, *names))
        self._random = random.Random(self._seed)  # noqa: S311 - a run has to be the same again

    def stream(self, *names: object) -> "Chance":
        """Return a stream of its own, which the use of this one does not move."""
        return Chance(self._seed, *names)

    def happens(self, share: float) -> bool:
        """Return whether something that happens in ``share`` of all cases happens now."""
        return self._random.random() < share

    def number(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return self._random.randint(least, most)

    def about(self, mean: float) -> int:
        """Return a waiting time that is ``mean`` on average; most are shorter, a few much longer."""
        return int(self._random.expovariate(1 / mean))

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of ``things``, each as likely."""
        return things[self._random.randrange(len(things))]

    def some_of(self, things: Sequence[T], most: int) -> list[T]:
        """Return up to ``most`` different ones of ``things``, at least one."""
        return self._random.sample(list(things), self._random.randint(1, min(most, len(things))))

    def pick(self, weights: dict[T, float]) -> T:
        """Return one of the keys, as likely as its weight says."""
        return self._random.choices(list(weights), weights=list(weights.values()))[0]

    def share(self) -> float:
        """Return a number from 0 up to 1."""
        return self._random.random()

    def bytes(self, size: int) -> bytes:
        """Return random bytes."""
        return self._random.randbytes(size)


@contextmanager
def seeded_secrets(chance: Chance) -> Iterator[None]:
    """Let ``secrets`` answer from ``chance``: ids, nonces, keys and jitter are then part of the seed."""
    before = {name: getattr(secrets, name) for name in _SEEDED}
    for name, make in _SEEDED.items():
        setattr(secrets, name, make(chance))
    try:
        yield
    finally:
        for name, original in before.items():
            setattr(secrets, name, original)


def _bytes(chance: Chance) -> Callable[..., object]:
    return lambda size=_HEX_BYTES: chance.bytes(size)


def _hex(chance: Chance) -> Callable[..., object]:
    return lambda size=_HEX_BYTES: chance.bytes(size).hex()


_SEEDED: dict[str, Callable[[Chance], Callable[..., object]]] = {
    "token_bytes": _bytes,
    "token_hex": _hex,
    "token_urlsafe": _hex,
    "randbelow": lambda chance: lambda end: chance.number(0, end - 1),
    "randbits": lambda chance: lambda bits: chance.number(0, (1 << bits) - 1),
    "choice": lambda chance: chance.one_of,
}
"""Every function of ``secrets`` that the product calls, and what answers instead."""
