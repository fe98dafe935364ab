"""How codes of platforms look."""

import pytest

from retail_core.codes.platform import CodeForm, CodeFormError, kept_code, read_form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("MT########", CodeForm("MT", 8, 8)),
        ("####", CodeForm("", 4, 4)),
        ("#{16-20}", CodeForm("", 16, 20)),
        ("a-@{6}", CodeForm("a-", 6, 6, letters=True)),
        ("7@@@", CodeForm("7", 3, 3, letters=True)),
    ],
)
def test_forms_are_written_as_they_look(written: str, form: CodeForm) -> None:
    assert read_form(written) == form


@pytest.mark.parametrize("written", ["", "MT", "##@", "#{0}", "#{9-4}", "#{65}", "美#", "# #", "##MT"])
def test_what_is_no_form_is_refused(written: str) -> None:
    with pytest.raises(CodeFormError):
        read_form(written)


@pytest.mark.parametrize(
    ("form", "scanned", "kept"),
    [
        ("MT####", "mt1234", "MT1234"),
        ("MT####", " MT 12 34 ", "MT1234"),
        ("MT####", "MT123", ""),
        ("MT####", "MT12345", ""),
        ("MT####", "MTABCD", ""),
        ("MT####", "1234", ""),
        ("####", "0012", "0012"),
        ("####", "００１２", ""),
        ("#{4-6}", "12345", "12345"),
        ("#{4-6}", "1234567", ""),
        ("@{4}", "a1b2", "A1B2"),
        ("@{4}", "a-b2", ""),
    ],
)
def test_a_code_is_read_as_it_is_kept(form: str, scanned: str, kept: str) -> None:
    assert read_form(form).read(scanned) == kept


def test_case_counts_where_it_is_said_to() -> None:
    form = read_form("mt@{3}", exact_case=True)
    assert [form.read(text) for text in ("mtaB1", "MTaB1")] == ["mtaB1", ""]


def test_a_channel_with_several_forms_takes_the_first_that_fits_and_one_without_takes_all() -> None:
    forms = [read_form("####"), read_form("MT####")]
    assert [kept_code(text, forms) for text in ("0012", "mt0012", "12")] == ["0012", "MT0012", ""]
    assert kept_code(" x 12 ", []) == "x12"
