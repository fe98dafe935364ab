from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from pos_app.services.reporting_files.compose_book import ReportPlace, compose_book
from pos_app.services.reporting_files.mail import Attachment, report_mail
from pos_app.services.reporting_files.words import ReportWords
from tests.unit.pos_app.services.reporting_files.sample_report import PLACE, REPORT

ENGLISH = ReportWords.load("en")
FILES = (
    Attachment("report.pdf", "application/pdf", b"%PDF-1.4 ..."),
    Attachment(
        "report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"
    ),
)


def _mail(place: ReportPlace = PLACE, language: str = "en") -> EmailMessage:
    words = ReportWords.load(language)
    data = report_mail(compose_book(REPORT, place, words=words), words, attachments=FILES)
    return message_from_bytes(data, policy=default)


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_a_mail_program_opens_it_as_a_draft_with_both_files() -> None:
    mail = _mail()

    assert mail["Subject"] == "Daily report · 静安店 · 2026-11-21"
    assert mail["X-Unsent"] == "1"
    assert (mail["To"], mail["From"]) == (None, None)
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert attached == {"report.pdf": b"%PDF-1.4 ...", "report.xlsx": b"PK\x03\x04"}


def test_the_text_has_the_figures_with_those_of_before() -> None:
    lines = _part(_mail(), "plain").splitlines()

    assert lines[:4] == [
        "Daily report",
        "静安店 · S01-T02 · 2026-11-21",
        "compared with a week earlier (2026-11-14)",
        "As of 2026-11-21 20:50 · Not complete: 1 of 2; missing: S01-T03; 1 still open",
    ]
    assert "Net sales: ¥1,254.27 (before ¥1,169.00 +7.3%)" in lines
    assert "Returns: ¥25.00" in lines


def test_names_are_text_in_the_page_never_markup() -> None:
    page = _part(_mail(replace(PLACE, store="<script>alert(1)</script>"), "zh-Hans"), "html")

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "¥1,254.27" in page
    assert "饮料" in page
    assert 'lang="zh-Hans"' in page


def test_a_line_end_in_a_name_makes_no_header() -> None:
    mail = _mail(replace(PLACE, store="Shop\r\nBcc: thief@example.com"))

    assert mail["Bcc"] is None
    assert mail["Subject"] == "Daily report · Shop Bcc: thief@example.com · 2026-11-21"


def test_the_same_report_gives_the_same_bytes() -> None:
    book = compose_book(REPORT, PLACE, words=ENGLISH)

    assert report_mail(book, ENGLISH, attachments=FILES) == report_mail(book, ENGLISH, attachments=FILES)
