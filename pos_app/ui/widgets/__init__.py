"""The till's own widgets; each needs an objectName, works by keyboard and offers targets of 48 px."""
