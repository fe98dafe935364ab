"""The window around the screens: bars, notices, sheets, keys."""
