"""Draws reports as files; libraries and fonts are loaded when the first one is made."""

from pos_app.services.documents import ReportDocument
from pos_app.services.reporting_files.book import ReportBook
from pos_app.services.reporting_files.words import ReportWords


class FileReportWriter:
    """PDF and XLSX."""

    def pdf(self, document: ReportDocument) -> bytes:
        """Return a PDF file.

        Raises:
            DeviceError: ``fonts.missing`` or ``fonts.not_embeddable``.
        """
        from pos_app.devices.fonts import find_fonts
        from pos_app.devices.report_pdf import report_pdf

        return report_pdf(document, find_fonts())

    def workbook(self, book: ReportBook, words: ReportWords) -> bytes:
        """Return an XLSX file."""
        from pos_app.devices.report_xlsx import report_xlsx

        return report_xlsx(book, words)
