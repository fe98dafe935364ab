"""The journal: facts in order, their canonical bytes, the hash chain over them and its verification."""

from retail_core.journal.canonical import canonical_bytes, canonical_text
from retail_core.journal.chain import Problem, Report, append, check_entry, verify
from retail_core.journal.entry import GENESIS_HASH, Draft, Entry, Head, genesis
from retail_core.journal.errors import JournalError
from retail_core.journal.heads import public_key_of, sign_anchor, sign_head, verify_anchor, verify_head
from retail_core.journal.lines import LinesReport, verify_lines, write_lines

__all__ = [
    "GENESIS_HASH",
    "Draft",
    "Entry",
    "Head",
    "JournalError",
    "LinesReport",
    "Problem",
    "Report",
    "append",
    "canonical_bytes",
    "canonical_text",
    "check_entry",
    "genesis",
    "public_key_of",
    "sign_anchor",
    "sign_head",
    "verify",
    "verify_anchor",
    "verify_head",
    "verify_lines",
    "write_lines",
]
