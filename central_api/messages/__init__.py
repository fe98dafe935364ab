"""Messages to members: an outbox that is emptied in the background."""
