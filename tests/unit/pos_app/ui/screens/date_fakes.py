"""A stand-in for what the dates of goods mean today."""


class FakeDates:
    """What dates mean on the day of the fakes' clock."""

    def __init__(self) -> None:
        self.offered: dict[str, int] = {}
        self.over: set[str] = set()

    def today(self) -> str:
        return "2026-11-22"

    def offered_bp(self, expires: str) -> int:
        return self.offered.get(expires, 0)

    def is_all_over(self, product_id: str) -> bool:
        return product_id in self.over
