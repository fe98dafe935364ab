"""What stands on and under the counter: printer and drawer, each with its Null twin."""
