"""The columns of each kind of file, with their names in the three languages."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from central_api.importing.schemas import Kind


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, whether it must be there and filled, its headers, and an example."""

    field: str
    headers: tuple[str, str, str]
    example: str
    required: bool = False

    def is_called(self, header: str) -> bool:
        """Return whether a file calls it so; case, spaces and a star behind the name do not matter."""
        wanted = _plain(header)
        return wanted == _plain(self.field) or wanted in {_plain(name) for name in self.headers}


def _plain(text: str) -> str:
    return "".join(text.casefold().replace("_", "").replace("*", "").split())


_SKU = Column("sku", ("货号", "貨號", "SKU"), "A1001", required=True)
_PRICE = Column("price", ("售价", "售價", "Price"), "12.50", required=True)
_SILVER = Column("price_silver", ("银卡价", "銀卡價", "Silver price"), "")
_GOLD = Column("price_gold", ("金卡价", "金卡價", "Gold price"), "11.50")
_PHONE = Column("phone", ("手机号", "手機號碼", "Phone"), "13800001234", required=True)

COLUMNS: Final = MappingProxyType(
    {
        "products": (
            _SKU,
            Column("name", ("名称", "名稱", "Name"), "有机红茶 100g", required=True),
            Column("name_zh_hant", ("繁体名称", "繁體名稱", "Traditional name"), "有機紅茶 100g"),
            Column("name_en", ("英文名称", "英文名稱", "English name"), "Organic Black Tea 100 g"),
            Column("barcode", ("条码", "條碼", "Barcode"), "6901234567892"),
            Column("category", ("分类", "分類", "Category"), "茶", required=True),
            Column("brand", ("品牌", "品牌", "Brand"), "山间"),
            _PRICE,
            _SILVER,
            _GOLD,
            Column("tax", ("税率", "稅率", "Tax rate"), "13%", required=True),
            Column("sold_by", ("计价方式", "計價方式", "Sold by"), "piece"),
            Column("min_age", ("最低年龄", "最低年齡", "Minimum age"), ""),
            Column("regulated", ("限价", "限價", "Regulated price"), ""),
            Column("favourite", ("常卖顺序", "常賣順序", "Favourite"), "1"),
            Column("away_tax", ("外带税率", "外帶稅率", "Take-away tax rate"), ""),
            Column("style", ("款式", "款式", "Style"), ""),
            Column("size", ("尺码", "尺寸", "Size"), ""),
            Column("colour", ("颜色", "顏色", "Colour"), ""),
            Column("deposit", ("是押金", "是押金", "Is a deposit"), ""),
            Column("deposit_sku", ("押金货号", "押金貨號", "SKU of its deposit"), ""),
            Column("dated", ("批次日期", "批次日期", "Date of its batches"), ""),
            Column("serials", ("有序列号", "有序號", "Has serial numbers"), ""),
            Column("cost", ("成本", "成本", "Cost"), "7.20"),
        ),
        "prices": (_SKU, _PRICE, _SILVER, _GOLD),
        "packs": (
            _SKU,
            Column("name", ("包装名称", "包裝名稱", "Pack name"), "整箱 24 瓶", required=True),
            Column("name_zh_hant", ("繁体名称", "繁體名稱", "Traditional name"), "整箱 24 瓶"),
            Column("name_en", ("英文名称", "英文名稱", "English name"), "case of 24"),
            Column("barcode", ("条码", "條碼", "Barcode"), "16901234567899", required=True),
            Column("pieces", ("内含数量", "內含數量", "Pieces"), "24", required=True),
            _PRICE,
            _SILVER,
            _GOLD,
        ),
        "options": (
            _SKU,
            Column("group", ("规格", "規格", "Option group"), "杯型", required=True),
            Column("group_zh_hant", ("繁体规格", "繁體規格", "Traditional group"), "杯型"),
            Column("group_en", ("英文规格", "英文規格", "English group"), "Cup"),
            Column("least", ("至少选", "至少選", "At least"), "1"),
            Column("most", ("最多选", "最多選", "At most"), "1"),
            Column("option", ("选项", "選項", "Option"), "大杯", required=True),
            Column("option_zh_hant", ("繁体选项", "繁體選項", "Traditional option"), "大杯"),
            Column("option_en", ("英文选项", "英文選項", "English option"), "Large"),
            Column("extra", ("加价", "加價", "Extra price"), "3.00"),
            Column("preset", ("默认", "預設", "Preset"), ""),
        ),
        "stock": (_SKU, Column("quantity", ("库存", "庫存", "On hand"), "24", required=True)),
        "members": (
            _PHONE,
            Column("name", ("姓名", "姓名", "Name"), "陈小明", required=True),
            Column("tier", ("等级", "等級", "Tier"), "basic"),
            Column("points", ("积分", "點數", "Points"), "120"),
            Column("is_new", ("新顾客", "新顧客", "New customer"), ""),
        ),
        "staff": (
            Column("staff_id", ("工号", "員工編號", "Staff number"), "C1", required=True),
            Column("name", ("姓名", "姓名", "Name"), "王晓", required=True),
            Column("role", ("角色", "角色", "Role"), "cashier", required=True),
            Column("pin", ("密码", "密碼", "PIN"), "2468", required=True),
            Column("badge", ("工牌", "識別證", "Badge"), ""),
        ),
        "campaigns": (
            Column("campaign", ("活动编号", "活動編號", "Campaign"), "NEXT-5", required=True),
            Column("days", ("有效天数", "有效天數", "Days valid"), "30"),
            Column("total", ("发放总数", "發放總數", "Total"), "1000"),
            Column("per_member", ("每会员上限", "每會員上限", "Per member"), ""),
            Column("budget", ("预算", "預算", "Budget"), "5000"),
            Column("worth", ("单张最高成本", "單張最高成本", "Worth at most"), ""),
            Column("after_sale", ("满额赠券", "滿額贈券", "With sales from"), "100"),
            Column("claim", ("会员可领取", "會員可領取", "Members claim"), ""),
            Column("transfer", ("可转赠", "可轉贈", "Members give"), ""),
            Column("at_till", ("收银台打印", "收銀檯列印", "Printed by tills"), "yes"),
            Column("at_late", ("超时补偿打印", "逾時補償列印", "Printed for late orders"), ""),
        ),
    }
)
"""Columns by kind, in the order of a template."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a kind of file."""
    return COLUMNS[kind]
