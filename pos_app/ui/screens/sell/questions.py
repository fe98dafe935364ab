"""What head office is asked for a basket: the counter goes on meanwhile, and may go on without an answer."""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.basket_model import Basket

Asked = Literal["member", "coupon"]


@dataclass(slots=True, eq=False)
class Question:
    """One thing that could still change what is to pay; an answer that nobody wants changes nothing."""

    kind: Asked
    basket: Basket
    is_wanted: bool = True


class Questions:
    """The open questions, the oldest first."""

    def __init__(self) -> None:
        self._open: list[Question] = []

    def begin(self, kind: Asked, basket: Basket) -> Question:
        """Note a question for a basket."""
        question = Question(kind, basket)
        self._open.append(question)
        return question

    def end(self, question: Question) -> bool:
        """Note its answer; return whether it is still wanted."""
        if question in self._open:
            self._open.remove(question)
        return question.is_wanted

    def drop(self, kind: Asked) -> None:
        """Want no answer of a kind any more."""
        for question in [each for each in self._open if each.kind == kind]:
            question.is_wanted = False
            self._open.remove(question)

    def pending(self, basket: Basket) -> Asked | Literal[""]:
        """Return what is asked for this basket; of several things the newest."""
        kinds = [each.kind for each in self._open if each.basket.basket_id == basket.basket_id]
        return kinds[-1] if kinds else ""
