"""The work list of exceptions: what a person has to look at, and what somebody did about it."""
