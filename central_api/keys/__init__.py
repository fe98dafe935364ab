"""The server's own keys: who signs key lists, files, anchors and codes."""
