"""What codes say: the scan router, signed codes, article numbers, scale labels, GS1, payment codes.

Import from the modules themselves: some of them fetch big libraries when they are first used.
"""
