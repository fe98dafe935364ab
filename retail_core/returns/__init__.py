"""Returns: what a customer gets back for goods, whatever came back before.

``refund.take_back`` is the pure function; ``model`` holds the records; ``kept`` prices what stays with the
customer; ``tenders`` says in which money it goes back; ``basis`` and ``facts`` speak with the sale's fact.

Source: docs/rules/returns.md.
"""
