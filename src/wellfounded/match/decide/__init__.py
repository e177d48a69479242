"""How each typed test is decided: one kind a file, offering `KIND` and `decide(asks, requirement, view) -> Finding`."""
