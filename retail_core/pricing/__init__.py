"""One price for till and server: basket in, priced basket with its explanation out.

``engine.price`` is the pure function; ``rules.compile_rules`` turns campaigns into what it works with;
``model`` holds the records; ``plain`` turns them into JSON and back.
"""
