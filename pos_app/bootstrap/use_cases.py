"""The use cases of one till, each built once with what it needs."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.devices.page_printer import SystemPagePrinter
from pos_app.devices.report_writer import FileReportWriter
from pos_app.services.abandon_basket import AbandonBasket
from pos_app.services.act_by_hand import ActByHand
from pos_app.services.adjust_member import AdjustMember
from pos_app.services.approve_act import ApproveAct
from pos_app.services.attach_member import AttachMember
from pos_app.services.bag_labels import BagLabels
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.best_use import BestUse
from pos_app.services.campaigns import Campaigns
from pos_app.services.check_files import CheckFiles
from pos_app.services.clear_order import ClearOrder, ShortTools
from pos_app.services.close_day import CloseDay, DayApi
from pos_app.services.close_shift import CloseShift
from pos_app.services.compare_cards import CompareCards
from pos_app.services.complete_sale import CompleteSale
from pos_app.services.events import EventBus
from pos_app.services.find_member import FindMember
from pos_app.services.find_products import FindProducts
from pos_app.services.find_receipt import FindReceipt
from pos_app.services.forget_members import ForgetMembers
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.identity import RESTORED_SETTING
from pos_app.services.late_coupons import LateCoupons
from pos_app.services.list_orders import ListOrders
from pos_app.services.look_up_stock import LookUpStock
from pos_app.services.member_desk import MemberDesk
from pos_app.services.move_cash import MoveCash
from pos_app.services.null_fiscal import NullFiscal
from pos_app.services.offline_coupons import ExtendOffline
from pos_app.services.open_shift import OpenShift
from pos_app.services.order_goods import OrderGoods
from pos_app.services.park_sale import ParkSale
from pos_app.services.pay_order import PayOrder
from pos_app.services.payments import Payments
from pos_app.services.pick_order import PickOrder
from pos_app.services.pick_walk import PickWalk
from pos_app.services.platform_orders import PlatformCodes
from pos_app.services.ports import CampaignApi, CentralApi, WorkListApi
from pos_app.services.price_basket import PriceBasket
from pos_app.services.prove_member import ProveMember
from pos_app.services.read_scan import ReadScan
from pos_app.services.read_shift import ReadShift
from pos_app.services.recall_sale import RecallSale
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Terminal
from pos_app.services.redeem_coupon import RedeemCoupon
from pos_app.services.reporting.chain import ChainReports
from pos_app.services.reporting.chain_model import ChainAnswer, ChainReportApi
from pos_app.services.reporting.find_receipts import FindReceipts
from pos_app.services.reporting.fold import KeepCells
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.watch_store import WatchStore
from pos_app.services.reporting_files.chain_files import ChainFiles
from pos_app.services.reporting_files.day_end import DayEndFiles
from pos_app.services.reporting_files.day_end_desk import DayEndDesk
from pos_app.services.reporting_files.hand_out import FilesOfReport, PrintReport, SaveReport
from pos_app.services.reporting_files.report_files import ReportFiles
from pos_app.services.reprint_receipt import ReprintReceipt
from pos_app.services.return_goods import ReturnGoods
from pos_app.services.safety import Concern, Safety
from pos_app.services.sell_open_item import SellOpenItem
from pos_app.services.set_busy import SetBusy
from pos_app.services.show_evidence import ShowEvidence
from pos_app.services.sign_in import SignIn
from pos_app.services.sign_out import SignOut
from pos_app.services.spend_balance import SpendBalance
from pos_app.services.stock_documents import StockDocuments
from pos_app.services.stock_ports import ChainStockApi
from pos_app.services.store_status import StoreStatus
from pos_app.services.suspend_shift import SuspendShift
from pos_app.services.take_reward import TakeReward
from pos_app.services.top_up import TopUp
from pos_app.services.transfer_notes import TransferNotes
from pos_app.services.uses_so_far import UsesSoFar
from pos_app.services.watch_dates import WatchDates
from pos_app.services.watch_disk import WatchDisk
from pos_app.services.watch_identity import WatchIdentity
from pos_app.services.work_list import WorkList
from pos_app.storage.report_folder import DiskReportFolder
from pos_app.storage.till_data import TillData


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all use cases share."""

    data: TillData
    terminal: Terminal
    clock: SystemClock
    ids: SystemIds
    events: EventBus
    api: CentralApi
    work_list_api: WorkListApi
    campaign_api: CampaignApi
    day_api: DayApi
    chain_api: ChainReportApi
    stock_api: ChainStockApi
    keep_basket: Callable[[Basket], None]


@dataclass(frozen=True, slots=True)
class WaysOut:
    """How a report that somebody looks at leaves the till."""

    save: SaveReport
    printing: PrintReport


@dataclass(frozen=True, slots=True)
class Reports:
    """What is read on the lane of reports, what keeps the sums that it is made from, and what hands them out.

    ``chain`` asks head office on a lane of its own; ``ways`` take the report that somebody looks at,
    ``chain_ways`` gives those of an answer of head office; ``day_end`` is asked by the care taker.
    """

    run: RunReport
    receipts: FindReceipts
    watch: WatchStore
    show: ShowEvidence
    chain: ChainReports
    keep: KeepCells
    ways: WaysOut
    chain_ways: Callable[[ChainAnswer], WaysOut]
    day_end: DayEndFiles
    day_end_desk: DayEndDesk


@dataclass(frozen=True, slots=True)
class ShiftCases:
    """What happens to a shift and its drawer."""

    open: OpenShift
    suspend: SuspendShift
    cash: MoveCash
    read: ReadShift
    close: CloseShift
    cards: CompareCards
    day: CloseDay


@dataclass(frozen=True, slots=True)
class UseCases:
    """Everything that the counter does."""

    sign_in: SignIn
    sign_out: SignOut
    approve: ApproveAct
    shifts: ShiftCases
    basket: CurrentBasket
    prices: PriceBasket
    products: FindProducts
    read_scan: ReadScan
    dates: WatchDates
    members: AttachMember
    prove: ProveMember
    find_member: FindMember
    member_desk: MemberDesk
    forget_members: ForgetMembers
    coupons: RedeemCoupon
    extend_coupons: ExtendOffline
    best_use: BestUse
    open_item: SellOpenItem
    by_hand: ActByHand
    park: ParkSale
    recall: RecallSale
    abandon: AbandonBasket
    complete_sale: CompleteSale
    spend: SpendBalance
    top_up: TopUp
    adjust: AdjustMember
    rewards: TakeReward
    payments: Payments
    reprint: ReprintReceipt
    find_receipt: FindReceipt
    returns: ReturnGoods
    orders: ListOrders
    pick: PickOrder
    walk: PickWalk
    labels: BagLabels
    hand_over: HandOverOrder
    clear: ClearOrder
    pay_order: PayOrder
    busy: SetBusy
    stock: LookUpStock
    stock_documents: StockDocuments
    order_goods: OrderGoods
    reports: Reports
    work_list: WorkList
    campaigns: Campaigns
    status: StoreStatus
    safety: Safety
    disk: WatchDisk
    check_files: CheckFiles
    identity: WatchIdentity


def _check_files(around: Surroundings, safety: Safety) -> CheckFiles:
    return CheckFiles(
        store=around.data.store,
        damaged_pages=around.data.damaged_pages,
        safety=safety,
        clock=around.clock,
    )


def _reports(around: Surroundings, prices: PriceBasket, *, texts: ReceiptTexts, safety: Safety) -> Reports:
    data, clock = around.data, around.clock
    store, catalog, profile = data.store, data.catalog, around.terminal.store

    def run() -> RunReport:
        """Return what makes reports, for one thread."""
        campaign_name = prices.campaign_name
        return RunReport(
            store=store, catalog=catalog, clock=clock, profile=profile, campaign_name=campaign_name
        )

    def ways(files: FilesOfReport) -> WaysOut:
        """Return what takes reports of which ``files`` are made."""
        pages = SystemPagePrinter()
        return WaysOut(
            SaveReport(files, folder=folder, home=data.folder / "reports"),
            PrintReport(files, store=store, clock=clock, events=around.events, pages=pages),
        )

    folder, writer = DiskReportFolder(), FileReportWriter()
    files = ReportFiles(store=store, catalog=catalog, terminal=around.terminal, writer=writer)
    return Reports(
        run=run(),
        receipts=FindReceipts(store=store, catalog=catalog, profile=profile),
        watch=WatchStore(store=store, catalog=catalog, clock=around.clock, profile=profile),
        show=ShowEvidence(store=store, catalog=catalog, texts=texts),
        chain=ChainReports(around.chain_api, store=store, catalog=catalog, clock=clock, texts=texts),
        keep=KeepCells(store=store, catalog=catalog, profile=profile),
        ways=ways(files),
        chain_ways=lambda answer: ways(ChainFiles(answer, terminal=around.terminal, writer=writer)),
        day_end=DayEndFiles(files, run=run(), store=store, folder=folder, watch=(safety, clock)),
        day_end_desk=DayEndDesk(files, run=run(), store=store, folder=folder, clock=clock),
    )


def _shifts(around: Surroundings, texts: ReceiptTexts) -> ShiftCases:
    store, catalog = around.data.store, around.data.catalog
    clock, ids, events = around.clock, around.ids, around.events
    return ShiftCases(
        open=OpenShift(store=store, clock=clock, ids=ids, events=events),
        suspend=SuspendShift(store=store, clock=clock, events=events),
        cash=MoveCash(store=store, clock=clock, ids=ids, events=events, texts=texts),
        read=ReadShift(store=store, clock=clock, events=events, catalog=catalog, texts=texts),
        close=CloseShift(store=store, clock=clock, events=events, catalog=catalog, texts=texts),
        cards=CompareCards(store=store, clock=clock, events=events),
        day=CloseDay(around.day_api, store=store, clock=clock, events=events),
    )


def build_use_cases(around: Surroundings) -> UseCases:
    """Build all use cases and bring back the basket that was on the counter."""
    store, catalog = around.data.store, around.data.catalog
    clock, ids, events, profile = around.clock, around.ids, around.events, around.terminal.store
    texts = ReceiptTexts.load(profile.receipt_language)
    uses = UsesSoFar(store=store, events=events)
    prices = PriceBasket(catalog=catalog, clock=clock, profile=profile, uses=uses)
    basket = _basket_on_counter(around)
    safety, disk = _guards(around)
    complete_sale, spend, top_up = _taking_money(around, prices, texts=texts, disk=disk)
    redeem = RedeemCoupon(store=store, api=around.api, prices=prices, clock=clock)
    members = AttachMember(store=store, api=around.api, clock=clock, events=events)
    labels = BagLabels(store=store, clock=clock, events=events, texts=texts, profile=profile)
    pick = _picking(around, prices, labels=labels, texts=texts)
    approve = ApproveAct(store=store, clock=clock, pin_pepper=around.data.keys.pin_pepper)
    return UseCases(
        sign_in=SignIn(store=store, clock=clock, events=events, pin_pepper=around.data.keys.pin_pepper),
        approve=approve,
        sign_out=SignOut(store=store, clock=clock, events=events),
        shifts=_shifts(around, texts),
        basket=basket,
        prices=prices,
        products=FindProducts(catalog=catalog, store=store),
        read_scan=_read_scan(around),
        dates=WatchDates(store=store, clock=clock, profile=profile),
        members=members,
        prove=ProveMember(api=around.api, members=members),
        coupons=redeem,
        best_use=BestUse(store=store, api=around.api, prices=prices, redeem=redeem, spend=spend),
        find_member=FindMember(store=store, api=around.api),
        member_desk=MemberDesk(store=store, api=around.api, clock=clock, ids=ids, events=events),
        forget_members=ForgetMembers(store=store, clock=clock),
        extend_coupons=ExtendOffline(store=store, clock=clock, events=events),
        open_item=SellOpenItem(basket=basket),
        park=ParkSale(store=store, clock=clock, ids=ids, events=events, prices=prices),
        recall=RecallSale(store=store, clock=clock, events=events, catalog=catalog, prices=prices),
        by_hand=ActByHand(basket=basket, prices=prices, clock=clock, find_person=approve.person),
        abandon=AbandonBasket(store=store, clock=clock),
        complete_sale=complete_sale,
        spend=spend,
        top_up=top_up,
        adjust=AdjustMember(store=store, api=around.api, ids=ids, events=events),
        rewards=TakeReward(basket=basket, prices=prices, spend=spend, ids=ids),
        payments=Payments(store=store, clock=clock, ids=ids, events=events),
        reprint=ReprintReceipt(store=store, clock=clock, events=events, texts=texts),
        find_receipt=FindReceipt(store=store, api=around.api, clock=clock, profile=profile),
        returns=ReturnGoods(basket=basket, prices=prices, clock=clock, ids=ids),
        orders=ListOrders(store=store, clock=clock),
        work_list=WorkList(around.work_list_api, store=store),
        campaigns=Campaigns(around.campaign_api),
        pick=pick,
        labels=labels,
        walk=PickWalk(store=store, catalog=catalog, pick=pick),
        hand_over=HandOverOrder(store=store, clock=clock, ids=ids, events=events),
        busy=SetBusy(store=store, clock=clock, events=events),
        pay_order=PayOrder(basket=basket, ids=ids, find=catalog.by_id),
        clear=ClearOrder(ShortTools(store=store, clock=clock, ids=ids, catalog=catalog, events=events)),
        stock=LookUpStock(store=store, clock=clock, api=around.stock_api),
        stock_documents=_documents(around, texts=texts),
        order_goods=OrderGoods(api=around.stock_api, basket=basket, ids=ids, clock=clock, find=catalog.by_id),
        reports=_reports(around, prices, texts=texts, safety=safety),
        status=_status(around, prices, safety=safety),
        safety=safety,
        disk=disk,
        identity=WatchIdentity(store=store, safety=safety, clock=clock, events=events),
        check_files=_check_files(around, safety),
    )


def _documents(around: Surroundings, *, texts: ReceiptTexts) -> StockDocuments:
    """Build what moves goods, with what prints the paper that travels along."""
    store, events, find = around.data.store, around.events, around.data.catalog.by_id
    notes = TransferNotes(store=store, events=events, texts=texts, profile=around.terminal.store, find=find)
    return StockDocuments(
        store=store, clock=around.clock, ids=around.ids, events=events, find=find, notes=notes
    )


def _status(around: Surroundings, prices: PriceBasket, *, safety: Safety) -> StoreStatus:
    return StoreStatus(
        store=around.data.store,
        catalog=around.data.catalog,
        clock=around.clock,
        events=around.events,
        set_aside=lambda: prices.set_aside,
        safety=safety,
    )


def _read_scan(around: Surroundings) -> ReadScan:
    clock = around.clock
    return ReadScan(
        catalog=around.data.catalog,
        profile=around.terminal.store,
        clock=clock,
        is_platform_code=PlatformCodes(store=around.data.store, clock=clock),
    )


def _guards(around: Surroundings) -> tuple[Safety, WatchDisk]:
    """Build what is known of the till's files, and what looks after the room on the disk."""
    safety = Safety(around.events)
    _note_restored(around, safety)
    disk = WatchDisk(around.data.room, safety=safety, clock=around.clock)
    around.data.store.follow_failures(disk.on_write_failed)
    return safety, disk


def _basket_on_counter(around: Surroundings) -> CurrentBasket:
    """Return the basket, with what lay on the counter before the till was closed."""
    basket = CurrentBasket(
        currency=around.terminal.store.currency,
        ids=around.ids,
        events=around.events,
        keep=around.keep_basket,
        find=around.data.catalog.by_id,
    )
    kept = SaveBasket(around.data.store).load()
    if kept is not None:
        basket.restore(kept)
    return basket


def _picking(
    around: Surroundings, prices: PriceBasket, *, labels: BagLabels, texts: ReceiptTexts
) -> PickOrder:
    """Build what gets orders ready, with what is printed for those that are late."""
    late = LateCoupons(prices=prices, clock=around.clock, texts=texts)
    return PickOrder(
        store=around.data.store, clock=around.clock, events=around.events, late=late, labels=labels
    )


def _taking_money(
    around: Surroundings, prices: PriceBasket, *, texts: ReceiptTexts, disk: WatchDisk
) -> tuple[CompleteSale, SpendBalance, TopUp]:
    """Build what takes money, and what looks after balances when it does."""
    store, clock, events = around.data.store, around.clock, around.events
    profile = around.terminal.store
    complete_sale = CompleteSale(
        store=store, clock=clock, events=events, fiscal=NullFiscal(), prices=prices, texts=texts
    )
    complete_sale.ask_before_money(disk.before_money)
    spend = SpendBalance(store=store, api=around.api, clock=clock, events=events, profile=profile)
    complete_sale.ask_before_balances(spend.check)
    top_up = TopUp(store=store, clock=clock, ids=around.ids, events=events, texts=texts, profile=profile)
    top_up.ask_before_money(disk.before_money)
    return complete_sale, spend, top_up


def _note_restored(around: Surroundings, safety: Safety) -> None:
    """Stop selling after a restore until the till was enrolled again."""
    with around.data.store.read() as work:
        is_restored = bool(work.settings.get(RESTORED_SETTING))
    if is_restored:
        safety.note("identity", Concern("till.restored", "stop", around.clock.now_ms()))
