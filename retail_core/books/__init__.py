"""The books: facts of the journal as balanced double entries, and the texts that others read them from."""

from retail_core.books import accounts, table
from retail_core.books.beancount import BeancountWriter, amount
from retail_core.books.bookkeeper import KINDS, Bookkeeper, Period, Till
from retail_core.books.exporting import FORMS, BooksExport, Form
from retail_core.books.model import POINTS, Booked, Emptied, Ledger, Posted, Posting, Transaction

__all__ = [
    "FORMS",
    "KINDS",
    "POINTS",
    "BeancountWriter",
    "Booked",
    "Bookkeeper",
    "BooksExport",
    "Emptied",
    "Form",
    "Ledger",
    "Period",
    "Posted",
    "Posting",
    "Till",
    "Transaction",
    "accounts",
    "amount",
    "table",
]
