import json

import pytest

from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Cell,
    Cut,
    Document,
    DocumentFormatError,
    DocumentKind,
    Qr,
    ReportTable,
    Row,
    Rule,
    Size,
    Space,
    TableColumn,
    Text,
    document_from_json,
    document_to_json,
    pair,
)

EVERY_BLOCK = Document(
    DocumentKind.RECEIPT,
    (
        Text("麦香咖啡", align=Align.CENTER, size=Size.HUGE, bold=True),
        Row((Cell("拿铁", weight=3), Cell("2", Align.RIGHT, weight=0)), size=Size.LARGE, bold=True),
        Rule("="),
        Space(2),
        Qr("https://shop.example/r/1", caption="电子小票"),
        Barcode("A1-000017"),
        Banner("COPY"),
        Cut(),
    ),
    copies=2,
)


def test_a_document_of_every_block_survives_its_json_form() -> None:
    text = json.dumps(document_to_json(EVERY_BLOCK), ensure_ascii=False)

    assert document_from_json(json.loads(text)) == EVERY_BLOCK


def test_the_json_form_of_a_short_document_is_the_one_that_spools_hold() -> None:
    document = Document(DocumentKind.PICKUP_SLIP, (Text("A-07"), Cut()))

    assert document_to_json(document) == {
        "kind": "pickup_slip",
        "copies": 1,
        "blocks": [
            {"type": "text", "text": "A-07", "align": "left", "size": "normal", "bold": False},
            {"type": "cut"},
        ],
    }


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("receipt", "object"),
        ({"kind": "poster", "copies": 1, "blocks": []}, "kind"),
        ({"kind": "receipt", "copies": True, "blocks": []}, "copies"),
        ({"kind": "receipt", "copies": 0, "blocks": []}, "copies"),
        ({"kind": "receipt", "copies": 1, "blocks": {}}, "blocks"),
        ({"kind": "receipt", "copies": 1, "blocks": [{"type": "drawer"}]}, "type"),
        ({"kind": "receipt", "copies": 1, "blocks": [{"type": "space", "lines": -1}]}, "lines"),
        ({"kind": "receipt", "copies": 1, "blocks": [{"type": "rule", "char": 3}]}, "char"),
        ({"kind": "receipt", "copies": 1, "blocks": [7]}, "object"),
        (
            {
                "kind": "receipt",
                "copies": 1,
                "blocks": [{"type": "text", "text": "", "align": "left", "size": "normal", "bold": 1}],
            },
            "bold",
        ),
    ],
)
def test_what_is_not_a_document_is_refused_with_the_name_of_its_field(value: object, field: str) -> None:
    with pytest.raises(DocumentFormatError, match=f"^{field}$"):
        document_from_json(value)


def test_a_pair_keeps_its_right_side_whole_and_at_the_right_edge() -> None:
    assert pair("合计", "¥12.50", bold=True) == Row(
        (Cell("合计", Align.LEFT, 1), Cell("¥12.50", Align.RIGHT, 0)), bold=True
    )


def test_a_table_row_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(DocumentFormatError, match="columns"):
        ReportTable("销售", (TableColumn("名称"), TableColumn("金额")), (("拿铁",),))
