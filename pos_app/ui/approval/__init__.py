"""Another person allows one act, in place: choose who, then PIN, or scan the badge."""
