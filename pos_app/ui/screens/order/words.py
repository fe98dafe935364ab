"""How places, times and people of an order read."""

from pos_app.services.order_goods_model import Place, PromisedTime
from pos_app.services.records import Product
from pos_app.ui.distances import distance_text
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.moments import moment_text
from pos_app.ui.screens.order.state import BROUGHT, OrderState
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money


class OrderWords:
    """Writes what the screen shows."""

    def __init__(self, formats: Formats, currency: str) -> None:
        """Keep how figures are written."""
        self._formats = formats
        self._currency = currency

    def product(self, product: Product) -> str:
        """Return what is ordered."""
        return self._formats.name(product.names)

    def price(self, product: Product) -> str:
        """Return what a piece costs here; head office says what it costs with offers."""
        each = self._formats.money(Money(product.price_minor, self._currency))
        return translate("Order", "{price} each, before offers").format(price=each)

    def pieces(self, state: OrderState) -> str:
        """Return how many are wanted."""
        return self._formats.number(state.pieces)

    def places(self, state: OrderState) -> list[PickItem]:
        """Return where it can be had, and that it can be brought."""
        if state.offers is None:
            return []
        rows = [
            self._place(place, state, here=number == 0) for number, place in enumerate(state.offers.places)
        ]
        if state.can_be_brought:
            title = translate("Order", "Deliver to an address")
            rows.append(PickItem(BROUGHT, title, translate("Order", "from the nearest store that has it")))
        return rows

    def places_note(self, state: OrderState) -> str:
        """Say how old that is, or why it is not known."""
        if state.asking:
            return translate("Order", "Asking head office where it can be had…")
        if state.offers is None:
            return ""
        when = moment_text(state.offers.asked_ms, state.now_ms, formats=self._formats)
        if not any(state.has_enough(each) for each in state.offers.places):
            return translate("Order", "No store can promise as many, as of {when}.").format(when=when)
        return translate("Order", "As of {when}").format(when=when)

    def times(self, state: OrderState) -> list[PickItem]:
        """Return the times that the chosen store promises."""
        place = state.place
        return [] if place is None else [self._time(each, state.now_ms) for each in place.times]

    def ready(self, state: OrderState) -> str:
        """Say when it would be ready, of a store without times or what is brought."""
        place = state.place
        if state.is_brought:
            return translate("Order", "The store that sends it says when; it stands on the receipt.")
        if place is None:
            return ""
        when = moment_text(place.ready_ms, state.now_ms, formats=self._formats)
        return translate("Order", "Ready about {when} if it is paid now").format(when=when)

    def member(self, state: OrderState) -> str:
        """Say for whom it is, of a member."""
        return translate("Order", "For member {name}").format(name=state.member)

    def _place(self, place: Place, state: OrderState, *, here: bool) -> PickItem:
        title = translate("Order", "Here, later") if here else place.name
        parts = [] if place.distance_m is None else [distance_text(place.distance_m, self._formats)]
        if not here and place.heard_ms is not None:
            parts.append(
                translate("Stock", "heard {when}").format(
                    when=moment_text(place.heard_ms, state.now_ms, formats=self._formats)
                )
            )
        count = self._formats.quantity(place.web_milli)
        value = translate("Stock", "{count} free").format(count=count)
        if not state.has_enough(place):
            value = translate("Order", "{count}, not enough").format(count=count)
        return PickItem(place.store_id, title, " · ".join(parts), value, enabled=state.has_enough(place))

    def _time(self, time: PromisedTime, now_ms: int) -> PickItem:
        until = self._formats.time(time.ends_ms)
        return PickItem(
            str(time.starts_ms), f"{moment_text(time.starts_ms, now_ms, formats=self._formats)}–{until}"
        )
