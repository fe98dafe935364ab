# Everything is in installer/bootstrap.py; without make: python3 installer/bootstrap.py TARGET
PYTHON ?= python3
TARGETS := run test check setup bench screenshots faults properties simulate shifts package bare lock lock-check help

.PHONY: $(TARGETS)
.DEFAULT_GOAL := help

$(TARGETS):
	@$(PYTHON) installer/bootstrap.py $@
