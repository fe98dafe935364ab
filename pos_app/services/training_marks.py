"""What stands on every paper of a till to practise on.

Source: docs/rules/training.md.
"""

import json
from dataclasses import replace

from pos_app.services.documents import (
    Align,
    Banner,
    Block,
    Cut,
    Space,
    Text,
    document_from_json,
    document_to_json,
)
from pos_app.services.receipt_texts import ReceiptTexts


def marked(document: str, language: str) -> str:
    """Return a paper of the spool with the marks of practice at its top and its bottom."""
    paper, texts = document_from_json(json.loads(document)), ReceiptTexts.load(language)
    top: tuple[Block, ...] = (
        Banner(texts.text("training.mark")),
        Text(texts.text("training.nothing_counts"), Align.CENTER, bold=True),
        Space(1),
    )
    bottom: tuple[Block, ...] = (
        Space(1),
        Text(texts.text("training.nothing_counts"), Align.CENTER, bold=True),
        Banner(texts.text("training.mark")),
    )
    blocks: list[Block] = [*top]
    for block in paper.blocks:
        blocks += (*bottom, block) if isinstance(block, Cut) else (block,)
    if not paper.blocks or not isinstance(paper.blocks[-1], Cut):
        blocks += bottom
    marked_paper = replace(paper, blocks=tuple(blocks))
    return json.dumps(document_to_json(marked_paper), ensure_ascii=False)
