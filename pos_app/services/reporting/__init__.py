"""The till's reports: sums of the journal that are kept by shift, and the receipts that stand behind them."""
