"""The screens of the till; a folder each, and none of them knows another."""
